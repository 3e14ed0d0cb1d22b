// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/compareeditor.h"

#include "ui/query/comparewords.h"
#include "ui/query/fieldgrid.h"
#include "ui/query/hintlabel.h"
#include "ui/query/walltime.h"
#include "ui/theme/segmentedrow.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int rowGap = 8;

/// A row of its own, which can be hidden.
QWidget *makeRow(const QString &label, QWidget *field, int labelWidth, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *grid = new FieldGrid(row, labelWidth);
    field->setParent(row);
    grid->addField(label, field);
    return row;
}

bool hasWeekdays(Granularity granularity)
{
    return granularity == Granularity::Hour || granularity == Granularity::Day;
}

} // namespace

CompareEditor::CompareEditor(const Clock &clock, int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_kind(new QComboBox(this))
    , m_dates(new HintLabel(HintLabel::Kind::Hint, this))
    , m_start(makeWallClockField(u"compareStartField"_s, this))
    , m_periods(new SegmentedRow(this))
    , m_matchWeekdays(new QCheckBox(tr("Match weekdays"), this))
    , m_completeOnly(new QCheckBox(tr("Complete periods only"), this))
{
    m_kind->setObjectName(u"compareField"_s);
    m_kind->setAccessibleName(tr("Compare"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ComparisonKind kind : allComparisons) {
        m_kind->addItem(CompareWords::kindText(kind), static_cast<int>(kind));
    }
    m_dates->setObjectName(u"compareDates"_s);
    m_start->setAccessibleName(tr("Start of the earlier period"));
    m_start->setDisplayFormat(dateFormat(QLocale()));
    m_periods->setObjectName(u"comparePeriods"_s);
    m_periods->setAccessibleName(tr("Number of earlier periods"));
    for (int i = 1; i <= mostEarlierPeriods; ++i) {
        m_periods->addSegment(i, QLocale().toString(i))
            ->setObjectName(u"comparePeriods%1"_s.arg(i));
    }
    const QStringList texts = labels();
    m_startRow = makeRow(texts.at(1), m_start, labelWidth, this);
    m_periodsRow = makeRow(texts.at(2), m_periods, labelWidth, this);

    auto *top = new QWidget(this);
    auto *grid = new FieldGrid(top, labelWidth);
    m_kind->setParent(top);
    m_dates->setParent(top);
    grid->addField(texts.at(0), m_kind, {m_dates});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(rowGap);
    for (QWidget *row : {top, m_startRow, m_periodsRow, makeChecks(labelWidth)}) {
        layout->addWidget(row);
    }
    connectFields();
    showComparison();
}

QWidget *CompareEditor::makeChecks(int labelWidth)
{
    m_matchWeekdays->setObjectName(u"matchWeekdays"_s);
    m_matchWeekdays->setAccessibleName(m_matchWeekdays->text());
    m_completeOnly->setObjectName(u"completeOnly"_s);
    m_completeOnly->setAccessibleName(m_completeOnly->text());
    auto *key = new HintLabel(HintLabel::Kind::Hint, this);
    key->setText(u"K"_s);
    auto *last = new QHBoxLayout; // the rows'
    last->addWidget(m_completeOnly);
    last->addStretch();
    last->addWidget(key);
    auto *checks = new QWidget(this);
    auto *rows = new QVBoxLayout(checks);
    rows->setContentsMargins(labelWidth, 0, 0, 0);
    rows->setSpacing(rowGap);
    rows->addWidget(m_matchWeekdays);
    rows->addLayout(last);
    return checks;
}

void CompareEditor::connectFields()
{
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        choose(static_cast<ComparisonKind>(m_kind->itemData(index).toInt()));
    });
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, [this] {
        Comparison comparison = m_comparison;
        comparison.start = m_start->date();
        take(comparison);
    });
    connect(m_periods, &SegmentedRow::currentChanged, this, [this](int periods) {
        Comparison comparison = m_comparison;
        comparison.periods = periods;
        take(comparison);
    });
    connect(m_matchWeekdays, &QCheckBox::clicked, this, [this](bool matches) {
        Comparison comparison = m_comparison;
        comparison.matchWeekdays = matches;
        take(comparison);
    });
    connect(m_completeOnly, &QCheckBox::clicked, this, &CompareEditor::completeOnlyEdited);
}

QStringList CompareEditor::labels()
{
    return {tr("Compare"), tr("Starting", "an earlier period, on a date"), tr("Periods")};
}

void CompareEditor::setView(const View &view)
{
    const bool isSame = view.query == m_query && view.comparison == m_comparison;
    m_completeOnly->setChecked(view.look.completeOnly);
    if (!isSame) { // else whatever is being typed stays
        m_query = view.query;
        m_comparison = view.comparison;
        showComparison();
    }
}

void CompareEditor::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    if (!m_calendar.zone.isValid()) {
        m_calendar.zone = QTimeZone::utc();
    }
    m_start->calendarWidget()->setFirstDayOfWeek(calendar.weekStart);
    showComparison();
}

void CompareEditor::chooseCustom()
{
    choose(ComparisonKind::Custom);
    m_start->setFocus(Qt::OtherFocusReason);
    m_start->setSelectedSection(m_start->sectionAt(0));
}

bool CompareEditor::isAskable() const
{
    return !problemOf(m_query.range, m_query.unit, m_clock.now(), m_calendar);
}

void CompareEditor::choose(ComparisonKind kind)
{
    if (isAskable()) {
        take(comparedBy(m_comparison, kind, m_query, m_clock.now(), m_calendar));
    }
    showComparison();
}

void CompareEditor::take(const Comparison &comparison)
{
    if (comparison != m_comparison) {
        m_comparison = comparison;
        showComparison();
        Q_EMIT comparisonEdited(m_comparison);
    }
}

void CompareEditor::showComparison()
{
    const ComparisonKind kind = m_comparison.kind;
    const bool isRegular = kind == ComparisonKind::PreviousPeriod
                        || kind == ComparisonKind::LastYear;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    m_startRow->setVisible(kind == ComparisonKind::Custom);
    m_periodsRow->setVisible(isRegular);
    m_matchWeekdays->setVisible(isRegular && hasWeekdays(m_query.granularity));
    m_matchWeekdays->setChecked(matchesWeekdays(m_comparison, m_query.granularity));
    {
        const QSignalBlocker silent(m_periods);
        m_periods->setCurrent(m_comparison.periods);
    }
    showStart();
    updateDates();
}

/// A period that begins before the range is all that can be chosen.
void CompareEditor::showStart()
{
    if (m_comparison.kind != ComparisonKind::Custom || !isAskable()) {
        return;
    }
    const DaySpan days = datesOf(m_query.range, m_query.unit, m_clock.now(), m_calendar);
    const QSignalBlocker silent(m_start);
    m_start->setMaximumDate(days.first.addDays(-1));
    if (m_comparison.start.isValid() && m_start->date() != m_comparison.start) {
        m_start->setDate(m_comparison.start);
    }
}

void CompareEditor::updateDates()
{
    m_dates->say(isAskable() ? CompareWords::datesText(
                     m_query, m_comparison, m_clock.now(), m_calendar, QLocale())
                             : QString());
}

} // namespace emberline
