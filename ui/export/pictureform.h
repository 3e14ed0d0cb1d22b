// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/picturechoice.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace emberline {

class SegmentedRow;

/// What of the screen becomes a picture, in which format, how large and on which ground.
class PictureForm final : public QWidget
{
    Q_OBJECT

public:
    /// @p screenSize: of the chart on screen, invalid if there is none. With several @p panels each
    /// of them can be a picture. The theme Brand is there only where there is a brand.
    PictureForm(const QSize &screenSize, int panels, bool hasBrand, QWidget *parent = nullptr);

    void setChoice(const PictureChoice &choice);
    /// Puts what is chosen into @p choice; the rest of it stays.
    void fill(PictureChoice &choice) const;
    [[nodiscard]] bool wantsEachPanel() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget *makeScaleRow();
    void addGround(QFormLayout *form, bool hasBrand);
    [[nodiscard]] QWidget *makeSizeRow(const QSize &screenSize);
    void followChoice();

    SegmentedRow *m_what = nullptr; // all of them children; none without panels
    SegmentedRow *m_format = nullptr;
    QComboBox *m_size = nullptr;
    QWidget *m_custom = nullptr;
    QSpinBox *m_width = nullptr;
    QSpinBox *m_height = nullptr;
    SegmentedRow *m_scale = nullptr;
    QLabel *m_scaleReason = nullptr;
    SegmentedRow *m_theme = nullptr;
    SegmentedRow *m_background = nullptr;
};

} // namespace emberline
