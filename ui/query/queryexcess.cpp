// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/queryexcess.h"

#include "app/query/querylimits.h"

#include <QCoreApplication>
#include <QLocale>

namespace emberline {

QString excessSentence(const Query &before, const Query &wanted)
{
    if (!isTooMuch(wanted) || isTooMuch(before)) {
        return {};
    }
    const QLocale locale;
    const std::size_t series = seriesCountOf(wanted);
    if (series <= mostSeries) { // one list alone is too long
        return QCoreApplication::translate("QueryExcess",
                                           "A view has room for %1 events and as many apps.")
            .arg(locale.toString(mostChoices));
    }
    return QCoreApplication::translate("QueryExcess",
                                       "A view has room for %1 series. These would be %2: choose "
                                       "fewer events, apps or segments.")
        .arg(locale.toString(mostSeries), locale.toString(series));
}

} // namespace emberline
