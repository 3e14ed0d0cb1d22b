// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/varint.h"

namespace emberline {

namespace {

constexpr quint64 lowBits(int width)
{
    return (quint64{1} << width) - 1;
}

} // namespace

void ByteWriter::number(quint64 value)
{
    while (value >= 0x80) {
        byte(static_cast<quint8>(value | 0x80));
        value >>= 7;
    }
    byte(static_cast<quint8>(value));
}

void ByteWriter::fixed(quint64 value)
{
    for (int shift = 0; shift < 64; shift += 8) {
        byte(static_cast<quint8>(value >> shift));
    }
}

void ByteWriter::bits(quint64 value, int width)
{
    m_pending |= (value & lowBits(width)) << m_pendingBits; // fewer than 8 are pending
    m_pendingBits += width;
    while (m_pendingBits >= 8) {
        byte(static_cast<quint8>(m_pending));
        m_pending >>= 8;
        m_pendingBits -= 8;
    }
}

void ByteWriter::flushBits()
{
    if (m_pendingBits > 0) {
        byte(static_cast<quint8>(m_pending));
    }
    m_pending = 0;
    m_pendingBits = 0;
}

quint8 ByteReader::byte()
{
    if (m_at >= m_bytes.size()) {
        m_failed = true;
        return 0;
    }
    return static_cast<quint8>(m_bytes[m_at++]);
}

quint64 ByteReader::number()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const quint8 next = byte();
        value |= static_cast<quint64>(next & 0x7F) << shift;
        if (next < 0x80) {
            return value;
        }
    }
    m_failed = true;
    return 0;
}

quint64 ByteReader::fixed()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64; shift += 8) {
        value |= static_cast<quint64>(byte()) << shift;
    }
    return value;
}

quint64 ByteReader::bits(int width)
{
    while (m_pendingBits < width) {
        m_pending |= static_cast<quint64>(byte()) << m_pendingBits;
        m_pendingBits += 8;
    }
    const quint64 value = m_pending & lowBits(width);
    m_pending >>= width;
    m_pendingBits -= width;
    return value;
}

void ByteReader::skipPadding()
{
    m_pending = 0;
    m_pendingBits = 0;
}

quint64 checksumOf(QByteArrayView bytes, quint64 start)
{
    quint64 sum = start;
    for (const char byte : bytes) {
        sum = (sum ^ static_cast<quint8>(byte)) * 1'099'511'628'211U;
    }
    return sum;
}

} // namespace emberline
