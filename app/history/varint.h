// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace emberline {

/// Appends whole numbers in as few bytes as they need, and bits in as few as asked.
class ByteWriter
{
public:
    void byte(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    void number(quint64 value); ///< seven bits a byte, lowest first
    void fixed(quint64 value); ///< eight bytes, lowest first
    /// The low @p width bits (up to 56) of @p value; padded by flushBits().
    void bits(quint64 value, int width);
    void flushBits();

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    quint64 m_pending = 0;
    int m_pendingBits = 0;
};

/// Reads what ByteWriter wrote. Past the end everything is 0 and failed() is true.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    [[nodiscard]] quint8 byte();
    [[nodiscard]] quint64 number();
    [[nodiscard]] quint64 fixed();
    [[nodiscard]] quint64 bits(int width);
    void skipPadding();

    void fail() { m_failed = true; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    quint64 m_pending = 0;
    int m_pendingBits = 0;
    bool m_failed = false;
};

/// Small for numbers near zero of either sign.
[[nodiscard]] constexpr quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
}

[[nodiscard]] constexpr qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>((value >> 1) ^ (~(value & 1) + 1));
}

/// Finds every single changed byte for certain, and anything else all but certainly (FNV-1a).
[[nodiscard]] quint64 checksumOf(QByteArrayView bytes, quint64 start = 14'695'981'039'346'656'037U);

} // namespace emberline
