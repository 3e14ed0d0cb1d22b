// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/window/language.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr
        || qobject_cast<const QLineEdit *>(widget) != nullptr
        || qobject_cast<const QComboBox *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<const QAbstractItemView *>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit *>(widget) != nullptr;
}

/// What Qt itself puts into its widgets has no name for us to give.
bool isQtsOwn(const QWidget *widget)
{
    if (widget->objectName().startsWith(u"qt_"_s)
        || qobject_cast<const QHeaderView *>(widget) != nullptr) {
        return true;
    }
    if (qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr) {
        return true; // the field speaks for its edit
    }
    const QByteArray type = widget->metaObject()->className();
    static const QList<QByteArray> types{"QTableCornerButton",
                                         "QLineEditIconButton",
                                         "QComboBoxListView",
                                         "QToolBarExtension",
                                         "QCalendarView"};
    return types.contains(type)
        || (widget->parentWidget() != nullptr && isQtsOwn(widget->parentWidget()));
}

/// What a screen reader says; a button without a name of its own says its text.
QString spokenName(QWidget *widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : QString();
}

/// Widgets below @p root that people can use and that lack a name.
QStringList nameless(const QWidget &root)
{
    QStringList found;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!isInteractive(widget) || isQtsOwn(widget)) {
            continue;
        }
        if (widget->objectName().isEmpty() || spokenName(widget).isEmpty()) {
            found.append(u"%1 “%2” named “%3” in %4"_s.arg(
                QString::fromLatin1(widget->metaObject()->className()),
                widget->objectName(),
                spokenName(widget),
                widget->parentWidget()->objectName()));
        }
    }
    return found;
}

} // namespace

class TestAccessibleNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void allCanBeFoundAndSpoken_data();
    static void allCanBeFoundAndSpoken();
};

void TestAccessibleNames::allCanBeFoundAndSpoken_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("dialog");
    for (const QString &language : Language::available()) {
        const auto row = [&language](const char *name) -> QTestData & {
            return QTest::addRow("%s, %s", name, qPrintable(language)) << language;
        };
        row("window") << QString() << QString();
        row("connect") << u"connectAction"_s << u"connectDialog"_s;
        row("workspaces") << u"workspacesAction"_s << u"workspacesDialog"_s;
        row("export") << u"exportAction"_s << u"exportDialog"_s;
        row("export all") << u"exportAllAction"_s << u"exportAllDialog"_s;
        row("about") << u"aboutAction"_s << u"aboutDialog"_s;
    }
}

void TestAccessibleNames::allCanBeFoundAndSpoken()
{
    QFETCH(const QString, language);
    QFETCH(const QString, action);
    QFETCH(const QString, dialog);
    Language speaks;
    speaks.use(language);
    WorkspaceFixture app;
    app.start();
    QTRY_COMPARE(app.window().workspaceName(), u"ACME Production"_s);
    Query query;
    query.events = QStringList{u"checkout_completed"_s};
    app.window().controller().setQuery(query);
    QTRY_COMPARE(app.dataset().series.size(), std::size_t{1});
    const QWidget *root = &app.window();
    if (!action.isEmpty()) {
        app.window().findChild<QAction *>(action)->trigger();
        root = &app.find<QDialog>(dialog);
        QVERIFY(root->isVisible());
    }
    const QStringList found = nameless(*root);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestAccessibleNames)
#include "tst_accessiblenames.moc"
