// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/brandsentences.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class BrandSentences
{
    Q_DECLARE_TR_FUNCTIONS(emberline::BrandSentences)
};

/// Of the light palette.
QString colorName(int slot)
{
    const std::array names{BrandSentences::tr("the black of “All users”"),
                           BrandSentences::tr("blue"),
                           BrandSentences::tr("orange"),
                           BrandSentences::tr("green"),
                           BrandSentences::tr("plum"),
                           BrandSentences::tr("sky blue"),
                           BrandSentences::tr("red")};
    return names.at(static_cast<std::size_t>(slot + 1));
}

/// Red-green comes in two kinds, which are one to those who don't have it.
enum class Eyes { Usual, RedGreen, BlueYellow };

Eyes eyesOf(ColorVision vision)
{
    switch (vision) {
    case ColorVision::Usual:
        return Eyes::Usual;
    case ColorVision::Protanopia:
    case ColorVision::Deuteranopia:
        return Eyes::RedGreen;
    case ColorVision::Tritanopia:
        return Eyes::BlueYellow;
    }
    Q_UNREACHABLE();
}

QString alike(Eyes eyes, const QString &colors)
{
    switch (eyes) {
    case Eyes::Usual:
        return BrandSentences::tr("Hard to tell from %1").arg(colors);
    case Eyes::RedGreen:
        return BrandSentences::tr("Hard to tell from %1 with red-green colour blindness")
            .arg(colors);
    case Eyes::BlueYellow:
        return BrandSentences::tr("Hard to tell from %1 with blue-yellow colour blindness")
            .arg(colors);
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList sentencesFor(const std::vector<AccentProblem> &problems, const QLocale &locale)
{
    QStringList sentences;
    std::map<Eyes, QStringList> colors;
    for (const AccentProblem &problem : problems) {
        if (problem.kind == AccentProblem::Kind::Pale) {
            // Down, not to the nearest: 2.96 is no 3.0.
            const double contrast = std::floor(problem.value * 10) / 10;
            sentences.append(
                BrandSentences::tr("Too pale for lines on white: %1 : 1, wanted %2 : 1")
                    .arg(locale.toString(contrast, 'f', 1),
                         locale.toString(leastAccentContrast, 'f', 0)));
        } else {
            colors[eyesOf(problem.vision)].append(colorName(problem.slot));
        }
    }
    for (const auto &[eyes, names] : colors) {
        sentences.append(alike(eyes, locale.createSeparatedList(names)));
    }
    return sentences;
}

QString sentenceFor(LogoProblem problem)
{
    switch (problem) {
    case LogoProblem::TooHeavy:
        return BrandSentences::tr("This file is larger than 1 MB. Save the logo smaller.");
    case LogoProblem::TooLarge:
        return BrandSentences::tr("This image has more pixels than a logo needs. Save it with at "
                                  "most 4096 on a side.");
    case LogoProblem::Unreadable:
        return BrandSentences::tr("This file is no PNG or SVG that can be used.");
    case LogoProblem::NotAlone:
        return BrandSentences::tr("This SVG holds more than shapes: text, images, scripts or other "
                                  "files. Save it as shapes alone, or use a PNG.");
    }
    Q_UNREACHABLE();
}

} // namespace emberline
