// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/comparedcolumns.h"

#include "ui/chart/earliertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace emberline {

namespace {

constexpr qreal gap = 16;

void addRight(Sketch &sketch,
              const QPointF &rightMiddle,
              const QString &text,
              const QFont &font,
              const QColor &color)
{
    sketch.words.push_back({.baseline = QPointF(rightMiddle.x() - textWidth(text, font),
                                                baselineAt(rightMiddle.y(), font)),
                            .text = text,
                            .font = font,
                            .color = color});
}

} // namespace

ComparedColumns::ComparedColumns(const ChartPlan &plan,
                                 std::size_t bucket,
                                 const std::vector<std::size_t> &series)
    : m_plan(plan)
    , m_bucket(bucket)
{
    if (!comparesAt(plan, bucket)) {
        return;
    }
    const ChartStyle &style = plan.style;
    for (std::size_t column = 0; column <= periods().size(); ++column) {
        const bool hasHead = column < periods().size() && !isOne();
        qreal widest = hasHead ? textWidth(headOf(periods()[column]), style.small()) : 0;
        for (const std::size_t one : series) {
            widest = std::max(widest, textWidth(textOf(column, one), style.body()));
        }
        m_columns.push_back(widest);
        m_width += style.px(gap) + widest;
    }
    if (isOne()) { // its head stands above the change, too
        m_width = std::max(m_width,
                           style.px(gap) + textWidth(headOf(periods().front()), style.small()));
    }
}

void ComparedColumns::addHeads(Sketch &sketch, qreal right, qreal y) const
{
    const ChartStyle &style = m_plan.style;
    for (std::size_t i = 0; i + 1 < m_columns.size(); ++i) {
        const qreal end = isOne() ? right : endOf(i, right);
        addRight(sketch, {end, y}, headOf(periods()[i]), style.small(), style.tokens().text2);
    }
}

void ComparedColumns::addRow(Sketch &sketch, std::size_t series, qreal right, qreal y) const
{
    const ChartStyle &style = m_plan.style;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool isChange = i + 1 == m_columns.size();
        addRight(sketch,
                 {endOf(i, right), y},
                 textOf(i, series),
                 style.body(),
                 isChange ? style.tokens().text : style.tokens().text2);
    }
}

QString ComparedColumns::headOf(const EarlierLines::Period &period) const
{
    if (!isOne()) {
        return shortEarlierDateText(m_plan, period, m_bucket);
    }
    return QCoreApplication::translate("Chart", "vs %1", "compared with a date")
        .arg(earlierDateText(m_plan, period, m_bucket));
}

QString ComparedColumns::textOf(std::size_t column, std::size_t series) const
{
    return column == periods().size()
             ? changeText(m_plan, series, m_bucket)
             : earlierValueText(m_plan, periods()[column].series[series], m_bucket);
}

qreal ComparedColumns::endOf(std::size_t column, qreal right) const
{
    for (std::size_t i = m_columns.size() - 1; i > column; --i) {
        right -= m_columns[i] + m_plan.style.px(gap);
    }
    return right;
}

} // namespace emberline
