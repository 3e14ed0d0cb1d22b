// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturepreview.h"

#include "ui/theme/tokens.h"

#include <QPainter>

#include <chrono>

namespace emberline {

namespace {

constexpr int margin = 16;

/// What stands for "nothing" behind a transparent picture.
void paintChecks(QPainter &painter, const QRect &rect)
{
    constexpr int side = 8;
    painter.fillRect(rect, QColor(0xFFFFFF));
    for (int y = 0; y < rect.height(); y += side) {
        for (int x = (y / side % 2) * side; x < rect.width(); x += 2 * side) {
            const QRect square(rect.left() + x, rect.top() + y, side, side);
            painter.fillRect(square.intersected(rect), QColor(0xE8EBED));
        }
    }
}

} // namespace

PicturePreview::PicturePreview(PictureSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
{
    using namespace std::chrono_literals;
    setMinimumSize(400, 260);
    setAccessibleName(tr("Preview"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(160ms);
    m_timer.callOnTimeout(this, &PicturePreview::render);
    m_timer.start();
}

void PicturePreview::setOptions(const PictureOptions &options)
{
    if (m_options != options) {
        m_options = options;
        m_timer.start();
    }
}

void PicturePreview::setBrand(const BrandPtr &brand)
{
    m_source.brand = brand;
    m_timer.start();
}

void PicturePreview::render()
{
    const QSize room = (size() - QSize(2 * margin, 2 * margin)) * devicePixelRatio();
    m_image = renderPreview(m_source, m_options, room);
    m_image.setDevicePixelRatio(devicePixelRatio());
    setAccessibleDescription(m_source.text.title);
    update();
    Q_EMIT rendered();
}

void PicturePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_timer.start();
}

void PicturePreview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).canvas);
    if (m_image.isNull()) {
        return;
    }
    QRect place(QPoint(), m_image.deviceIndependentSize().toSize());
    place.moveCenter(rect().center());
    if (m_image.hasAlphaChannel()) {
        paintChecks(painter, place);
    }
    painter.drawImage(place.topLeft(), m_image);
}

} // namespace emberline
