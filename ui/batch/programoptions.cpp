// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/programoptions.h"

#include "ui/batch/commandline.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString say(const char *sentence)
{
    return QCoreApplication::translate("ProgramOptions", sentence);
}

void declareWindow(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        say(QT_TRANSLATE_NOOP("ProgramOptions",
                              "Shows how often Braze custom events happen. Other commands:\n"
                              "  emberline render --help\n  emberline demo-server --help")));
    addHelp(parser);
    parser.addVersionOption();
    const auto add = [&parser](const QString &name, const char *meaning, const QString &value) {
        parser.addOption({name, say(meaning), value});
    };
    add(u"workspace"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "The workspace to open, or demo"),
        u"NAME"_s);
    add(u"view"_s, QT_TRANSLATE_NOOP("ProgramOptions", "The view file to open"), u"FILE"_s);
    add(u"theme"_s, QT_TRANSLATE_NOOP("ProgramOptions", "light or dark"), u"THEME"_s);
    add(u"lang"_s, QT_TRANSLATE_NOOP("ProgramOptions", "The language, for example fr"), u"CODE"_s);
    add(u"now"_s, QT_TRANSLATE_NOOP("ProgramOptions", "A fixed present"), u"ISO"_s);
    add(u"profile"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "Where settings and workspaces are kept"),
        u"DIR"_s);
    parser.addOption(
        {u"demo-if-unconnected"_s,
         say(QT_TRANSLATE_NOOP("ProgramOptions",
                               "Open the demo as long as no workspace is connected"))});
    parser.addPositionalArgument(
        u"FILE"_s, say(QT_TRANSLATE_NOOP("ProgramOptions", "A view file")), u"[FILE]"_s);
}

void declareDemoServer(QCommandLineParser &parser)
{
    parser.setApplicationDescription(say(
        QT_TRANSLATE_NOOP("ProgramOptions", "Serves the demo workspace on this computer only.")));
    addHelp(parser);
    const auto add = [&parser](const QString &name, const char *meaning, const QString &value) {
        parser.addOption({name, say(meaning), value});
    };
    add(u"port"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "Port on 127.0.0.1; default any free one"),
        u"N"_s);
    add(u"key"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "The key it accepts; default demo-key"),
        u"K"_s);
    add(u"now"_s, QT_TRANSLATE_NOOP("ProgramOptions", "A fixed present"), u"ISO"_s);
    add(u"latency"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "Waits so long before each answer"),
        u"MS"_s);
    add(u"fail"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "Answers the first N data requests with STATUS"),
        u"STATUS:N"_s);
    add(u"rate-limit"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "Requests an hour before it answers 429"),
        u"N"_s);
    add(u"missing"_s,
        QT_TRANSLATE_NOOP("ProgramOptions", "Leaves out this share of the buckets"),
        u"PERCENT"_s);
}

/// Reads "STATUS:N".
bool readFailure(const QString &text, DemoServerOptions &options)
{
    const QStringList parts = text.split(u':');
    bool isNumber = parts.size() == 2;
    if (isNumber) {
        options.failStatus = parts.at(0).toInt(&isNumber);
    }
    bool isCount = false;
    options.failCount = parts.value(1).toInt(&isCount);
    return isNumber && isCount && options.failStatus >= 300 && options.failStatus <= 599
        && options.failCount > 0;
}

} // namespace

Result<WindowOptions> windowOptionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareWindow(parser);
    if (!parser.parse(QStringList{u"emberline"_s} + arguments)) {
        return usageError(parser.errorText());
    }
    WindowOptions options;
    if (asksForHelp(parser)) {
        options.information = parser.helpText();
        return options;
    }
    if (parser.isSet(u"version"_s)) {
        options.information = u"Emberline "_s + QLatin1String(EMBERLINE_VERSION) + u'\n';
        return options;
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1 || (!files.isEmpty() && parser.isSet(u"view"_s))) {
        return usageError(say(QT_TRANSLATE_NOOP("ProgramOptions", "Emberline opens one file")));
    }
    options.viewFile = files.isEmpty() ? parser.value(u"view"_s) : files.front();
    options.workspace = parser.value(u"workspace"_s);
    options.theme = parser.value(u"theme"_s);
    if (!options.theme.isEmpty() && options.theme != u"light" && options.theme != u"dark") {
        return usageError(say(QT_TRANSLATE_NOOP("ProgramOptions", "--theme takes light or dark")));
    }
    const Result<QString> language = languageOf(parser);
    if (!language) {
        return language.error();
    }
    options.language = *language;
    options.profile = parser.value(u"profile"_s);
    options.demoIfUnconnected = parser.isSet(u"demo-if-unconnected"_s);
    const Result<std::optional<QDateTime>> now = presentOf(parser);
    if (!now) {
        return now.error();
    }
    options.now = *now;
    return options;
}

Result<DemoServerOptions> demoServerOptionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareDemoServer(parser);
    if (!parser.parse(QStringList{u"emberline demo-server"_s} + arguments)) {
        return usageError(parser.errorText());
    }
    DemoServerOptions options;
    if (asksForHelp(parser)) {
        options.information = parser.helpText();
        return options;
    }
    constexpr int longestLatency = 600'000;
    constexpr int most = std::numeric_limits<int>::max();
    const Result<int> port = wholeNumber(parser, u"port"_s, 0, 0, 65'535);
    const Result<int> latency = wholeNumber(parser, u"latency"_s, 0, 0, longestLatency);
    const Result<int> rateLimit = wholeNumber(parser, u"rate-limit"_s, 0, 1, most);
    const Result<int> missing = wholeNumber(parser, u"missing"_s, 0, 0, 100);
    for (const auto *number : {&port, &latency, &rateLimit, &missing}) {
        if (!*number) {
            return number->error();
        }
    }
    const Result<std::optional<QDateTime>> now = presentOf(parser);
    if (!now) {
        return now.error();
    }
    if (parser.isSet(u"fail"_s) && !readFailure(parser.value(u"fail"_s), options)) {
        return usageError(
            say(QT_TRANSLATE_NOOP("ProgramOptions", "--fail takes STATUS:N, for example 503:2")));
    }
    options.port = static_cast<quint16>(*port);
    options.key = parser.isSet(u"key"_s) ? parser.value(u"key"_s) : u"demo-key"_s;
    options.now = *now;
    options.latency = std::chrono::milliseconds(*latency);
    options.missingPercent = *missing;
    if (parser.isSet(u"rate-limit"_s)) {
        options.rateLimit = *rateLimit;
    }
    return options;
}

} // namespace emberline
