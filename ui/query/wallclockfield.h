// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/typeddate.h"

#include <QDateTimeEdit>

namespace emberline {

/// A field for a wall clock that is marked as UTC. Unlike Qt's it believes what is typed: a whole
/// date gives just that date, whatever stood there before.
class WallClockField final : public QDateTimeEdit
{
    Q_OBJECT

public:
    explicit WallClockField(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void beginTyping();
    void type(QKeyEvent *event);
    bool paste();
    void settle();
    void show(const QDateTime &typed);
    [[nodiscard]] std::vector<DatePart> parts() const;

    std::optional<TypedDate> m_typed; ///< since the first key that belongs together
};

} // namespace emberline
