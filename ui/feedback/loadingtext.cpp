// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/loadingtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class LoadingText
{
    Q_DECLARE_TR_FUNCTIONS(emberline::LoadingText)
};

QString leftText(std::chrono::milliseconds left)
{
    using namespace std::chrono;
    constexpr int oneByOne = 20;
    constexpr int step = 5;
    const auto exact = static_cast<int>(ceil<seconds>(left).count());
    const int told = exact <= oneByOne ? std::max(1, exact) : (exact + step - 1) / step * step;
    if (seconds(told) < minutes(1)) {
        return LoadingText::tr("about %n s left", nullptr, told);
    }
    const auto whole = static_cast<int>(round<minutes>(left).count());
    return LoadingText::tr("about %n min left", nullptr, std::max(1, whole));
}

} // namespace

QString loadingText(const LoadProgress &progress)
{
    if (progress.total <= 0) {
        return LoadingText::tr("Loading");
    }
    QString text =
        LoadingText::tr("Loading, %L1 of %Ln requests", nullptr, progress.total).arg(progress.done);
    constexpr std::chrono::seconds worthSaying(2);
    const bool isOver = progress.done >= progress.total;
    if (progress.left && !isOver && progress.elapsed + *progress.left >= worthSaying) {
        text += u", "_s + leftText(*progress.left);
    }
    return text;
}

QString waitingText(const LoadProgress &progress, const QString &until)
{
    if (progress.total <= 0) {
        return LoadingText::tr("Waiting until %1").arg(until);
    }
    return LoadingText::tr("Waiting until %2, %1 of %Ln requests", nullptr, progress.total)
        .arg(QLocale().toString(progress.done), until);
}

} // namespace emberline
