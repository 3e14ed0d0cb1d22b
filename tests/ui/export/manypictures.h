// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chart/sampledata.h"
#include "ui/export/contactsheet.h"

namespace emberline::test {

/// A picture for each of @p names, all of the shop's days.
inline PictureSet picturesOf(const QStringList &names)
{
    PictureSet set{.title = u"The shop at a glance"_s};
    View view;
    view.query.events = QStringList{u"checkout_completed"_s};
    for (const QString &name : names) {
        set.pictures.push_back({.name = name,
                                .source = {.dataset = std::make_shared<const Dataset>(shopDays()),
                                           .looks = shopLooks(),
                                           .view = view,
                                           .text = {.title = u"Checkouts"_s,
                                                    .footnote = u"Demo data. Fetched."_s,
                                                    .notice = u"Demo data."_s}}});
    }
    return set;
}

} // namespace emberline::test
