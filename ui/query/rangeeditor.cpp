// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/rangeeditor.h"

#include "app/series/datetext.h"
#include "ui/query/hintlabel.h"
#include "ui/query/lengthbox.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace emberline {

namespace {

enum EndKind { Now, DateAndTime };

/// The wall clock of @p zone, marked as UTC: QDateTimeEdit has no zones, and in UTC every time of
/// day exists.
QDateTime wallClock(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    return {local.date(), local.time(), Qt::UTC};
}

QDateTime wholeMinute(const QDateTime &instant)
{
    const QTime time = instant.time();
    return {instant.date(), QTime(time.hour(), time.minute()), Qt::UTC};
}

/// The locale's short form with all digits of the year.
QString dateTimeFormat(const QLocale &locale)
{
    QString date = locale.dateFormat(QLocale::ShortFormat);
    if (!date.contains(u"yyyy"_s)) {
        date.replace(u"yy"_s, u"yyyy"_s);
    }
    return date + u' ' + locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s); // C has seconds
}

void markInvalid(QWidget *field, bool invalid)
{
    field->setProperty("invalid", invalid);
    field->update();
}

} // namespace

RangeEditor::RangeEditor(const Clock &clock, int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_length(new LengthBox(this))
    , m_endKind(new QComboBox(this))
    , m_end(new QDateTimeEdit(this))
    , m_lengthProblem(new HintLabel(HintLabel::Kind::Problem, this))
    , m_endProblem(new HintLabel(HintLabel::Kind::Problem, this))
    , m_hint(new HintLabel(HintLabel::Kind::Hint, this))
    , m_minute(new QTimer(this))
{
    m_length->setObjectName(u"lengthField"_s);
    m_length->setAccessibleName(tr("Length of the range"));
    m_endKind->setObjectName(u"endKind"_s);
    m_endKind->setAccessibleName(tr("End of the range"));
    m_endKind->addItems({tr("Now"), tr("Date and time")});
    m_end->setObjectName(u"endField"_s);
    m_end->setAccessibleName(tr("Date and time of the end"));
    m_end->setTimeSpec(Qt::UTC);
    m_end->setCalendarPopup(true);
    m_end->setDisplayFormat(dateTimeFormat(QLocale()));
    m_lengthProblem->setObjectName(u"lengthProblem"_s);
    m_endProblem->setObjectName(u"endProblem"_s);
    m_hint->setObjectName(u"rangeHint"_s);
    addRows(labelWidth);
    m_length->setValue(m_units.length);
    setLengthProblem({});
    showEnd();
    updateHint();

    connect(m_length, &QSpinBox::valueChanged, this, &RangeEditor::editLength);
    connect(m_length, &QSpinBox::editingFinished, this, &RangeEditor::settleLength);
    connect(m_endKind, &QComboBox::activated, this, &RangeEditor::editEndKind);
    connect(m_end, &QDateTimeEdit::dateTimeChanged, this, &RangeEditor::editEnd);
    connect(m_end, &QDateTimeEdit::editingFinished, this, &RangeEditor::settleEnd);
    connect(m_minute, &QTimer::timeout, this, &RangeEditor::updateHint);
}

QStringList RangeEditor::labels()
{
    return {tr("Range"), tr("Until")};
}

void RangeEditor::addRows(int labelWidth)
{
    constexpr int gap = 8;
    constexpr int hintGap = 4;
    auto *lengthCell = new QVBoxLayout;
    lengthCell->setSpacing(hintGap);
    lengthCell->addWidget(m_length);
    lengthCell->addWidget(m_lengthProblem);
    auto *endFields = new QVBoxLayout;
    endFields->setSpacing(gap);
    endFields->addWidget(m_endKind);
    endFields->addWidget(m_end);
    auto *endCell = new QVBoxLayout;
    endCell->setSpacing(hintGap);
    endCell->addLayout(endFields);
    endCell->addWidget(m_endProblem);
    endCell->addWidget(m_hint);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(gap);
    grid->setHorizontalSpacing(0);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    const auto addRow = [this, grid](int row, const QString &text, QWidget *field, QLayout *cell) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(field);
        label->setMinimumHeight(field->sizeHint().height());
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addLayout(cell, row, 1);
    };
    const QStringList texts = labels();
    addRow(0, texts.at(0), m_length, lengthCell);
    addRow(1, texts.at(1), m_endKind, endCell);
}

void RangeEditor::setRange(const Range &range, Unit unit)
{
    if (range == m_range && unit == m_unit) {
        return; // whatever is being typed stays
    }
    m_unit = unit;
    m_range = range;
    m_units = asUnits();
    m_length->setUnit(unit);
    m_length->setValue(m_units.length); // emits nothing: it is m_units'
    showEnd();
    updateHint();
}

void RangeEditor::setZone(const QTimeZone &zone)
{
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    showEnd();
    updateHint();
}

/// Any range can be said as so many units up to an end.
LastUnits RangeEditor::asUnits() const
{
    if (const auto *units = std::get_if<LastUnits>(&m_range)) {
        return *units;
    }
    const QDateTime now = m_clock.now();
    const ResolvedRange resolved = resolve(m_range, m_unit, now, {.zone = m_zone});
    const auto count = static_cast<int>(wantedBuckets(resolved, m_unit).size());
    return resolved.end < now ? LastUnits{.length = count, .endingAt = resolved.end}
                              : LastUnits{.length = count};
}

/// The field follows m_units, which already is what it should be.
void RangeEditor::showEnd()
{
    m_endKind->setCurrentIndex(m_units.endingAt ? DateAndTime : Now);
    m_end->setVisible(m_units.endingAt.has_value());
    const QDateTime shown = m_units.endingAt ? wallClock(*m_units.endingAt, m_zone)
                                             : m_end->dateTime();
    if (m_end->dateTime() != shown) {
        const QSignalBlocker silent(m_end);
        m_end->setDateTime(shown);
    }
    setEndProblem({});
}

void RangeEditor::editLength(int length)
{
    if (length < 1 || length > longestRequest) {
        setLengthProblem(tr("The length must be from 1 to %n.", nullptr, longestRequest));
        return;
    }
    setLengthProblem({});
    LastUnits range = m_units;
    range.length = length;
    emitRange(range);
}

void RangeEditor::settleLength()
{
    const int possible = std::clamp(m_length->value(), 1, longestRequest);
    if (m_length->value() != possible) {
        const QString sentence = m_lengthProblem->text();
        m_length->setValue(possible);
        m_lengthProblem->say(sentence); // why the number is another one; until the next edit
    }
}

void RangeEditor::editEndKind()
{
    LastUnits range = m_units;
    if (m_endKind->currentIndex() == Now) {
        range.endingAt.reset();
    } else if (!range.endingAt) {
        range.endingAt = wholeMinute(m_clock.now().toUTC());
    }
    const bool changed = range != m_units;
    if (changed) {
        m_units = range;
        m_range = range;
    }
    showEnd();
    updateHint();
    if (changed) {
        Q_EMIT rangeEdited(m_range);
    }
}

void RangeEditor::editEnd()
{
    const QDateTime end = typedEnd();
    if (end > m_clock.now()) {
        setEndProblem(tr("The end can't lie in the future."));
        return;
    }
    setEndProblem({});
    LastUnits range = m_units;
    range.endingAt = end;
    emitRange(range);
}

void RangeEditor::settleEnd()
{
    if (m_end->isHidden() || typedEnd() <= m_clock.now()) {
        return;
    }
    const QString sentence = m_endProblem->text();
    m_end->setDateTime(wallClock(wholeMinute(m_clock.now().toUTC()), m_zone));
    m_endProblem->say(sentence); // why the time is another one; until the next edit
}

void RangeEditor::emitRange(const LastUnits &range)
{
    if (range == m_units) {
        return;
    }
    m_units = range;
    m_range = range;
    updateHint();
    Q_EMIT rangeEdited(m_range);
}

void RangeEditor::updateHint()
{
    const Calendar calendar{.zone = m_zone};
    const QDateTime now = m_clock.now();
    if (problemOf(m_range, m_unit, now, calendar)) {
        m_hint->say({});
        return;
    }
    const ResolvedRange resolved = resolve(m_range, m_unit, now, calendar);
    m_hint->say(rangeText(resolved.first, resolved.last, granularityOf(m_unit), m_zone, QLocale()));
}

void RangeEditor::setLengthProblem(const QString &sentence)
{
    m_lengthProblem->say(sentence);
    markInvalid(m_length, !sentence.isEmpty());
}

void RangeEditor::setEndProblem(const QString &sentence)
{
    m_endProblem->say(sentence);
    markInvalid(m_end, !sentence.isEmpty());
}

/// Also where the zone skips that hour: QDateTime in a zone is invalid there.
QDateTime RangeEditor::typedEnd() const
{
    const QDateTime shown = m_end->dateTime();
    const QDateTime near = shown.addSecs(-m_zone.offsetFromUtc(shown));
    return shown.addSecs(-m_zone.offsetFromUtc(near));
}

void RangeEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateHint();
    if (!m_clock.isFixed()) {
        m_minute->start(1min); // tomorrow the same range means other dates
    }
}

void RangeEditor::hideEvent(QHideEvent *event)
{
    m_minute->stop();
    QWidget::hideEvent(event);
}

} // namespace emberline
