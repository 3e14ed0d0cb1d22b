// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/workspace/fakeconnectiontester.h"
#include "ui/workspace/connectdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPushButton>
#include <QTest>

namespace emberline::test {

inline const QString key = QStringLiteral("0123-key-of-the-test");

inline QLineEdit *field(const QWidget &dialog, const QString &name)
{
    return dialog.findChild<QLineEdit *>(name);
}

inline QPushButton *button(const QWidget &dialog, const QString &name)
{
    return dialog.findChild<QPushButton *>(name);
}

inline void type(const QWidget &dialog, const QString &name, const QString &text)
{
    QLineEdit *edit = field(dialog, name);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

inline void press(const QWidget &dialog, const QString &name)
{
    QPushButton *pressed = button(dialog, name);
    pressed->setFocus();
    QTest::keyClick(pressed, Qt::Key_Space);
}

/// Shows @p dialog with all fields filled well.
inline void fillIn(ConnectDialog &dialog)
{
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    field(dialog, QStringLiteral("workspaceName"))->setText(QStringLiteral("ACME"));
    field(dialog, QStringLiteral("endpointText"))->setText(QStringLiteral("rest.iad-01.braze.com"));
    field(dialog, QStringLiteral("apiKey"))->setText(key);
}

inline void runTest(ConnectDialog &dialog)
{
    fillIn(dialog);
    press(dialog, QStringLiteral("testConnection"));
}

inline bool isShown(const QWidget &dialog, const QString &sentence)
{
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&sentence](const QLabel *label) {
        return label->isVisible() && label->text().contains(sentence);
    });
}

inline bool canSave(const QWidget &dialog)
{
    return button(dialog, QStringLiteral("saveAndOpen"))->isEnabled();
}

inline Workspace stored()
{
    Workspace workspace{.id = QStringLiteral("w1"), .name = QStringLiteral("Old")};
    workspace.endpoint = QUrl(QStringLiteral("https://rest.fra-01.braze.eu"));
    workspace.keyPlace = KeyPlace::Keychain;
    workspace.zone = QTimeZone("Europe/Paris");
    workspace.weekStart = Qt::Sunday;
    workspace.apps = {{.id = QStringLiteral("a"), .name = QStringLiteral("App")}};
    return workspace;
}

/// Every text that any property of any widget below @p root holds.
inline QString allTexts(const QObject &root)
{
    QString all;
    QList<const QObject *> objects{&root};
    for (const QObject *child : root.findChildren<QObject *>()) {
        objects.append(child);
    }
    for (const QObject *object : std::as_const(objects)) {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            if (meta->property(i).metaType() == QMetaType::fromType<QString>()) {
                all += meta->property(i).read(object).toString() + u'\n';
            }
        }
    }
    return all;
}

} // namespace emberline::test
