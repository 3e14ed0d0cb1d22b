// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/commandline.h"

#include "ui/window/language.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

Error usageError(const QString &sentence)
{
    return {.kind = ErrorKind::InvalidQuery, .detail = sentence};
}

std::optional<QDateTime> instantFromIso(const QString &text, const QTimeZone &zone)
{
    constexpr qsizetype dateOnly = 10;
    if (text.size() == dateOnly) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date.startOfDay(zone).toUTC()) : std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() && !text.contains(u'T')) {
        return std::nullopt;
    }
    if (time.timeSpec() != Qt::LocalTime) {
        return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
    }
    // Read as local time by Qt: take date and time as they stand, not through the system's zone.
    const QDate date = QDate::fromString(text.left(dateOnly), Qt::ISODate);
    const QTime clock = QTime::fromString(text.mid(dateOnly + 1), Qt::ISODateWithMs);
    if (!date.isValid() || !clock.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, clock, zone).toUTC();
}

Result<int> wholeNumber(
    const QCommandLineParser &parser, const QString &option, int fallback, int least, int most)
{
    if (!parser.isSet(option)) {
        return fallback;
    }
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most) {
        return usageError(
            QCoreApplication::translate("CommandLine", "--%1 takes a whole number from %2 to %3")
                .arg(option)
                .arg(least)
                .arg(most));
    }
    return number;
}

Result<QString> languageOf(const QCommandLineParser &parser)
{
    const QString code = parser.value(u"lang"_s);
    const QStringList spoken = Language::available();
    if (!code.isEmpty() && !spoken.contains(code.section(u'_', 0, 0))) {
        return usageError(QCoreApplication::translate("CommandLine", "--lang takes %1, not “%2”")
                              .arg(spoken.join(u", "_s), code));
    }
    return code;
}

void addHelp(QCommandLineParser &parser)
{
    // Not Qt's own: its second word promises options of Qt that are not there.
    parser.addOption({QStringList{u"h"_s, u"help"_s},
                      QCoreApplication::translate("CommandLine", "Shows this help")});
    QCommandLineOption more(u"help-all"_s);
    more.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(more);
}

bool asksForHelp(const QCommandLineParser &parser)
{
    return parser.isSet(u"help"_s) || parser.isSet(u"help-all"_s);
}

Result<std::optional<QDateTime>> presentOf(const QCommandLineParser &parser)
{
    const QString text = parser.value(u"now"_s);
    if (!parser.isSet(u"now"_s)) {
        return std::optional<QDateTime>();
    }
    const std::optional<QDateTime> now = instantFromIso(text, QTimeZone::utc());
    if (!now) {
        return usageError(
            QCoreApplication::translate("CommandLine", "--now takes an ISO 8601 time, not “%1”")
                .arg(text));
    }
    return now;
}

} // namespace emberline
