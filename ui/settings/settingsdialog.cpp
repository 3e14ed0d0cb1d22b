// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/settings/brandpage.h"
#include "ui/settings/datapage.h"
#include "ui/theme/segmentedrow.h"
#include "ui/workspace/dialogproblem.h"
#include "ui/workspace/parts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {
constexpr int inset = 20;
constexpr int usualWidth = 920;
} // namespace

SettingsDialog::SettingsDialog(const KeptData &kept, const QString &profile, QWidget *parent)
    : SheetDialog(parent)
    , m_data(new DataPage(kept))
    , m_brand(new BrandPage(profile))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    auto *body = new QVBoxLayout;
    body->setContentsMargins(inset, inset, inset, inset);
    body->addWidget(makePages());
    auto *problem = new DialogProblem;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(problem);
    layout->addWidget(new Hairline(Hairline::Strength::Area));
    layout->addWidget(makeFooter());
    findChild<QPushButton *>(u"closeSettings"_s)->setFocus(); // nothing is cleared by mistake
    resize(usualWidth, sizeHint().height());
    const auto tell = [problem](const QString &sentence) {
        if (sentence.isEmpty()) {
            problem->clear();
        } else {
            problem->tell({.kind = MessageKind::Error, .icon = u"error"_s, .text = sentence});
        }
    };
    connect(m_data, &DataPage::problemChanged, problem, tell);
    connect(m_brand, &BrandPage::problemChanged, problem, tell);
    m_brand->load();
}

QWidget *SettingsDialog::makePages()
{
    auto *area = new QWidget;
    auto *tabs = new SegmentedRow;
    tabs->addSegment(0, tr("Data"))->setObjectName(u"dataSettings"_s);
    tabs->addSegment(1, tr("Brand"))->setObjectName(u"brandSettings"_s);
    auto *pages = new QStackedWidget;
    pages->addWidget(m_data);
    pages->addWidget(m_brand);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(tabs, 0, Qt::AlignLeft);
    layout->addWidget(pages, 1);
    connect(tabs, &SegmentedRow::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    return area;
}

QWidget *SettingsDialog::makeFooter()
{
    constexpr int footerHeight = 60;
    auto *close = new QPushButton(tr("&Close"));
    close->setObjectName(u"closeSettings"_s);
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, [this] { done(QDialog::Rejected); });
    auto *footer = new QWidget;
    footer->setMinimumHeight(footerHeight);
    QHBoxLayout *row = rowOf({close});
    row->insertStretch(0, 1);
    row->setContentsMargins(inset, 0, inset, 0);
    footer->setLayout(row);
    return footer;
}

void SettingsDialog::reject()
{
    if (!m_data->dismissQuestion()) {
        done(QDialog::Rejected);
    }
}

} // namespace emberline
