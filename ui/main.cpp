// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/applicationid.h"
#include "app/core/text.h"
#include "app/demo/server.h"
#include "ui/appcontext.h"
#include "ui/batch/programoptions.h"
#include "ui/batch/rendercommand.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#ifdef EMBERLINE_ASKS_PORTAL
#include "ui/theme/portalscheme.h"
#endif
#include "ui/window/language.h"

#include <QApplication>
#include <QHashFunctions>
#include <QNetworkInformation>
#include <QSet>
#include <QTextStream>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int wrongUsage = static_cast<int>(RenderExit::WrongUsage);

int complain(const Error &error)
{
    QTextStream(stderr) << "emberline: " << displayText(error.detail) << '\n';
    return wrongUsage;
}

int inform(const QString &text)
{
    QTextStream(stdout) << text;
    return 0;
}

int runRender(QApplication &application, const QStringList &arguments)
{
    Language language;
    language.use({});
    const Result<RenderOptions> options = renderOptionsFrom(arguments);
    if (!options) {
        return complain(options.error());
    }
    if (!options->information.isEmpty()) {
        return inform(options->information);
    }
    language.use(options->language);
    const AppContext context(profileFolder(options->profile), options->now);
    RenderCommand command(*options, context.services());
    QObject::connect(&command, &RenderCommand::finished, &application, [](RenderExit code) {
        QCoreApplication::exit(static_cast<int>(code));
    });
    command.start();
    return QApplication::exec();
}

int runDemoServer(const QStringList &arguments)
{
    const Result<DemoServerOptions> options = demoServerOptionsFrom(arguments);
    if (!options) {
        return complain(options.error());
    }
    if (!options->information.isEmpty()) {
        return inform(options->information);
    }
    DemoOptions demo{.port = options->port,
                     .key = options->key.toLatin1(),
                     .latency = options->latency,
                     .rateLimit = options->rateLimit,
                     .missingPercent = options->missingPercent};
    if (options->failStatus != 0) {
        demo.fail = DemoFailRule{.status = options->failStatus, .requests = options->failCount};
    }
    const std::unique_ptr<Clock> clock = clockAt(options->now);
    DemoServer server(*clock, demo);
    if (!server.listen()) {
        return complain({.detail = server.errorString()});
    }
    QTextStream(stdout) << server.url().toString() << Qt::endl;
    return QCoreApplication::exec();
}

int runWindow(QApplication &application, const QStringList &arguments)
{
    Language language;
    language.use({});
    const Result<WindowOptions> options = windowOptionsFrom(arguments);
    if (!options) {
        return complain(options.error());
    }
    if (!options->information.isEmpty()) {
        return inform(options->information);
    }
    const AppContext context(profileFolder(options->profile), options->now);
    const Services &services = context.services();
    // Where the system can tell whether there is a network at all, messages say so.
    static_cast<void>(QNetworkInformation::loadDefaultBackend());
    ThemeController theme(&application);
#ifdef EMBERLINE_ASKS_PORTAL
    const PortalScheme desktop(QDBusConnection::sessionBus());
    QObject::connect(&desktop, &PortalScheme::changed, &theme, &ThemeController::setDesktopIsDark);
#endif
    theme.setReducedMotion(services.preferences.hasReducedMotion());
    theme.setChoice(options->theme == u"dark"    ? ThemeChoice::Dark
                    : options->theme == u"light" ? ThemeChoice::Light
                                                 : services.preferences.theme());

    // Another language makes another window: what it shows is a value and moves over.
    QString code = options->language.isEmpty() ? services.preferences.language()
                                               : options->language;
    WindowOptions first = *options;
    for (;;) {
        language.use(code);
        MainWindow window(services, theme);
        window.open(first);
        window.show();
        const int result = QApplication::exec();
        if (result != MainWindow::anotherLanguage) {
            return result;
        }
        code = services.preferences.language();
        first = {.workspace = window.workspaceName()};
    }
}

/// Help and version need no display.
bool isInformation(int argc, char *argv[])
{
    const QSet<QByteArray> asks{"--help", "--help-all", "-h", "--version", "-v"};
    return std::any_of(
        argv, argv + argc, [&asks](const char *argument) { return asks.contains(argument); });
}

void sayNothing(QtMsgType /*type*/,
                const QMessageLogContext & /*context*/,
                const QString & /*text*/)
{ }

/// No core file shall hold a key. (What we keep is made for its owner alone where it is written;
/// what people export is theirs to share.)
void forbidCores()
{
#if defined(Q_OS_UNIX) && defined(QT_NO_DEBUG)
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace

} // namespace emberline

// NOLINTNEXTLINE(bugprone-exception-escape): nothing could be done about one but ending, too
int main(int argc, char *argv[])
{
    using namespace emberline;
    forbidCores();
    QCoreApplication::setApplicationName(u"Emberline"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(EMBERLINE_VERSION));
    QGuiApplication::setDesktopFileName(applicationId); // by which Wayland finds name and icon
    const QString command = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const bool isRender = command == u"render";
    if (isRender) {
        QHashSeed::setDeterministicGlobalSeed(); // the order of a PDF's objects depends on it
    }
    if (command == u"demo-server") {
        const QCoreApplication application(argc, argv);
        return runDemoServer(QCoreApplication::arguments().mid(2));
    }
    const bool onlyInforms = isInformation(argc, argv);
    if ((isRender || onlyInforms) && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    // Qt complains of a missing XDG_RUNTIME_DIR (cron, containers); render's stderr is for people.
    const QtMessageHandler usual = isRender ? qInstallMessageHandler(sayNothing) : nullptr;
    QApplication application(argc, argv);
    if (isRender) {
        qInstallMessageHandler(usual);
    }
    return isRender ? runRender(application, QCoreApplication::arguments().mid(2))
                    : runWindow(application, QCoreApplication::arguments().mid(1));
}
