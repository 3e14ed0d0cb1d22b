// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/catalogage.h"

#include "ui/query/hintlabel.h"
#include "ui/theme/linkbutton.h"

#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

QString catalogAgeText(const QDateTime &readAt, const QDateTime &now, const QTimeZone &zone)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (!readAt.isValid()) {
        return {};
    }
    const qint64 age = readAt.secsTo(now);
    const bool isOfToday = age >= -minute && age < day; // not: days ago, or the clock was put back
    if (!isOfToday) {
        //: of a list of names: it was read from Braze on this day
        return CatalogAge::tr("Read on %1")
            .arg(QLocale().toString(readAt.toTimeZone(zone).date(), u"d MMM yyyy"_s));
    }
    if (age < minute) {
        //: of a list of names: it was read from Braze just now
        return CatalogAge::tr("Read just now");
    }
    if (age < hour) {
        //: of a list of names: it was read from Braze so many minutes ago
        return CatalogAge::tr("Read %n min ago", nullptr, static_cast<int>(age / minute));
    }
    //: of a list of names: it was read from Braze so many hours ago
    return CatalogAge::tr("Read %n h ago", nullptr, static_cast<int>(age / hour));
}

CatalogAge::CatalogAge(QWidget *parent)
    : QWidget(parent)
    , m_text(new HintLabel(HintLabel::Kind::Hint, this))
    , m_refresh(new LinkButton(tr("Refresh"), this))
{
    m_text->setObjectName(u"ageText"_s);
    m_text->setWordWrap(false);
    m_refresh->setObjectName(u"ageRefresh"_s);
    m_refresh->setAccessibleName(m_refresh->text());
    auto *dot = new HintLabel(HintLabel::Kind::Hint, this);
    dot->setObjectName(u"ageDot"_s);
    dot->setText(u"·"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(dot);
    layout->addWidget(m_refresh);
    layout->addStretch();
    hide();
    connect(m_refresh, &QAbstractButton::clicked, this, &CatalogAge::refreshAsked);
}

void CatalogAge::setAge(const QString &age, bool isReading)
{
    //: the list of names is being read from Braze
    m_text->setText(isReading ? tr("Reading the list…") : age);
    const QList<QWidget *> rest{findChild<QWidget *>(u"ageDot"_s), m_refresh};
    for (QWidget *part : rest) {
        part->setVisible(!isReading);
    }
    setVisible(isReading || !age.isEmpty());
}

void CatalogAge::setRefreshName(const QString &name)
{
    m_refresh->setAccessibleName(name);
    m_refresh->setToolTip(name);
}

void CatalogAge::keepFocusAway()
{
    m_refresh->setFocusPolicy(Qt::NoFocus);
}

} // namespace emberline
