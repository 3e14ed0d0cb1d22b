// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/keyfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

Error keyError(const QString &sentence)
{
    return {.kind = ErrorKind::Keychain, .detail = sentence};
}

Result<ApiKey> checked(const QString &text, const QString &place)
{
    Result<ApiKey> key = ApiKey::fromText(text);
    if (!key) {
        return keyError(
            QCoreApplication::translate(
                "KeyFile", "%1 holds no key: a key has 1 to 512 characters, no blanks inside")
                .arg(place));
    }
    return key;
}

} // namespace

Result<ApiKey> keyFromFile(const QString &path)
{
    QFile file(path);
    // A pipe is nobody's to read but its owner's, and has no useful permissions.
    const bool isFile = QFileInfo(path).isFile();
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
#ifndef Q_OS_WIN
    if (isFile && (file.permissions() & others) != 0) {
        return keyError(
            QCoreApplication::translate("KeyFile", "%1 can be read by others; run: chmod 600 %1")
                .arg(path));
    }
#endif
    constexpr qint64 longest = 4096;
    if (!file.open(QIODevice::ReadOnly)) {
        return keyError(QCoreApplication::translate("KeyFile", "%1 cannot be read").arg(path));
    }
    return checked(QString::fromUtf8(file.read(longest)), path);
}

Result<ApiKey> keyFromEnvironment()
{
    if (!qEnvironmentVariableIsSet("EMBERLINE_API_KEY")) {
        return keyError(QCoreApplication::translate(
            "KeyFile", "An endpoint needs a key: --key-file FILE, or EMBERLINE_API_KEY"));
    }
    return checked(qEnvironmentVariable("EMBERLINE_API_KEY"), u"EMBERLINE_API_KEY"_s);
}

} // namespace emberline
