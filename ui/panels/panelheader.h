// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QToolButton;

namespace emberline {

/// What stands above a panel.
struct PanelTitle
{
    QString name = {}; ///< raw
    QColor swatch = {}; ///< invalid: none
    QString total = {};
    QString change = {};
    QString badge = {};
    QString age = {};

    friend bool operator==(const PanelTitle &, const PanelTitle &) = default;
};

/// The line above a panel's plot: swatch, name, total, change and a badge; at its end how old it is
/// and a button that enlarges it. A click on the words does so, too. Where there is little room the
/// age goes first, then the total, then the name is cut.
class PanelHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHeader(QWidget *parent = nullptr);

    void setTitle(const PanelTitle &title);
    [[nodiscard]] const PanelTitle &title() const { return m_title; }
    /// Whether the panel has all the room already.
    void setEnlarged(bool enlarged);
    /// What stands there, as it is read out.
    [[nodiscard]] QString words() const;
    [[nodiscard]] QToolButton &enlargeButton() { return *m_enlarge; }

Q_SIGNALS:
    void enlargeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    PanelTitle m_title;
    QToolButton *m_enlarge; ///< a child
};

} // namespace emberline
