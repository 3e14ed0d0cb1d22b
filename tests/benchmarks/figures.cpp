// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/figures.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', 3);
}

} // namespace

bool Figure::isOk() const
{
    const bool isFast = !budget.value || value <= *budget.value;
    return isFast && (!budget.ratio || (baseline && value / *baseline <= *budget.ratio));
}

QString lineOf(const Figure &figure)
{
    const auto orNone = [](const std::optional<double> &value) {
        return value ? number(*value) : u"none"_s;
    };
    QString budget = orNone(figure.budget.value);
    if (figure.budget.ratio) {
        budget = QString::number(*figure.budget.ratio, 'f', 2) + u'x';
    }
    std::optional<double> ratio;
    if (figure.baseline) {
        ratio = figure.value / *figure.baseline;
    }
    const bool isJudged = figure.budget.ratio || figure.budget.value;
    QStringList words{figure.name,
                      u"value="_s + number(figure.value),
                      u"unit="_s + figure.unit,
                      u"baseline="_s + orNone(figure.baseline),
                      u"ratio="_s + orNone(ratio),
                      u"budget="_s + budget};
    if (isJudged) {
        words.append(figure.isOk() ? u"ok"_s : u"short"_s);
    }
    if (!figure.remark.isEmpty()) {
        words.append(u"# "_s + figure.remark);
    }
    return words.join(u' ');
}

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double medianOf(int runs, const std::function<double()> &measure)
{
    std::vector<double> values(static_cast<std::size_t>(runs));
    std::generate(values.begin(), values.end(), measure);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace emberline::test
