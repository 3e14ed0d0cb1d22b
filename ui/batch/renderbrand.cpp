// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/renderbrand.h"

#include <QCoreApplication>
#include <QTextStream>

namespace emberline {

BrandPtr renderBrand(const RenderOptions &options, const QString &folder)
{
    if (options.picture.theme != PictureTheme::Brand) {
        return {};
    }
    const Result<BrandPtr> brand = readBrand(folder);
    if (brand && *brand != nullptr) {
        return *brand;
    }
    const QString reason = brand ? QCoreApplication::translate(
                               "RenderBrand", "There is no brand kit in this profile")
                                 : QCoreApplication::translate(
                                     "RenderBrand", "The brand kit of this profile is damaged");
    QTextStream(stderr)
        << QCoreApplication::translate("RenderBrand", "%1; pictures are light").arg(reason) << '\n';
    return {};
}

} // namespace emberline
