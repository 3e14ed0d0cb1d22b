// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/core/clock.h"
#include "app/query/catalog.h"

#include <QHash>
#include <QTimer>
#include <QTimeZone>
#include <QWidget>

#include <vector>

class QScrollArea;

namespace emberline {

class AppPicker;
class CompareEditor;
class EventPicker;
class RangeEditor;
class SectionHeader;
class SegmentedRow;
class SegmentPicker;

/// Everything that can be asked, and with what it is compared. Shows the query of a view; each edit
/// by the user gives a whole new query, one that could not be asked (but for having no event or no
/// segment) or asks for more series than a view holds gives a sentence instead.
class QueryForm : public QWidget
{
    Q_OBJECT

public:
    /// @p clock outlives the form.
    explicit QueryForm(const Clock &clock, QWidget *parent = nullptr);
    ~QueryForm() override;

    /// Emits nothing.
    void setView(const View &view);
    /// @p isReading: it is being asked for, too.
    void setCatalog(const Catalog &catalog, bool isReading = false);
    /// Without "All apps", which is always there first.
    void setApps(const std::vector<Choice> &apps);
    /// Segments that were added by id.
    void setAddedSegments(const std::vector<Choice> &segments);
    void setStarred(const QStringList &events);
    /// Newest first.
    void setRecent(const QStringList &events);
    /// The workspace's.
    void setCalendar(const Calendar &calendar);
    /// Segment id → place in the palette.
    void setColorSlots(const QHash<QString, int> &colorSlots);

    /// Focuses the event field and opens its list.
    void openEvents();
    /// Focuses the filter of the segments.
    void openSegments();
    /// Focuses the list of apps and opens it.
    void openApps();
    /// Makes the range a number of units or fixed dates, and focuses their fields.
    void openLastRange();
    void openCustomRange();
    /// Makes the comparison a custom one, and focuses its date.
    void openCustomComparison();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void queryEdited(const emberline::Query &query);
    void comparisonEdited(const emberline::Comparison &comparison);
    void completeOnlyEdited(bool completeOnly);
    void starToggled(const QString &event);
    /// The user added a segment by its id, to be kept in the workspace; queryEdited() follows.
    void segmentAdded(const QString &id, const QString &name);
    /// The range is to cover all that is kept of the series.
    void heldRangeRequested();
    /// The user wants the lists of events and segments to be read anew.
    void catalogRefreshAsked();

private:
    void addSections();
    [[nodiscard]] QWidget *makeEventSection();
    [[nodiscard]] QWidget *makeSegmentSection();
    [[nodiscard]] QWidget *makeFields();
    void connectEditors();
    void guardWheel();
    void editEvents(const QStringList &names);
    void editSegments();
    void editApps(const std::vector<Choice> &apps);
    void edit(const Query &query);
    void showEvents();
    void showAges();

    const Clock &m_clock;
    QScrollArea *m_scroll;
    EventPicker *m_event;
    SegmentPicker *m_segments;
    SectionHeader *m_eventHeader = nullptr;
    SectionHeader *m_segmentHeader = nullptr;
    AppPicker *m_app;
    int m_labelWidth;
    RangeEditor *m_range;
    SegmentedRow *m_bucket;
    CompareEditor *m_compare = nullptr;
    Query m_query;
    QTimeZone m_zone = QTimeZone::utc();
    QDateTime m_eventsReadAt;
    QDateTime m_segmentsReadAt;
    bool m_isReading = false;
    QTimer m_aging; ///< the words for an age change
};

} // namespace emberline
