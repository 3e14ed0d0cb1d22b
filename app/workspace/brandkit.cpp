// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/brandkit.h"

#include "app/core/jsonreader.h"
#include "app/core/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int kitVersion = 1;
constexpr qsizetype largestKit = 16 << 10;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error damaged(const QString &detail)
{
    return {.kind = ErrorKind::File, .detail = u"brand.json: "_s + detail};
}

QString kitPath(const QString &folder)
{
    return QDir(folder).filePath(u"brand.json"_s);
}

QString sumOf(const QByteArray &logo)
{
    return QString::fromLatin1(QCryptographicHash::hash(logo, QCryptographicHash::Sha256).toHex());
}

/// Another logo is another file: until brand.json names it, the one before is still whole.
QString logoName(const QString &sum)
{
    return u"brand-logo-"_s + sum.left(16);
}

/// All of a file that may have @p most bytes.
std::optional<QByteArray> bytesOf(const QString &path, qsizetype most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QByteArray bytes = file.read(most + 1);
    return bytes.size() > most ? std::nullopt : std::optional(std::move(bytes));
}

void removeLogosBut(const QString &folder, const QString &name)
{
    QDir place(folder);
    const QStringList logos = place.entryList({u"brand-logo-*"_s}, QDir::Files);
    for (const QString &logo : logos) {
        if (logo != name) {
            place.remove(logo);
        }
    }
}

Result<QByteArray> readLogo(const QString &folder, const QString &sum)
{
    static const QRegularExpression sha256(u"\\A[0-9a-f]{64}\\z"_s);
    if (!sha256.match(sum).hasMatch()) { // it is part of a path
        return damaged(u"logo: a SHA-256 is expected"_s);
    }
    std::optional<QByteArray> logo = bytesOf(QDir(folder).filePath(logoName(sum)), largestLogo);
    if (!logo || sumOf(*logo) != sum) {
        return damaged(u"the logo is not the one that was kept"_s);
    }
    return std::move(*logo);
}

std::optional<Error> writeLogo(const QString &folder, const QByteArray &logo, const QString &sum)
{
    const QString path = QDir(folder).filePath(logoName(sum));
    return bytesOf(path, largestLogo) == logo ? std::nullopt : writeWhole(path, logo, ownerOnly);
}

} // namespace

bool isAccent(const QString &text)
{
    static const QRegularExpression sixDigits(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
    return sixDigits.match(text).hasMatch();
}

Result<BrandKit> readBrandKit(const QString &folder)
{
    const QString path = kitPath(folder);
    if (!QFile::exists(path)) {
        return BrandKit();
    }
    const std::optional<QByteArray> bytes = bytesOf(path, largestKit);
    if (!bytes) {
        return damaged(u"it cannot be read"_s);
    }
    JsonReader reader(QJsonDocument::fromJson(*bytes).object());
    static_cast<void>(reader.integer(u"version"_s, 1, kitVersion));
    BrandKit kit{.font = reader.optionalText(u"font"_s, longestFamily),
                 .accent = reader.optionalText(u"accent"_s),
                 .footer = reader.optionalText(u"footer"_s, longestFooter)};
    const QString sum = reader.optionalText(u"logo"_s);
    if (!kit.accent.isEmpty() && !isAccent(kit.accent)) {
        reader.fail(u"accent"_s, u"#rrggbb is expected"_s);
    }
    if (const std::optional<Error> error = reader.error()) {
        return damaged(error->detail);
    }
    if (!sum.isEmpty()) {
        Result<QByteArray> logo = readLogo(folder, sum);
        if (!logo) {
            return logo.error();
        }
        kit.logo = std::move(logo).value();
    }
    return kit;
}

std::optional<Error> writeBrandKit(const QString &folder, const BrandKit &kit)
{
    const QString path = kitPath(folder);
    if (kit == BrandKit()) {
        if (QFile::exists(path) && !QFile::remove(path)) {
            return Error{.kind = ErrorKind::File, .detail = path + u" cannot be removed"_s};
        }
        removeLogosBut(folder, {});
        return std::nullopt;
    }
    if (!QDir(folder).mkpath(u"."_s)) {
        return Error{.kind = ErrorKind::File, .detail = folder + u" cannot be made"_s};
    }
    const QString sum = kit.logo.isEmpty() ? QString() : sumOf(kit.logo);
    if (!sum.isEmpty()) {
        if (std::optional<Error> error = writeLogo(folder, kit.logo, sum)) {
            return error;
        }
    }
    QJsonObject object{{u"version"_s, kitVersion}};
    for (const auto &[key, value] : {std::pair(u"logo"_s, sum),
                                     std::pair(u"font"_s, kit.font),
                                     std::pair(u"accent"_s, kit.accent),
                                     std::pair(u"footer"_s, kit.footer)}) {
        if (!value.isEmpty()) {
            object.insert(key, value);
        }
    }
    if (std::optional<Error> error = writeWhole(path, QJsonDocument(object).toJson(), ownerOnly)) {
        return error;
    }
    removeLogosBut(folder, sum.isEmpty() ? QString() : logoName(sum));
    return std::nullopt;
}

} // namespace emberline
