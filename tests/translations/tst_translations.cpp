// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strictness.h"

#include <QDomDocument>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace emberline::test {

namespace {

QString sourceFolder()
{
    return QStringLiteral(SOURCE_FOLDER);
}

QList<QDomElement> messagesOf(const QString &path)
{
    QFile file(path);
    QDomDocument document;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file)) {
        qFatal("cannot read %s", qUtf8Printable(path));
    }
    QList<QDomElement> messages;
    const QDomNodeList nodes = document.elementsByTagName(u"message"_s);
    for (int i = 0; i < nodes.size(); ++i) {
        messages.append(nodes.at(i).toElement());
    }
    return messages;
}

QString sourceOf(const QDomElement &message)
{
    return message.firstChildElement(u"source"_s).text();
}

/// The translation, or all plural forms of it.
QStringList translationsOf(const QDomElement &message)
{
    const QDomElement translation = message.firstChildElement(u"translation"_s);
    QStringList texts;
    for (QDomElement form = translation.firstChildElement(u"numerusform"_s); !form.isNull();
         form = form.nextSiblingElement(u"numerusform"_s)) {
        texts.append(form.text());
    }
    return texts.isEmpty() ? QStringList{translation.text()} : texts;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?[1-9n]"_s);
    QStringList found;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        found.append(matches.next().captured().remove(u'L'));
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void init() { failOnAnyWarning(); }

    static void everySentenceIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("French") << u"emberline_fr.ts"_s << QStringList();
        QTest::newRow("English plurals") << u"emberline_en.ts"_s << QStringList{u"-pluralonly"_s};
    }

    /// Reads the sources anew, so a sentence that never reached the file is found as well.
    static void everySentenceIsTranslated()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(file);
        QVERIFY(QFile::copy(sourceFolder() + u"/translations/"_s + file, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

        QProcess lupdate;
        lupdate.setWorkingDirectory(sourceFolder());
        lupdate.start(QStringLiteral(LUPDATE),
                      options
                          + QStringList{u"-silent"_s,
                                        u"-locations"_s,
                                        u"none"_s,
                                        u"app"_s,
                                        u"ui"_s,
                                        u"-I"_s,
                                        u"."_s,
                                        u"-ts"_s,
                                        copy});
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        // It says so when it can't tell to which class a sentence belongs.
        QCOMPARE(lupdate.readAllStandardError(), QByteArray());

        QStringList open;
        const QList<QDomElement> messages = messagesOf(copy);
        QVERIFY(!messages.isEmpty());
        for (const QDomElement &message : messages) {
            const QString state = message.firstChildElement(u"translation"_s).attribute(u"type"_s);
            if (!state.isEmpty() || translationsOf(message).contains(QString())) {
                open.append(state + u": "_s + sourceOf(message));
            }
        }
        QVERIFY2(open.isEmpty(), qUtf8Printable(open.join(u'\n')));
    }

    static void everyTranslationKeepsThePlaceholders_data() { everySentenceIsTranslated_data(); }

    static void everyTranslationKeepsThePlaceholders()
    {
        QFETCH(QString, file);
        QStringList wrong;
        for (const QDomElement &message : messagesOf(sourceFolder() + u"/translations/"_s + file)) {
            const QStringList wanted = placeholdersOf(sourceOf(message));
            for (const auto &translation : translationsOf(message)) {
                // The singular may say "one day" in words.
                QStringList lenient = wanted;
                lenient.removeAll(u"%n"_s);
                const QStringList found = placeholdersOf(translation);
                if (found != wanted && found != lenient) {
                    wrong.append(translation);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
    }
};

} // namespace emberline::test

QTEST_GUILESS_MAIN(emberline::test::TestTranslations)

#include "tst_translations.moc"
