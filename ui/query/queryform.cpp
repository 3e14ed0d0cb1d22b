// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/queryform.h"

#include "ui/feedback/sentences.h"
#include "ui/query/apppicker.h"
#include "ui/query/catalogage.h"
#include "ui/query/compareeditor.h"
#include "ui/query/eventpicker.h"
#include "ui/query/fieldgrid.h"
#include "ui/query/hintlabel.h"
#include "ui/query/queryexcess.h"
#include "ui/query/rangechoice.h"
#include "ui/query/rangeeditor.h"
#include "ui/query/rangewords.h"
#include "ui/query/segmentpicker.h"
#include "ui/theme/segmentedrow.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int inset = 16;
constexpr int sectionGap = 16;
constexpr int rowGap = 8;
constexpr int headerGap = 6;
constexpr int leastLabelWidth = 72;

QString shortcutText(QKeyCombination key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

/// One column of labels for all rows, whatever the language.
int widthOf(const QStringList &labels)
{
    const QFontMetrics metrics(QApplication::font());
    int width = leastLabelWidth;
    for (const QString &label : labels) {
        width = std::max(width, metrics.horizontalAdvance(label) + rowGap);
    }
    return width;
}

int bucketId(Granularity granularity)
{
    return static_cast<int>(granularity);
}

QString bucketName(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Hour:
        return u"hourButton"_s;
    case Granularity::Day:
        return u"dayButton"_s;
    case Granularity::Week:
        return u"weekButton"_s;
    case Granularity::Month:
        return u"monthButton"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QueryForm::QueryForm(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_scroll(new QScrollArea(this))
    , m_event(new EventPicker(this))
    , m_segments(new SegmentPicker(this))
    , m_app(new AppPicker(this))
    , m_labelWidth(widthOf(RangeEditor::labels() + CompareEditor::labels()
                           + QStringList{tr("App"), tr("Bucket")}))
    , m_range(new RangeEditor(clock, m_labelWidth, this))
    , m_bucket(new SegmentedRow(this))
{
    m_bucket->setObjectName(u"bucketRow"_s);
    m_bucket->setAccessibleName(tr("Bucket"));
    for (const Granularity granularity : allGranularities) {
        m_bucket->addSegment(bucketId(granularity), RangeWords::granularityText(granularity))
            ->setObjectName(bucketName(granularity));
    }
    m_bucket->setCurrent(bucketId(m_query.granularity));
    m_compare = new CompareEditor(clock, m_labelWidth, this); // Tab reaches it after the buckets
    addSections();
    m_segments->setChosen(m_query.segments);
    connectEditors();
    guardWheel();
    connect(&m_aging, &QTimer::timeout, this, &QueryForm::showAges);
    m_aging.start(std::chrono::minutes(1));
}

/// A field that loses the focus may settle what was typed: while all of the form is still there.
QueryForm::~QueryForm()
{
    hide();
}

void QueryForm::addSections()
{
    auto *content = new QWidget;
    auto *sections = new QVBoxLayout(content);
    sections->setContentsMargins(inset, 0, inset, inset);
    sections->setSpacing(sectionGap);
    sections->addWidget(makeEventSection());
    sections->addWidget(makeSegmentSection());
    sections->addWidget(makeFields());
    sections->addStretch();

    m_scroll->setObjectName(u"queryScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false); // the dock's ground
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

QWidget *QueryForm::makeEventSection()
{
    auto *section = new QWidget(this);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(headerGap);
    m_eventHeader = new SectionHeader(tr("Event"), m_event->field(), section);
    m_eventHeader->setNote(shortcutText(Qt::CTRL | Qt::Key_E));
    layout->addWidget(m_eventHeader);
    layout->addWidget(m_event);
    return section;
}

QWidget *QueryForm::makeSegmentSection()
{
    auto *section = new QWidget(this);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(headerGap);
    m_segmentHeader = new SectionHeader(tr("Segments"), m_segments->list(), section);
    m_segmentHeader->setObjectName(u"segmentHeader"_s);
    m_segmentHeader->setNote(m_segments->countText());
    layout->addWidget(m_segmentHeader);
    layout->addWidget(m_segments);
    return section;
}

QWidget *QueryForm::makeFields()
{
    auto *section = new QWidget(this);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(rowGap);
    const auto addRow = [this, section, layout](const QString &text, QWidget *field) {
        auto *row = new QWidget(section);
        auto *grid = new FieldGrid(row, m_labelWidth);
        field->setParent(row);
        grid->addField(text, field);
        layout->addWidget(row);
    };
    addRow(tr("App"), m_app);
    layout->addWidget(m_range);
    addRow(tr("Bucket"), m_bucket);
    layout->addWidget(m_compare);
    return section;
}

void QueryForm::connectEditors()
{
    connect(m_event, &EventPicker::eventsEdited, this, &QueryForm::editEvents);
    connect(m_event, &EventPicker::starToggled, this, &QueryForm::starToggled);
    connect(m_event, &EventPicker::refreshAsked, this, &QueryForm::catalogRefreshAsked);
    connect(m_segments, &SegmentPicker::refreshAsked, this, &QueryForm::catalogRefreshAsked);
    connect(m_segments, &SegmentPicker::segmentAdded, this, &QueryForm::segmentAdded);
    connect(m_segments, &SegmentPicker::countTextChanged, m_segmentHeader, &SectionHeader::setNote);
    connect(m_segments, &SegmentPicker::chosenChanged, this, &QueryForm::editSegments);
    connect(m_app, &AppPicker::chosenEdited, this, &QueryForm::editApps);
    connect(m_range, &RangeEditor::rangeEdited, this, [this](const Range &range) {
        edit(ranged(m_query, range));
        m_bucket->setCurrent(bucketId(m_query.granularity));
        m_range->setRange(m_query.range, m_query.unit);
    });
    connect(m_compare, &CompareEditor::comparisonEdited, this, &QueryForm::comparisonEdited);
    connect(m_compare, &CompareEditor::completeOnlyEdited, this, &QueryForm::completeOnlyEdited);
    connect(m_range, &RangeEditor::heldRequested, this, &QueryForm::heldRangeRequested);
    // Once the fields have their places, which the layout finds later.
    connect(
        m_range,
        &RangeEditor::fieldsOpened,
        this,
        [this] { m_scroll->ensureWidgetVisible(m_range, 0, inset); },
        Qt::QueuedConnection);
    connect(m_bucket, &SegmentedRow::currentChanged, this, [this](int id) {
        const Query query = bucketed(m_query, static_cast<Granularity>(id));
        m_range->setRange(query.range, query.unit);
        edit(query);
    });
}

/// The wheel scrolls the form; it changes a field only where the user already is.
void QueryForm::guardWheel()
{
    const QList<QComboBox *> combos = findChildren<QComboBox *>();
    for (QComboBox *combo : combos) {
        combo->setFocusPolicy(Qt::StrongFocus);
        combo->installEventFilter(this);
    }
    const QList<QAbstractSpinBox *> boxes = findChildren<QAbstractSpinBox *>();
    for (QAbstractSpinBox *box : boxes) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
}

bool QueryForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field != nullptr && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void QueryForm::setView(const View &view)
{
    m_query = view.query;
    showEvents();
    m_segments->setChosen(m_query.segments);
    m_range->setRange(m_query.range, m_query.unit);
    m_bucket->setCurrent(bucketId(m_query.granularity));
    m_compare->setView(view);
    m_app->setChosen(m_query.apps);
}

void QueryForm::showEvents()
{
    m_event->setEvents(m_query.events);
    m_eventHeader->setTitle(m_query.events.size() > 1 ? tr("Events") : tr("Event"));
    const bool isTooLong = std::any_of(
        m_query.events.cbegin(), m_query.events.cend(), [](const QString &event) {
            return event.size() > longestEventName;
        });
    if (isTooLong) { // of a file
        m_event->setProblem(sentenceFor(QueryProblem::EventNameTooLong));
    }
}

void QueryForm::setCatalog(const Catalog &catalog, bool isReading)
{
    m_event->setNames(catalog.events, catalog.eventsState);
    m_segments->setSegments(catalog.segments, catalog.segmentsState);
    m_eventsReadAt = catalog.eventsReadAt;
    m_segmentsReadAt = catalog.segmentsReadAt;
    m_isReading = isReading;
    showAges();
}

void QueryForm::showAges()
{
    const QDateTime now = m_clock.now();
    m_event->setAge(catalogAgeText(m_eventsReadAt, now, m_zone), m_isReading);
    m_segments->setAge(catalogAgeText(m_segmentsReadAt, now, m_zone), m_isReading);
    m_compare->updateDates();
}

void QueryForm::setApps(const std::vector<Choice> &apps)
{
    m_app->setApps(apps);
}

void QueryForm::setAddedSegments(const std::vector<Choice> &segments)
{
    m_segments->setAdded(segments);
}

void QueryForm::setStarred(const QStringList &events)
{
    m_event->setStarred(events);
}

void QueryForm::setRecent(const QStringList &events)
{
    m_event->setRecent(events);
}

void QueryForm::setCalendar(const Calendar &calendar)
{
    m_range->setCalendar(calendar);
    m_compare->setCalendar(calendar);
    m_zone = calendar.zone;
    showAges();
}

void QueryForm::setColorSlots(const QHash<QString, int> &colorSlots)
{
    m_segments->setColorSlots(colorSlots);
}

void QueryForm::openEvents()
{
    m_event->open();
}

void QueryForm::openSegments()
{
    m_segments->open();
}

void QueryForm::openApps()
{
    m_scroll->ensureWidgetVisible(m_app, 0, inset);
    m_app->open();
}

void QueryForm::openLastRange()
{
    m_range->chooseLast();
}

void QueryForm::openCustomRange()
{
    m_range->chooseCustom();
}

void QueryForm::openCustomComparison()
{
    m_compare->chooseCustom();
    m_scroll->ensureWidgetVisible(m_compare, 0, inset);
}

void QueryForm::editEvents(const QStringList &names)
{
    Query query = m_query;
    query.events = names;
    const std::optional<QueryProblem> problem = problemOf(query);
    const bool isRefused = problem == QueryProblem::EmptyEventName
                        || problem == QueryProblem::EventNameTooLong;
    const QString sentence = isRefused ? sentenceFor(*problem) : excessSentence(m_query, query);
    if (!sentence.isEmpty()) {
        m_event->setProblem(sentence);
        return;
    }
    m_event->setEvents(names);
    edit(query);
}

void QueryForm::editSegments()
{
    Query query = m_query;
    query.segments = m_segments->chosen();
    const QString sentence = excessSentence(m_query, query);
    if (sentence.isEmpty()) {
        edit(query);
    } else {
        m_segments->setChosen(m_query.segments);
        m_segments->setProblem(sentence);
    }
}

void QueryForm::editApps(const std::vector<Choice> &apps)
{
    Query query = m_query;
    query.apps = apps;
    const QString sentence = excessSentence(m_query, query);
    if (sentence.isEmpty()) {
        m_app->setChosen(apps);
        edit(query);
    } else {
        m_app->setProblem(sentence);
    }
}

void QueryForm::edit(const Query &query)
{
    if (query != m_query) {
        m_query = query;
        m_event->setProblem({}); // it may have been about the whole
        m_app->setProblem({});
        Q_EMIT queryEdited(m_query);
    }
}

} // namespace emberline
