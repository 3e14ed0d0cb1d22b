// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturechoice.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

using Background = PictureOptions::Background;

template <typename Enum, std::size_t count>
using Names = std::array<std::pair<Enum, const char *>, count>;

constexpr Names<PictureTheme, 3> themeNames{
    {{PictureTheme::Light, "light"}, {PictureTheme::Dark, "dark"}, {PictureTheme::Brand, "brand"}}};
constexpr Names<Background, 3> backgroundNames{{{Background::White, "white"},
                                                {Background::Theme, "theme"},
                                                {Background::Transparent, "transparent"}}};

template <typename Enum, std::size_t count>
QString nameOf(const Names<Enum, count> &names, Enum value)
{
    for (const auto &[each, name] : names) {
        if (each == value) {
            return QString::fromLatin1(name);
        }
    }
    Q_UNREACHABLE();
}

template <typename Enum, std::size_t count>
void read(const QJsonValue &json, const Names<Enum, count> &names, Enum &value)
{
    for (const auto &[each, name] : names) {
        if (json.toString() == QLatin1String(name)) {
            value = each;
        }
    }
}

void read(const QJsonValue &json, bool &flag)
{
    flag = json.toBool(flag);
}

/// A whole number from @p least to @p most, or what @p usual is.
int read(const QJsonValue &json, int least, int most, int usual)
{
    const qint64 number = json.toInteger(least - 1LL);
    return number >= least && number <= most ? static_cast<int>(number) : usual;
}

} // namespace

QJsonObject toJson(const PictureChoice &choice)
{
    const PictureOptions &options = choice.options;
    const PictureParts &parts = options.parts;
    return {{u"format"_s, suffixOf(options.format)},
            {u"width"_s, options.size.width()},
            {u"height"_s, options.size.height()},
            {u"as_on_screen"_s, choice.asOnScreen},
            {u"scale"_s, options.scale},
            {u"theme"_s, nameOf(themeNames, options.theme)},
            {u"background"_s, nameOf(backgroundNames, options.background)},
            {u"title"_s, parts.title},
            {u"subtitle"_s, parts.subtitle},
            {u"end_labels"_s, parts.endLabels},
            {u"legend"_s, parts.legend},
            {u"summary"_s, parts.summary},
            {u"footnote"_s, parts.footnote},
            {u"embeds_view"_s, options.embedsView}};
}

PictureChoice pictureChoiceFrom(const QJsonObject &json)
{
    PictureChoice choice;
    PictureOptions &options = choice.options;
    const QString format = json.value(u"format"_s).toString();
    options.format = pictureFormatFrom(format).value_or(options.format);
    const int width = read(json.value(u"width"_s), leastPictureSide, longestPictureSide, 0);
    const int height = read(json.value(u"height"_s), leastPictureSide, longestPictureSide, 0);
    if (width > 0 && height > 0) {
        options.size = QSize(width, height);
    }
    read(json.value(u"as_on_screen"_s), choice.asOnScreen);
    options.scale = read(json.value(u"scale"_s), 1, largestPictureScale, options.scale);
    read(json.value(u"theme"_s), themeNames, options.theme);
    read(json.value(u"background"_s), backgroundNames, options.background);
    PictureParts &parts = options.parts;
    read(json.value(u"title"_s), parts.title);
    read(json.value(u"subtitle"_s), parts.subtitle);
    read(json.value(u"end_labels"_s), parts.endLabels);
    read(json.value(u"legend"_s), parts.legend);
    read(json.value(u"summary"_s), parts.summary);
    read(json.value(u"footnote"_s), parts.footnote);
    read(json.value(u"embeds_view"_s), options.embedsView);
    return choice;
}

} // namespace emberline
