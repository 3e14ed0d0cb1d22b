// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picturepreview.h"

#include "ui/theme/tokens.h"

#include <QHash>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace emberline {

namespace {

constexpr int margin = 16;

/// What stands for "nothing" behind a transparent picture: as light as what it is made for.
void paintChecks(QPainter &painter, const QRect &rect, bool dark)
{
    constexpr int side = 8;
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    painter.fillRect(rect, tokens.base);
    for (int y = 0; y < rect.height(); y += side) {
        for (int x = (y / side % 2) * side; x < rect.width(); x += 2 * side) {
            const QRect square(rect.left() + x, rect.top() + y, side, side);
            painter.fillRect(square.intersected(rect), tokens.innerLine);
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

void PicturePreview::setSource(const PictureSource &source)
{
    m_source = source;
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

void PicturePreview::setActualSize(bool actual)
{
    if (m_actual != actual) {
        m_actual = actual;
        m_origin = {};
        setFocusPolicy(actual ? Qt::StrongFocus : Qt::NoFocus);
        follow();
        render();
    }
}

QSize PicturePreview::viewPixels() const
{
    return size() * devicePixelRatio();
}

void PicturePreview::render()
{
    m_timer.stop();
    if (m_actual) {
        const PictureOptions bounded = boundedOptions(m_options);
        const QRect whole(QPoint(), bounded.size * bounded.scale);
        moveTo(m_origin); // the picture may have become smaller
        // With half of a view around it: so much can be dragged before it is painted anew.
        const QSize around = viewPixels() / 2;
        const QRect seen =
            QRect(m_origin, viewPixels())
                .adjusted(-around.width(), -around.height(), around.width(), around.height())
                .intersected(whole);
        m_image = renderPart(m_source, m_options, seen);
        m_imageOrigin = seen.topLeft();
    } else {
        const QSize room = (size() - QSize(2 * margin, 2 * margin)) * devicePixelRatio();
        m_image = renderPreview(m_source, m_options, room);
    }
    m_image.setDevicePixelRatio(devicePixelRatio());
    setAccessibleDescription(m_source.text.title);
    update();
    Q_EMIT rendered();
}

/// As far as there is something to be seen; what is smaller than the view stays where it is.
void PicturePreview::moveTo(const QPoint &origin)
{
    const PictureOptions bounded = boundedOptions(m_options);
    const QSize rest = (bounded.size * bounded.scale - viewPixels()).expandedTo(QSize(0, 0));
    const QPoint moved(std::clamp(origin.x(), 0, rest.width()),
                       std::clamp(origin.y(), 0, rest.height()));
    if (moved != m_origin) {
        m_origin = moved;
        update();
        m_timer.start();
    }
}

void PicturePreview::follow()
{
    setCursor(!m_actual            ? Qt::ArrowCursor
              : m_grip.has_value() ? Qt::ClosedHandCursor
                                   : Qt::OpenHandCursor);
}

void PicturePreview::mousePressEvent(QMouseEvent *event)
{
    if (m_actual && event->button() == Qt::LeftButton) {
        m_grip = m_origin + (event->position() * devicePixelRatio()).toPoint();
        follow();
    } else {
        QWidget::mousePressEvent(event);
    }
}

void PicturePreview::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip.has_value()) {
        moveTo(*m_grip - (event->position() * devicePixelRatio()).toPoint());
    }
}

void PicturePreview::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_grip.reset();
    follow();
}

void PicturePreview::keyPressEvent(QKeyEvent *event)
{
    constexpr int step = 64;
    const QHash<int, QPoint> steps{{Qt::Key_Left, {-step, 0}},
                                   {Qt::Key_Right, {step, 0}},
                                   {Qt::Key_Up, {0, -step}},
                                   {Qt::Key_Down, {0, step}}};
    if (m_actual && steps.contains(event->key())) {
        moveTo(m_origin + steps.value(event->key()));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PicturePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_timer.start();
}

QRect PicturePreview::imagePlace() const
{
    QRect place(QPoint(), m_image.deviceIndependentSize().toSize());
    place.moveCenter(rect().center());
    if (m_actual) {
        const PictureOptions bounded = boundedOptions(m_options);
        const QSize whole = bounded.size * bounded.scale;
        const QPointF corner = QPointF(m_imageOrigin - m_origin) / devicePixelRatio();
        if (whole.width() > viewPixels().width()) {
            place.moveLeft(qRound(corner.x()));
        }
        if (whole.height() > viewPixels().height()) {
            place.moveTop(qRound(corner.y()));
        }
    }
    return place;
}

void PicturePreview::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).canvas);
    if (m_image.isNull()) {
        return;
    }
    const QRect place = imagePlace();
    if (m_image.hasAlphaChannel()) {
        paintChecks(painter, place, m_options.theme == PictureTheme::Dark);
    }
    painter.drawImage(place.topLeft(), m_image);
}

} // namespace emberline
