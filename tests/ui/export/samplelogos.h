// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QColor>
#include <QImage>

namespace emberline::test {

/// A PNG of one colour.
inline QByteArray pngOf(const QSize &size, const QColor &color)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

inline QByteArray svgOf(const QByteArray &content, const QByteArray &before = {})
{
    return before
         + R"(<svg xmlns="http://www.w3.org/2000/svg" )"
           R"(xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 60">)"
         + content + "</svg>";
}

/// A rectangle in one colour.
inline QByteArray plainSvg()
{
    return svgOf(R"(<path fill="#ff00ff" d="M0 0h120v60h-120z"/>)");
}

inline QByteArray richSvg()
{
    return svgOf(R"(<linearGradient id="g"><stop offset="0" stop-color="#ff00ff"/>)"
                 R"(<stop offset="1" stop-color="#00ff00"/></linearGradient>)"
                 "<rect width=\"120\" height=\"60\" fill=\"url(#g)\"/>");
}

} // namespace emberline::test
