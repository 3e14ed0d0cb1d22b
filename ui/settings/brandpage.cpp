// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/brandpage.h"

#include "ui/export/picturepreview.h"
#include "ui/feedback/brandsentences.h"
#include "ui/query/fieldgrid.h"
#include "ui/settings/accentfield.h"
#include "ui/settings/brandsample.h"
#include "ui/theme/fonts.h"
#include "ui/workspace/parts.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int labelColumn = 72;
constexpr int sideGap = 20;
constexpr int formWidth = 420;
constexpr QSize thumbnailSize(112, 36);

QPixmap thumbnail(const Logo &logo, const QSize &size, qreal ratio)
{
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::white); // the paper of most pictures
    QPainter painter(&pixmap);
    QRectF room(QPointF(6, 4), QSizeF(size) - QSizeF(12, 8));
    room.setSize(logo.size.scaled(room.size(), Qt::KeepAspectRatio));
    room.moveCenter(QRectF(QPointF(), size).center());
    paintLogo(painter, room, logo);
    return pixmap;
}

/// Those that every format can hold and the system does not hide.
QStringList usableFamilies()
{
    QStringList families = QFontDatabase::families();
    families.removeIf([](const QString &family) {
        return QFontDatabase::isPrivateFamily(family) || !QFontDatabase::isSmoothlyScalable(family);
    });
    return families;
}

/// What it is set to in a form with a button at its end.
QWidget *fieldWith(std::initializer_list<QWidget *> widgets, QWidget *stretching)
{
    auto *field = new QWidget;
    QHBoxLayout *row = rowOf(widgets);
    row->setContentsMargins(0, 0, 0, 0);
    if (stretching != nullptr) {
        row->setStretchFactor(stretching, 1);
    } else {
        row->insertStretch(row->count() - 1, 1);
    }
    field->setLayout(row);
    return field;
}

} // namespace

BrandPage::BrandPage(QString folder, QWidget *parent)
    : QWidget(parent)
    , m_folder(std::move(folder))
    , m_accent(new AccentField)
{
    QLabel *about = plainLabel(tr("For the pictures that you take away with the theme “Brand”. "
                                  "The window stays as it is."),
                               TextRole::Body,
                               Tone::Secondary);
    about->setWordWrap(true);
    auto *form = new QWidget;
    form->setFixedWidth(formWidth);
    auto *grid = new FieldGrid(form, labelColumn); // the form's
    grid->addField(tr("Logo"), makeLogoField());
    grid->addField(tr("Font"), makeFontField());
    grid->addField(tr("Accent"), m_accent);
    grid->addField(tr("Footer"), makeFooterField());
    auto *formSide = new QVBoxLayout;
    formSide->addWidget(form);
    formSide->addStretch(1);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(sideGap);
    sides->addLayout(formSide);
    sides->addWidget(makePreview(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(about);
    layout->addSpacing(8);
    layout->addLayout(sides, 1);
    connect(m_accent, &AccentField::accentChanged, this, [this](const QString &accent) {
        m_kit.accent = accent;
        keep();
    });
}

QPushButton *BrandPage::makeRemove(const QString &name,
                                   const QString &spoken,
                                   QWidget *next,
                                   const std::function<void(BrandKit &)> &remove)
{
    auto *button = new QPushButton(tr("Remove"));
    button->setObjectName(name);
    button->setAccessibleName(spoken);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, next, remove] {
        next->setFocus(); // the button is about to be disabled
        remove(m_kit);
        keep();
        showKit();
    });
    return button;
}

QWidget *BrandPage::makeLogoField()
{
    m_logo = plainLabel({}, TextRole::Body, Tone::Secondary);
    m_logo->setObjectName(u"brandLogo"_s);
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(u"chooseLogo"_s);
    choose->setAccessibleName(tr("Choose a logo"));
    choose->setAutoDefault(false);
    m_removeLogo = makeRemove(
        u"removeLogo"_s, tr("Remove the logo"), choose, [](BrandKit &kit) { kit.logo.clear(); });
    connect(choose, &QPushButton::clicked, this, &BrandPage::chooseLogo);
    QWidget *field = fieldWith({m_logo, choose, m_removeLogo}, nullptr);
    field->setFocusProxy(choose);
    return field;
}

QWidget *BrandPage::makeFontField()
{
    m_font = new QComboBox;
    m_font->setObjectName(u"brandFont"_s);
    m_font->setAccessibleName(tr("Font"));
    m_font->addItem(tr("As usual"), QString());
    const QStringList families = usableFamilies();
    for (const QString &family : families) {
        m_font->addItem(family, family);
    }
    m_removeFont = makeRemove(
        u"removeFont"_s, tr("Remove the font"), m_font, [](BrandKit &kit) { kit.font.clear(); });
    connect(m_font, &QComboBox::activated, this, [this] {
        m_kit.font = m_font->currentData().toString();
        keep();
        showKit();
    });
    QWidget *field = fieldWith({m_font, m_removeFont}, m_font);
    field->setFocusProxy(m_font);
    return field;
}

QWidget *BrandPage::makeFooterField()
{
    m_footer = new QLineEdit;
    m_footer->setObjectName(u"brandFooter"_s);
    m_footer->setAccessibleName(tr("Footer"));
    m_footer->setPlaceholderText(tr("At the end of the footnote"));
    m_footer->setMaxLength(longestFooter);
    m_removeFooter = makeRemove(u"removeFooter"_s,
                                tr("Remove the footer"),
                                m_footer,
                                [](BrandKit &kit) { kit.footer.clear(); });
    connect(m_footer, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_kit.footer = text.trimmed();
        m_removeFooter->setEnabled(!m_kit.footer.isEmpty());
        keep();
    });
    QWidget *field = fieldWith({m_footer, m_removeFooter}, m_footer);
    field->setFocusProxy(m_footer);
    return field;
}

QWidget *BrandPage::makePreview()
{
    constexpr QSize leastPreview(400, 300);
    m_preview = new PicturePreview(brandSample(QLocale()));
    m_preview->setObjectName(u"brandPreview"_s);
    m_preview->setMinimumSize(leastPreview);
    // Small, so that its words can be read where there is little room.
    m_preview->setOptions({.size = QSize(720, 540), .theme = PictureTheme::Brand});
    return m_preview;
}

void BrandPage::load()
{
    const Result<BrandKit> kit = readBrandKit(m_folder);
    m_kit = kit ? *kit : BrandKit();
    if (!kit || !brandFrom(m_kit)) {
        m_kit = {};
        tell(tr("The brand kit that was kept is damaged and is not used. What you choose now takes "
                "its place."));
    }
    prepare();
    showKit();
}

void BrandPage::chooseLogo()
{
    auto *chooser = new QFileDialog(this, tr("Choose a logo")); // deletes itself
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Logos (%1)").arg(u"*.png *.svg"_s));
    connect(chooser, &QFileDialog::fileSelected, this, &BrandPage::takeLogo);
    chooser->open();
}

void BrandPage::takeLogo(const QString &path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(largestLogo + 1)
                                                            : QByteArray();
    const std::variant<Logo, LogoProblem> logo = logoFrom(bytes);
    if (const auto *problem = std::get_if<LogoProblem>(&logo)) {
        tell(sentenceFor(*problem));
        return;
    }
    m_kit.logo = bytes;
    keep();
    showKit();
}

void BrandPage::keep()
{
    const bool isKept = !writeBrandKit(m_folder, m_kit);
    tell(isKept ? QString()
                : tr("The brand kit could not be kept: its folder cannot be written to."));
    prepare();
}

/// What another page has said stays, unless there is something to say.
void BrandPage::tell(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged(problem);
    }
}

void BrandPage::prepare()
{
    BrandKit kit = m_kit;
    const bool isSameLogo = m_brand != nullptr && m_decoded == m_kit.logo;
    if (isSameLogo) {
        kit.logo.clear(); // to decode it at each letter of the footer would be felt
    }
    const Result<Brand> read = brandFrom(kit);
    Brand brand = read ? *read : Brand();
    if (read && isSameLogo) {
        brand.logo = m_brand->logo;
    }
    m_decoded = m_kit.logo;
    m_brand = read ? std::make_shared<const Brand>(std::move(brand)) : BrandPtr();
    PictureSource sample = m_preview->source();
    sample.brand = m_brand;
    m_preview->setSource(sample);
}

void BrandPage::showKit()
{
    if (m_brand != nullptr && m_brand->logo) {
        m_logo->setPixmap(thumbnail(*m_brand->logo, thumbnailSize, devicePixelRatio()));
    } else {
        m_logo->setText(tr("None"));
    }
    const int known = m_font->findData(m_kit.font);
    m_font->setCurrentIndex(known); // none, where this computer lacks it
    m_font->setPlaceholderText(tr("%1 (not on this computer)").arg(m_kit.font));
    m_accent->setAccent(m_kit.accent);
    m_footer->setText(m_kit.footer);
    m_removeLogo->setEnabled(!m_kit.logo.isEmpty());
    m_removeFont->setEnabled(!m_kit.font.isEmpty());
    m_removeFooter->setEnabled(!m_kit.footer.isEmpty());
}

} // namespace emberline
