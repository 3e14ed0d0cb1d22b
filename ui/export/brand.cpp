// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/brand.h"

#include "app/core/text.h"

#include <QFontDatabase>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// A name that can stand between quotes in an SVG.
bool isUsable(const QString &family)
{
    const QString unfit = u"\"'<>&,;\\"_s;
    return QFontDatabase::hasFamily(family)
        && std::none_of(family.cbegin(), family.cend(), [&unfit](QChar c) {
               return unfit.contains(c) || !c.isPrint();
           });
}

} // namespace

Result<Brand> brandFrom(const BrandKit &kit)
{
    Brand brand{.family = isUsable(kit.font) ? kit.font : QString(),
                .accent = isAccent(kit.accent) ? QColor(kit.accent) : QColor(),
                .footer = displayText(kit.footer).trimmed()};
    if (!kit.logo.isEmpty()) {
        std::variant<Logo, LogoProblem> logo = logoFrom(kit.logo);
        if (std::holds_alternative<LogoProblem>(logo)) {
            return Error{.kind = ErrorKind::File, .detail = u"The logo cannot be used"_s};
        }
        brand.logo = std::get<Logo>(std::move(logo));
    }
    return brand;
}

Result<BrandPtr> readBrand(const QString &folder)
{
    const Result<BrandKit> kit = readBrandKit(folder);
    if (!kit) {
        return kit.error();
    }
    if (*kit == BrandKit()) {
        return BrandPtr();
    }
    Result<Brand> brand = brandFrom(*kit);
    if (!brand) {
        return brand.error();
    }
    return std::make_shared<const Brand>(std::move(brand).value());
}

} // namespace emberline
