// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/welcomepage.h"

#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/linkbutton.h"
#include "ui/workspace/parts.h"
#include "ui/workspace/welcomepicture.h"

#include <QFontInfo>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int opticalLift = 24;

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

QPushButton *wayIn(const QString &name, const QString &text, const QString &consequence)
{
    auto *button = new QPushButton(text); // the grid's widget takes it over
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAccessibleDescription(consequence);
    button->setAutoDefault(true); // Enter presses it, outside of a dialog too
    QFont font = button->font();
    font.setPixelSize(QFontInfo(font).pixelSize() + 1);
    button->setFont(font);
    button->setIconSize(QSize(16, 16));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout) // the column's, below
{
    setObjectName(u"welcomePage"_s);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    setWidget(m_content);

    makeColumn();
    QLayout *texts = makeTexts();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(new WelcomePicture);
    m_column->addLayout(texts);
    m_column->addStretch(1);

    setFocusProxy(m_explore);
    connect(m_explore, &QPushButton::clicked, this, &WelcomePage::exploreDemo);
    connect(m_connect, &QPushButton::clicked, this, &WelcomePage::connectRequested);
}

void WelcomePage::makeColumn()
{
    const int side = WelcomePicture::sideRoom;
    auto *centred = new QHBoxLayout(m_content);
    centred->setContentsMargins(0, 0, 0, 0);
    auto *column = new QWidget;
    column->setFixedWidth(WelcomePicture::columnWidth + 2 * side);
    column->setLayout(m_column);
    centred->addStretch(1);
    centred->addWidget(column);
    centred->addStretch(1);
}

QLayout *WelcomePage::makeTexts()
{
    auto *title = wrapped(
        plainLabel(tr("See how your Braze custom events develop"), TextRole::WelcomeTitle));
    title->setObjectName(u"welcomeTitle"_s);
    auto *sentence = wrapped(plainLabel(
        tr("Compare segments side by side, spot what moved, take the picture into your slides."),
        TextRole::SmallTitle,
        Tone::Secondary));
    QFont sentenceFont = sentence->font();
    sentenceFont.setWeight(QFont::Normal);
    sentence->setFont(sentenceFont);
    auto *howTo = new LinkButton(u"key"_s, tr("How to make a key"), m_content);
    howTo->setObjectName(u"howToMakeAKey"_s);
    howTo->setCheckable(true);
    QWidget *ways = makeWays();
    m_keySteps = makeKeySteps();
    m_keySteps->hide();

    const int side = WelcomePicture::sideRoom;
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(side, 0, side, 0);
    texts->setSpacing(0);
    texts->addSpacing(35);
    texts->addWidget(title);
    texts->addSpacing(10);
    texts->addWidget(sentence);
    texts->addSpacing(33);
    texts->addWidget(ways);
    texts->addSpacing(35);
    texts->addWidget(new Hairline(Hairline::Strength::Inner));
    texts->addSpacing(16);
    texts->addWidget(howTo, 0, Qt::AlignLeft);
    texts->addWidget(m_keySteps);

    connect(howTo, &QAbstractButton::toggled, m_keySteps, &QWidget::setVisible);
    connect(howTo, &QAbstractButton::toggled, this, [this](bool open) {
        if (open) {
            // The steps have their place only after the pending layouts.
            QMetaObject::invokeMethod(
                this, [this] { ensureWidgetVisible(m_keySteps, 0, 0); }, Qt::QueuedConnection);
        }
    });
    return texts;
}

QWidget *WelcomePage::makeWays()
{
    const QString demoText = tr(
        "Sample events and segments. Needs no key, and nothing is sent anywhere.");
    const QString connectText = tr(
        "Needs your REST endpoint and an API key with the permission events.data_series.");
    m_explore = wayIn(u"exploreDemo"_s, tr("Explore the demo"), demoText);
    m_explore->setIcon(icon(u"play"_s, IconRole::OnAccent));
    setButtonKind(m_explore, ButtonKind::Primary, ButtonSize::Large);
    m_connect = wayIn(u"connectToBraze"_s, tr("Connect to Braze…"), connectText);
    m_connect->setIcon(icon(u"plug"_s));
    setButtonKind(m_connect, ButtonKind::Secondary, ButtonSize::Large);

    auto *ways = new QWidget;
    auto *grid = new QGridLayout(ways);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(40);
    grid->setVerticalSpacing(13);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_explore, 0, 0);
    grid->addWidget(m_connect, 0, 1);
    int column = 0;
    for (const QString &consequence : {demoText, connectText}) {
        QLabel *label = wrapped(plainLabel(consequence, TextRole::Body, Tone::Secondary));
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // equal columns
        grid->addWidget(label, 1, column, Qt::AlignTop);
        ++column;
    }
    return ways;
}

QWidget *WelcomePage::makeKeySteps()
{
    const QStringList steps{
        tr("In Braze, open Settings, then APIs and Identifiers, then the tab API keys."),
        tr("Create an API key and give it a name that you will recognise, such as Emberline."),
        tr("Tick the permission events.data_series. Tick events.list and segments.list as well, "
           "so that events and segments can be picked by name."),
        tr("Copy the key, and the REST endpoint that Braze shows beside your API keys."),
        tr("Come back here, choose Connect to Braze… and paste both.")};
    auto *fold = new QWidget;
    fold->setObjectName(u"keySteps"_s);
    auto *grid = new QGridLayout(fold);
    grid->setContentsMargins(0, 8, 0, 24);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const QString &step : steps) {
        const QString number = locale().toString(row + 1);
        auto *numberLabel = plainLabel(number, TextRole::Body, Tone::Secondary);
        numberLabel->setFixedWidth(16);
        grid->addWidget(numberLabel, row, 0, Qt::AlignTop);
        grid->addWidget(wrapped(plainLabel(step, TextRole::Body)), row, 1);
        ++row;
    }
    return fold;
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    place();
}

/// Optical centre of what is there without the steps: unfolding them must not move the buttons.
void WelcomePage::place()
{
    const int width = WelcomePicture::columnWidth + 2 * WelcomePicture::sideRoom;
    int height = 0;
    for (int i = 0; i < m_column->count(); ++i) {
        QLayoutItem *item = m_column->itemAt(i);
        if (item->spacerItem() == nullptr) {
            height += item->hasHeightForWidth() ? item->heightForWidth(width)
                                                : item->sizeHint().height();
        }
    }
    if (m_keySteps->isVisibleTo(this)) {
        height -= m_keySteps->heightForWidth(WelcomePicture::columnWidth);
    }
    const int top = (viewport()->height() - height) / 2 - opticalLift;
    m_column->setContentsMargins(0, std::max(0, top), 0, 0);
}

} // namespace emberline
