// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picture.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace emberline {

class PicturePreview;
class SegmentedRow;

/// A preview of a picture with its size and about its weight as a file below it.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(const PictureSource &source, QWidget *parent = nullptr);

    /// Shows @p source, one of @p count pictures that are alike.
    void setSource(const PictureSource &source, int count);
    void setOptions(const PictureOptions &options);

private:
    void follow();
    void estimate();

    PicturePreview *m_preview; // children
    QLabel *m_pixels;
    QLabel *m_weight;
    SegmentedRow *m_zoom;
    QTimer m_rest; ///< after the preview, so that both together hold nothing up
    QFutureWatcher<qint64> m_estimate;
    int m_count = 1;
    bool m_isWeighed = false;
};

} // namespace emberline
