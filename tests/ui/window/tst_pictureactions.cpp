// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appfixture.h"
#include "tests/support/strictness.h"
#include "ui/export/exportdialog.h"
#include "ui/feedback/toast.h"

#include <QAction>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QList<Toast *> toastsOf(const QWidget &parent)
{
    return parent.findChildren<Toast *>(Qt::FindDirectChildrenOnly);
}

} // namespace

/// What is said when a picture has been taken away, and where.
class TestPictureActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }
    static void aCopyFromTheWindowIsSaidOnThePage();
    static void aCopyFromTheDialogIsSaidOverTheDialog();
};

void TestPictureActions::aCopyFromTheWindowIsSaidOnThePage()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"copyImageAction"_s).trigger();
    const QList<Toast *> toasts = toastsOf(app.find<QWidget>(u"workPage"_s));
    QCOMPARE(toasts.size(), 1);
    QVERIFY(toasts.constFirst()->isVisible());
    QVERIFY(everyTextOf(*toasts.constFirst()).contains(u"Copied "_s));
}

/// Over the page it would lie under the scrim, and out of reach of a modal dialog.
void TestPictureActions::aCopyFromTheDialogIsSaidOverTheDialog()
{
    AppFixture app(AppFixture::Network::Fake);
    app.startDemo();
    app.find<QAction>(u"exportAction"_s).trigger();
    auto *dialog = app.window().findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    Q_EMIT dialog->copied(QSize(2400, 1350), {});
    const QList<Toast *> toasts = toastsOf(*dialog);
    QCOMPARE(toasts.size(), 1);
    QVERIFY(toasts.constFirst()->isVisible());
    QVERIFY(everyTextOf(*toasts.constFirst()).contains(u"Copied 2400 × 1350 px"_s));
    QVERIFY(dialog->rect().contains(toasts.constFirst()->geometry()));
    QVERIFY(toastsOf(app.find<QWidget>(u"workPage"_s)).isEmpty());
    dialog->reject();
    QTRY_VERIFY(app.window().findChild<Toast *>() == nullptr); // it goes with the dialog
}

} // namespace emberline::test

QTEST_MAIN(emberline::test::TestPictureActions)

#include "tst_pictureactions.moc"
