// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/renderoptions.h"

#include "app/export/filename.h"
#include "ui/batch/commandline.h"
#include "ui/export/pictureoptions.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString say(const char *sentence)
{
    return QCoreApplication::translate("RenderOptions", sentence);
}

struct Option
{
    const char *name;
    const char *value;
    const char *meaning;
};

// clang-format off
constexpr std::array knownOptions{
    Option{"event", "NAME", QT_TRANSLATE_NOOP("RenderOptions", "A custom event; repeatable; not with a board")},
    Option{"segment", "ID[=LABEL]", QT_TRANSLATE_NOOP("RenderOptions", "A segment; repeatable")},
    Option{"app", "ID[=LABEL]", QT_TRANSLATE_NOOP("RenderOptions", "An app; repeatable")},
    Option{"unit", "UNIT", QT_TRANSLATE_NOOP("RenderOptions", "hour or day")},
    Option{"length", "N", QT_TRANSLATE_NOOP("RenderOptions", "How many units back; default 30")},
    Option{"ending-at", "ISO", QT_TRANSLATE_NOOP("RenderOptions", "Where the range ends; default now")},
    Option{"from", "ISO", QT_TRANSLATE_NOOP("RenderOptions", "First day or hour of the range, with --to")},
    Option{"to", "ISO", QT_TRANSLATE_NOOP("RenderOptions", "Last day or hour of the range, included")},
    Option{"range", "NAME", QT_TRANSLATE_NOOP("RenderOptions", "A range by name, like last-30-days")},
    Option{"granularity", "SIZE", QT_TRANSLATE_NOOP("RenderOptions", "hour, day, week or month: what is shown; default the unit")},
    Option{"compare", "WHAT", QT_TRANSLATE_NOOP("RenderOptions", "previous or year: the earlier period to compare with")},
    Option{"workspace", "NAME", QT_TRANSLATE_NOOP("RenderOptions", "A saved workspace, or demo")},
    Option{"endpoint", "URL", QT_TRANSLATE_NOOP("RenderOptions", "A REST endpoint, instead of a saved workspace")},
    Option{"key-file", "FILE", QT_TRANSLATE_NOOP("RenderOptions", "The API key for --endpoint, readable by you alone")},
    Option{"out", "DIR", QT_TRANSLATE_NOOP("RenderOptions", "Where files are written; default here")},
    Option{"name", "PATTERN", QT_TRANSLATE_NOOP("RenderOptions", "File name with {event} {segment} {from} {to} {view}")},
    Option{"format", "LIST", QT_TRANSLATE_NOOP("RenderOptions", "png, svg, pdf, csv, xlsx or several, with commas; default png")},
    Option{"size", "WxH", QT_TRANSLATE_NOOP("RenderOptions", "Size of the picture; default 1920x1080")},
    Option{"scale", "N", QT_TRANSLATE_NOOP("RenderOptions", "Pixels for each of these, 1 to 4")},
    Option{"theme", "THEME", QT_TRANSLATE_NOOP("RenderOptions", "light, dark or brand; default light")},
    Option{"background", "GROUND", QT_TRANSLATE_NOOP("RenderOptions", "white, theme or transparent")},
    Option{"layout", "LAYOUT", QT_TRANSLATE_NOOP("RenderOptions", "overlay or panels; default that of the view")},
    Option{"zone", "NAME", QT_TRANSLATE_NOOP("RenderOptions", "When a day ends, without a saved workspace; default UTC")},
    Option{"max-wait", "SECONDS", QT_TRANSLATE_NOOP("RenderOptions", "Longest wait for a rate limit; default 120")},
    Option{"history", "DIR", QT_TRANSLATE_NOOP("RenderOptions", "Where what was loaded is kept and read again")},
    Option{"now", "ISO", QT_TRANSLATE_NOOP("RenderOptions", "A fixed present")},
    Option{"log", "FILE", QT_TRANSLATE_NOOP("RenderOptions", "One JSON line per request")},
    Option{"lang", "CODE", QT_TRANSLATE_NOOP("RenderOptions", "Language of the picture")},
    Option{"profile", "DIR", QT_TRANSLATE_NOOP("RenderOptions", "Where workspaces are kept")},
};
// clang-format on

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP(
        "RenderOptions",
        "Writes pictures and tables of a view or of each view of a board, without a display.")));
    addHelp(parser);
    for (const Option &option : knownOptions) {
        parser.addOption({QString::fromLatin1(option.name),
                          say(option.meaning),
                          QString::fromLatin1(option.value)});
    }
    parser.addOption({u"no-history"_s,
                      say(QT_TRANSLATE_NOOP("RenderOptions", "Neither read nor keep history"))});
    parser.addOption(
        {u"contact-sheet"_s,
         say(QT_TRANSLATE_NOOP("RenderOptions", "Writes all pictures on one page as well"))});
    parser.addOption(
        {u"offline"_s,
         say(QT_TRANSLATE_NOOP("RenderOptions", "Never ask the service: from history alone"))});
    parser.addPositionalArgument(
        u"FILE"_s,
        say(QT_TRANSLATE_NOOP("RenderOptions", "A board, a view, or a picture that holds one")),
        u"[FILE]"_s);
}

std::vector<Choice> choicesFrom(const QStringList &values)
{
    std::vector<Choice> choices;
    for (const QString &value : values) {
        const qsizetype cut = value.indexOf(u'=');
        choices.push_back(cut < 0 ? Choice{.id = value}
                                  : Choice{.id = value.left(cut), .label = value.mid(cut + 1)});
    }
    return choices;
}

/// Reads one option after the other and keeps the first complaint.
class Reading
{
public:
    explicit Reading(const QCommandLineParser &parser)
        : m_parser(parser)
    { }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void complain(const QString &sentence)
    {
        if (!m_error) {
            m_error = usageError(sentence);
        }
    }

    /// The value of @p name, which must be one of @p allowed; the first of them when not set.
    QString oneOf(const QString &name, const QStringList &allowed)
    {
        if (!m_parser.isSet(name)) {
            return allowed.front();
        }
        QString value = m_parser.value(name);
        if (!allowed.contains(value)) {
            complain(say(QT_TRANSLATE_NOOP("RenderOptions", "--%1 takes %2, not “%3”"))
                         .arg(name, allowed.join(u", "_s), value));
        }
        return value;
    }

    int number(const QString &name, int fallback, int least, int most)
    {
        const Result<int> result = wholeNumber(m_parser, name, fallback, least, most);
        if (!result) {
            complain(result.error().detail);
            return fallback;
        }
        return *result;
    }

    QStringList formats()
    {
        QStringList formats = m_parser.isSet(u"format"_s)
                                ? m_parser.value(u"format"_s).split(u',', Qt::SkipEmptyParts)
                                : QStringList{u"png"_s};
        formats.removeDuplicates();
        for (const auto &format : std::as_const(formats)) {
            if (format != u"csv" && format != u"xlsx" && !pictureFormatFrom(format)) {
                complain(
                    say(QT_TRANSLATE_NOOP("RenderOptions",
                                          "--format takes png, svg, pdf, csv and xlsx, not “%1”"))
                        .arg(format));
            }
        }
        if (formats.isEmpty()) {
            complain(say(QT_TRANSLATE_NOOP("RenderOptions", "--format is empty")));
        }
        return formats;
    }

    QSize size()
    {
        if (!m_parser.isSet(u"size"_s)) {
            return PictureOptions().size;
        }
        const QStringList parts = m_parser.value(u"size"_s).split(u'x');
        const QSize size = parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt())
                                             : QSize();
        if (size.width() < leastPictureSide || size.height() < leastPictureSide
            || size.width() > longestPictureSide || size.height() > longestPictureSide) {
            complain(say(QT_TRANSLATE_NOOP(
                "RenderOptions", "--size takes WIDTHxHEIGHT, from 240x240 to 4096x4096")));
        }
        return size;
    }

    std::optional<QTimeZone> zone()
    {
        if (!m_parser.isSet(u"zone"_s)) {
            return std::nullopt;
        }
        const QTimeZone zone(m_parser.value(u"zone"_s).toUtf8());
        if (!zone.isValid()) {
            complain(say(QT_TRANSLATE_NOOP("RenderOptions",
                                           "--zone takes a name like Europe/Paris, not “%1”"))
                         .arg(m_parser.value(u"zone"_s)));
            return std::nullopt;
        }
        return zone;
    }

    QString language()
    {
        const Result<QString> result = languageOf(m_parser);
        if (!result) {
            complain(result.error().detail);
            return {};
        }
        return *result;
    }

    /// The text of @p name, which must be an ISO 8601 date or time.
    std::optional<QString> isoText(const QString &name)
    {
        if (!m_parser.isSet(name)) {
            return std::nullopt;
        }
        QString text = m_parser.value(name);
        if (!instantFromIso(text, QTimeZone::utc())) {
            complain(say(QT_TRANSLATE_NOOP("RenderOptions",
                                           "--%1 takes an ISO 8601 date or time, not “%2”"))
                         .arg(name, text));
        }
        return text;
    }

    std::optional<QDateTime> now()
    {
        const Result<std::optional<QDateTime>> result = presentOf(m_parser);
        if (!result) {
            complain(result.error().detail);
            return std::nullopt;
        }
        return *result;
    }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

void checkSource(const QCommandLineParser &parser, Reading &reading)
{
    if (parser.positionalArguments().size() > 1) {
        reading.complain(say(QT_TRANSLATE_NOOP("RenderOptions", "render takes one file")));
    }
    if (parser.isSet(u"workspace"_s) == parser.isSet(u"endpoint"_s)) {
        reading.complain(say(QT_TRANSLATE_NOOP(
            "RenderOptions", "Say which one: --workspace NAME, or --endpoint URL")));
    }
    if (parser.isSet(u"key-file"_s) && !parser.isSet(u"endpoint"_s)) {
        reading.complain(
            say(QT_TRANSLATE_NOOP("RenderOptions", "--key-file goes with --endpoint")));
    }
    const bool saved = parser.isSet(u"workspace"_s) && parser.value(u"workspace"_s) != u"demo";
    if (parser.isSet(u"zone"_s) && saved) {
        reading.complain(say(QT_TRANSLATE_NOOP(
            "RenderOptions", "--zone goes with --endpoint: a workspace has its own")));
    }
}

void readQuery(const QCommandLineParser &parser, Reading &reading, RenderOptions &result)
{
    result.events = parser.values(u"event"_s);
    result.segments = choicesFrom(parser.values(u"segment"_s));
    result.apps = choicesFrom(parser.values(u"app"_s));
    if (parser.isSet(u"unit"_s)) {
        const QString unit = reading.oneOf(u"unit"_s, {u"day"_s, u"hour"_s});
        result.unit = unit == u"hour" ? Unit::Hour : Unit::Day;
    }
    if (parser.isSet(u"granularity"_s)) {
        const QStringList names{u"hour"_s, u"day"_s, u"week"_s, u"month"_s};
        const qsizetype place = names.indexOf(reading.oneOf(u"granularity"_s, names));
        result.granularity = static_cast<Granularity>(std::max<qsizetype>(0, place));
    }
}

void checkRange(const QCommandLineParser &parser, Reading &reading)
{
    const bool span = parser.isSet(u"from"_s) || parser.isSet(u"to"_s);
    const bool units = parser.isSet(u"length"_s) || parser.isSet(u"ending-at"_s);
    const bool named = parser.isSet(u"range"_s);
    if (parser.isSet(u"from"_s) != parser.isSet(u"to"_s)) {
        reading.complain(say(QT_TRANSLATE_NOOP("RenderOptions", "--from and --to go together")));
    }
    if (static_cast<int>(span) + static_cast<int>(units) + static_cast<int>(named) > 1) {
        reading.complain(
            say(QT_TRANSLATE_NOOP("RenderOptions",
                                  "Say one range: --length with --ending-at, --from with --to, or "
                                  "--range")));
    }
}

void readRange(const QCommandLineParser &parser, Reading &reading, RenderOptions &result)
{
    checkRange(parser, reading);
    if (parser.isSet(u"length"_s)) {
        result.length = reading.number(u"length"_s, 1, 1, longestRange);
    }
    result.endingAt = reading.isoText(u"ending-at"_s);
    result.from = reading.isoText(u"from"_s);
    result.to = reading.isoText(u"to"_s);
    if (parser.isSet(u"range"_s)) {
        QStringList names;
        for (const Preset preset : allPresets) {
            names.append(presetName(preset));
        }
        result.preset = presetFromName(reading.oneOf(u"range"_s, names));
    }
    if (parser.isSet(u"compare"_s)) {
        const bool isYear = reading.oneOf(u"compare"_s, {u"previous"_s, u"year"_s}) == u"year";
        result.comparison = isYear ? ComparisonKind::LastYear : ComparisonKind::PreviousPeriod;
    }
}

void readHistory(const QCommandLineParser &parser, Reading &reading, RenderOptions &result)
{
    result.offline = parser.isSet(u"offline"_s);
    result.noHistory = parser.isSet(u"no-history"_s);
    result.historyFolder = parser.value(u"history"_s);
    const bool isNamed = parser.isSet(u"history"_s);
    if (isNamed && result.historyFolder.isEmpty()) {
        reading.complain(say(QT_TRANSLATE_NOOP("RenderOptions", "--history is empty")));
    }
    if (result.noHistory && (isNamed || result.offline)) {
        reading.complain(say(QT_TRANSLATE_NOOP(
            "RenderOptions", "--no-history goes neither with --history nor with --offline")));
    }
}

void readPicture(const QCommandLineParser &parser, Reading &reading, RenderOptions &result)
{
    result.outFolder = parser.isSet(u"out"_s) ? parser.value(u"out"_s) : u"."_s;
    result.namePattern = parser.value(u"name"_s);
    if (const QString word = unknownNameWord(result.namePattern); !word.isEmpty()) {
        reading.complain(say(QT_TRANSLATE_NOOP("RenderOptions", "--name knows %1, not “%2”"))
                             .arg(nameWords().join(u", "_s), word));
    }
    result.formats = reading.formats();
    result.contactSheet = parser.isSet(u"contact-sheet"_s);
    PictureOptions &picture = result.picture;
    picture.size = reading.size();
    picture.scale = reading.number(u"scale"_s, 1, 1, largestPictureScale);
    const QString theme = reading.oneOf(u"theme"_s, {u"light"_s, u"dark"_s, u"brand"_s});
    const bool dark = theme == u"dark";
    picture.theme = dark              ? PictureTheme::Dark
                  : theme == u"brand" ? PictureTheme::Brand
                                      : PictureTheme::Light;
    // White under light lines and text would hide them: dark pictures keep their own ground.
    const QString ground = parser.isSet(u"background"_s) ? reading.oneOf(
                               u"background"_s, {u"white"_s, u"theme"_s, u"transparent"_s})
                                                         : (dark ? u"theme"_s : u"white"_s);
    picture.background = ground == u"white" ? PictureOptions::Background::White
                       : ground == u"theme" ? PictureOptions::Background::Theme
                                            : PictureOptions::Background::Transparent;
    if (parser.isSet(u"layout"_s)) {
        const QString panels = u"panels"_s;
        result.layout = reading.oneOf(u"layout"_s, {u"overlay"_s, panels}) == panels
                          ? ChartLayout::SideBySide
                          : ChartLayout::Overlay;
    }
}

} // namespace

Result<RenderOptions> renderOptionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(QStringList{u"emberline render"_s} + arguments)) {
        return usageError(parser.errorText());
    }
    RenderOptions result;
    if (asksForHelp(parser)) {
        result.information = parser.helpText();
        return result;
    }
    Reading reading(parser);
    checkSource(parser, reading);
    result.file = parser.positionalArguments().value(0);
    result.workspace = parser.value(u"workspace"_s);
    result.endpoint = parser.value(u"endpoint"_s);
    result.keyFile = parser.value(u"key-file"_s);
    readQuery(parser, reading, result);
    readRange(parser, reading, result);
    readPicture(parser, reading, result);
    constexpr int longestWait = 24 * 60 * 60;
    result.zone = reading.zone();
    result.maxWait = std::chrono::seconds(reading.number(u"max-wait"_s, 120, 0, longestWait));
    readHistory(parser, reading, result);
    result.now = reading.now();
    result.logFile = parser.value(u"log"_s);
    result.language = reading.language();
    result.profile = parser.value(u"profile"_s);
    if (reading.error()) {
        return *reading.error();
    }
    return result;
}

} // namespace emberline
