// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/previewpane.h"

#include "ui/export/fileweight.h"
#include "ui/export/picturepreview.h"
#include "ui/theme/segmentedrow.h"
#include "ui/workspace/parts.h"

#include <QHBoxLayout>
#include <QPromise>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline {

namespace {

enum Zoom { Fit, Actual };

/// What @p work gives, worked out on another thread.
QFuture<qint64> offThread(const std::function<qint64()> &work)
{
    auto promise = std::make_shared<QPromise<qint64>>(); // shared: the pool copies what it runs
    promise->start();
    QThreadPool::globalInstance()->start([promise, work] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

} // namespace

PreviewPane::PreviewPane(const PictureSource &source, QWidget *parent)
    : QWidget(parent)
    , m_preview(new PicturePreview(source, this))
    , m_pixels(plainLabel({}, TextRole::Strong))
    , m_weight(plainLabel({}, TextRole::Body, Tone::Secondary))
    , m_zoom(new SegmentedRow(this))
{
    m_preview->setObjectName(u"picturePreview"_s);
    m_pixels->setObjectName(u"pixelSize"_s);
    m_weight->setObjectName(u"fileWeight"_s);
    m_zoom->setObjectName(u"previewZoom"_s);
    m_zoom->setAccessibleName(tr("Size of the preview"));
    m_zoom->addSegment(Fit, tr("Fit"))->setObjectName(u"zoomFit"_s);
    m_zoom->addSegment(Actual, tr("100 %"))->setObjectName(u"zoomActual"_s);
    m_zoom->segment(Actual)->setToolTip(tr("A pixel of the picture on a pixel of the screen"));
    m_zoom->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    QHBoxLayout *row = rowOf({m_pixels, m_weight, m_zoom});
    row->insertStretch(2, 1);
    row->setContentsMargins(16, 8, 16, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_preview, 1);
    column->addLayout(row);
    connect(m_zoom, &SegmentedRow::currentChanged, m_preview, [this](int zoom) {
        m_preview->setActualSize(zoom == Actual);
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(300ms);
    m_rest.callOnTimeout(this, &PreviewPane::estimate);
    connect(m_preview, &PicturePreview::rendered, this, [this] {
        if (!m_isWeighed) { // otherwise only another part of it is seen
            m_rest.start();
        }
    });
    connect(&m_estimate, &QFutureWatcherBase::finished, this, [this] {
        if (!m_isWeighed) {
            return; // that was another picture
        }
        const QString weight = weightText(m_estimate.result(), QLocale());
        m_weight->setText(m_count > 1 ? tr("about %1 each").arg(weight)
                                      : tr("about %1").arg(weight));
    });
}

void PreviewPane::setSource(const PictureSource &source, int count)
{
    m_count = count;
    m_preview->setSource(source);
    follow();
}

void PreviewPane::setOptions(const PictureOptions &options)
{
    if (options != m_preview->options()) {
        m_preview->setOptions(options);
        follow();
    }
}

void PreviewPane::follow()
{
    m_isWeighed = false;
    m_rest.stop(); // until it is shown
    const PictureOptions bounded = boundedOptions(m_preview->options());
    const QSize pixels = bounded.size * bounded.scale;
    const QString size = tr("%1 × %2 px").arg(pixels.width()).arg(pixels.height());
    m_pixels->setText(m_count > 1 ? tr("%n × %1", "so many images of this size", m_count).arg(size)
                                  : size);
}

void PreviewPane::estimate()
{
    m_isWeighed = true;
    m_estimate.setFuture(offThread(fileWeight(m_preview->source(), m_preview->options())));
}

} // namespace emberline
