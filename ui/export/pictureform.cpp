// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pictureform.h"

#include "ui/export/filefields.h"
#include "ui/theme/segmentedrow.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

using Background = PictureOptions::Background;

enum What { ThisView, EachPanel };
enum SizeRole { PixelsRole = Qt::UserRole, OnScreenRole };

struct Segment
{
    int id = 0;
    QString text = {};
    QString name = {};
};

SegmentedRow *makeChoices(const QString &name,
                          const QString &spoken,
                          const std::vector<Segment> &segments)
{
    auto *row = new SegmentedRow; // the caller's layout takes it over
    row->setObjectName(name);
    row->setAccessibleName(spoken);
    for (const Segment &segment : segments) {
        row->addSegment(segment.id, segment.text)->setObjectName(segment.name);
    }
    return row;
}

QSpinBox *pixelBox(const QString &name, const QString &spoken)
{
    auto *box = new QSpinBox; // the caller's layout takes it over
    box->setRange(leastPictureSide, longestPictureSide);
    box->setObjectName(name);
    box->setAccessibleName(spoken);
    return box;
}

template <typename Enum>
int idOf(Enum value)
{
    return static_cast<int>(value);
}

} // namespace

PictureForm::PictureForm(const QSize &screenSize, int panels, bool hasBrand, QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(8);
    if (panels > 1) {
        m_what = makeChoices(u"what"_s,
                             tr("What"),
                             {{ThisView, tr("This view"), u"whatView"_s},
                              {EachPanel, tr("Each panel"), u"whatPanels"_s}});
        addExportRow(form, tr("What"), m_what);
        connect(m_what, &SegmentedRow::currentChanged, this, &PictureForm::changed);
    }
    m_format = makeChoices(u"format"_s,
                           tr("Format"),
                           {{idOf(PictureFormat::Png), u"PNG"_s, u"formatPng"_s},
                            {idOf(PictureFormat::Svg), u"SVG"_s, u"formatSvg"_s},
                            {idOf(PictureFormat::Pdf), u"PDF"_s, u"formatPdf"_s}});
    addExportRow(form, tr("Format"), m_format);
    addExportRow(form, tr("Size"), makeSizeRow(screenSize));
    addExportRow(form, tr("Scale"), makeScaleRow());
    addGround(form, hasBrand);
    for (SegmentedRow *row : {m_format, m_scale, m_theme, m_background}) {
        connect(row, &SegmentedRow::currentChanged, this, &PictureForm::followChoice);
    }
    followChoice();
}

QWidget *PictureForm::makeSizeRow(const QSize &screenSize)
{
    auto *field = new QWidget(this);
    m_size = new QComboBox;
    m_size->setObjectName(u"pictureSize"_s);
    m_size->setAccessibleName(tr("Size"));
    m_size->addItem(tr("Slide 1920 × 1080"), QSize(1'920, 1'080));
    m_size->addItem(tr("Document 1600 × 900"), QSize(1'600, 900));
    m_size->addItem(tr("Square 1080 × 1080"), QSize(1'080, 1'080));
    if (screenSize.isValid()) {
        const QSize size = boundedOptions({.size = screenSize}).size;
        m_size->addItem(tr("As on screen %1 × %2").arg(size.width()).arg(size.height()), size);
        m_size->setItemData(m_size->count() - 1, true, OnScreenRole);
    }
    m_size->addItem(tr("Custom"), QSize());
    m_custom = new QWidget;
    m_width = pixelBox(u"pictureWidth"_s, tr("Width in pixels"));
    m_height = pixelBox(u"pictureHeight"_s, tr("Height in pixels"));
    QHBoxLayout *numbers = rowOf({m_width, plainLabel(u"×"_s, TextRole::Body), m_height});
    numbers->setContentsMargins({});
    numbers->setStretch(0, 1);
    numbers->setStretch(2, 1);
    m_custom->setLayout(numbers);
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_size);
    column->addWidget(m_custom);
    field->setFocusProxy(m_size);
    connect(m_size, &QComboBox::currentIndexChanged, this, &PictureForm::followChoice);
    connect(m_width, &QSpinBox::valueChanged, this, &PictureForm::changed);
    connect(m_height, &QSpinBox::valueChanged, this, &PictureForm::changed);
    return field;
}

QWidget *PictureForm::makeScaleRow()
{
    auto *field = new QWidget(this);
    std::vector<Segment> scales;
    for (int scale = 1; scale <= largestPictureScale; ++scale) {
        scales.push_back({scale, u"%1×"_s.arg(scale), u"scale%1"_s.arg(scale)});
    }
    m_scale = makeChoices(u"scale"_s, tr("Scale"), scales);
    m_scaleReason = plainLabel(
        tr("SVG and PDF are sharp at every scale"), TextRole::Secondary, Tone::Secondary);
    m_scaleReason->setObjectName(u"scaleReason"_s);
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_scale);
    column->addWidget(m_scaleReason);
    return field;
}

void PictureForm::addGround(QFormLayout *form, bool hasBrand)
{
    std::vector<Segment> themes{{idOf(PictureTheme::Light), tr("Light"), u"themeLight"_s},
                                {idOf(PictureTheme::Dark), tr("Dark"), u"themeDark"_s}};
    if (hasBrand) {
        themes.push_back({idOf(PictureTheme::Brand), tr("Brand"), u"themeBrand"_s});
    }
    m_theme = makeChoices(u"pictureTheme"_s, tr("Theme"), themes);
    addExportRow(form, tr("Theme"), m_theme);
    m_background = makeChoices(
        u"background"_s,
        tr("Background"),
        {{idOf(Background::White), tr("White"), u"groundWhite"_s},
         {idOf(Background::Transparent), tr("Transparent"), u"groundTransparent"_s},
         {idOf(Background::Theme), tr("Theme"), u"groundTheme"_s}});
    addExportRow(form, tr("Background"), m_background);
}

void PictureForm::setChoice(const PictureChoice &choice)
{
    const PictureOptions &options = choice.options;
    m_format->setCurrent(idOf(options.format));
    const int onScreen = m_size->findData(true, OnScreenRole);
    const int known = choice.asOnScreen && onScreen >= 0 ? onScreen
                                                         : m_size->findData(options.size);
    m_size->setCurrentIndex(known >= 0 ? known : m_size->count() - 1);
    m_width->setValue(options.size.width());
    m_height->setValue(options.size.height());
    m_scale->setCurrent(options.scale);
    m_theme->setCurrent(idOf(options.theme));
    m_background->setCurrent(idOf(options.background));
}

void PictureForm::fill(PictureChoice &choice) const
{
    PictureOptions &options = choice.options;
    const QSize fixed = m_size->currentData(PixelsRole).toSize();
    options.format = static_cast<PictureFormat>(m_format->current());
    options.size = fixed.isValid() ? fixed : QSize(m_width->value(), m_height->value());
    options.scale = options.format == PictureFormat::Png ? m_scale->current() : 1;
    options.theme = static_cast<PictureTheme>(m_theme->current());
    options.background = static_cast<Background>(m_background->current());
    choice.asOnScreen = m_size->currentData(OnScreenRole).toBool();
}

bool PictureForm::wantsEachPanel() const
{
    return m_what != nullptr && m_what->current() == EachPanel;
}

void PictureForm::followChoice()
{
    const bool isVector = m_format->current() != idOf(PictureFormat::Png);
    m_scale->setEnabled(!isVector);
    m_scaleReason->setVisible(isVector);
    // Light ink on white could not be read: dark pictures have their own ground instead.
    QToolButton *white = m_background->segment(idOf(Background::White));
    const bool isDark = m_theme->current() == idOf(PictureTheme::Dark);
    white->setEnabled(!isDark);
    if (isDark && m_background->current() == idOf(Background::White)) {
        m_background->setCurrent(idOf(Background::Theme));
    }
    m_custom->setVisible(!m_size->currentData(PixelsRole).toSize().isValid());
    Q_EMIT changed();
}

} // namespace emberline
