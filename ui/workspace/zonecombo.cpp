// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/zonecombo.h"

#include <QCompleter>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

QString shownName(const QByteArray &id)
{
    return QString::fromLatin1(id).replace(u'_', u' ');
}

bool isOffered(const QByteArray &id)
{
    return id == "UTC" || (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("System"));
}

} // namespace

ZoneCombo::ZoneCombo(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(15);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        if (isOffered(id)) {
            addItem(shownName(id), id);
        }
    }
    auto *completer = new QCompleter(model(), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);
    setZone(QTimeZone::systemTimeZone());
}

void ZoneCombo::setZone(const QTimeZone &zone)
{
    const QByteArray id = zone.id();
    if (findData(id) < 0) {
        addItem(shownName(id), id);
    }
    setCurrentIndex(findData(id));
}

std::optional<QTimeZone> ZoneCombo::zone() const
{
    const int index = findText(lineEdit()->text().trimmed(), Qt::MatchFixedString);
    if (index < 0) {
        return std::nullopt;
    }
    const QTimeZone zone(itemData(index).toByteArray());
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace emberline
