// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/marker.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace emberline {

/// What stands above a panel.
struct PanelTitle
{
    QString name = {}; ///< raw
    Swatch swatch = {};
    QString total = {};
    QString change = {};
    QString badge = {};
    QString age = {};

    friend bool operator==(const PanelTitle &, const PanelTitle &) = default;
};

/// The line above a panel's plot: swatch, name, total, change and a badge; at its end how old it
/// is, a button that enlarges it and one for whatever else can be done. A click on the words
/// enlarges it, too; a drag carries it to another place. Where there is little room the age goes
/// first, then the total, then the badge, then the name is cut.
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
    [[nodiscard]] QToolButton &moreButton() { return *m_more; }
    [[nodiscard]] bool isDragged() const { return m_isDragged; }
    /// Gives up a drag: nothing more is told of it.
    void endDrag();

Q_SIGNALS:
    void enlargeAsked();
    void menuAsked(const QPoint &at);
    /// It is carried, and the pointer is @p at there, on the screen as all of them.
    void dragged(const QPoint &at);
    void dropped(const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    PanelTitle m_title;
    QToolButton *m_enlarge; // children
    QToolButton *m_more;
    std::optional<QPoint> m_pressed; ///< where
    bool m_isDragged = false;
};

} // namespace emberline
