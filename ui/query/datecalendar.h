// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCalendarWidget>

namespace emberline {

/// The month that opens under a date field, drawn from the tokens of the palette.
class DateCalendar final : public QCalendarWidget
{
    Q_OBJECT

public:
    explicit DateCalendar(QWidget *parent = nullptr);

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    // Qt's, known by their names, which it documents nowhere: without them the bar stays as it is.
    QWidget *m_bar;
    QWidget *m_year;
};

} // namespace emberline
