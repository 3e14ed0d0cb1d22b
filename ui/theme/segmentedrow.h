// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace emberline {

/// A choice of few things, all in sight: flat buttons in one frame, one of them chosen. Tab goes to
/// the chosen one, the arrow keys choose its neighbours.
class SegmentedRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedRow(QWidget *parent = nullptr);

    /// Adds a segment at the end; the first one is chosen. @p id is the caller's, not negative.
    QToolButton *addSegment(int id, const QString &text, const QIcon &icon = {});
    /// Icons alone, in a narrow window; the words stay as tooltip and for screen readers.
    void setIconsOnly(bool only);

    [[nodiscard]] int current() const;
    void setCurrent(int id);
    [[nodiscard]] QToolButton *segment(int id) const;

Q_SIGNALS:
    /// The user chose, or setCurrent() did.
    void currentChanged(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group; // child
};

} // namespace emberline
