// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/catalog.h"
#include "app/query/query.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QLineEdit;
class QListView;
class QStackedWidget;

namespace emberline {

class AddSegmentRow;
class CatalogAge;
class HintLabel;
class LinkButton;
class SegmentListModel;

/// The segments to compare: a filter over a list to tick, and a way to add one by its id.
class SegmentPicker : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentPicker(QWidget *parent = nullptr);

    void setSegments(const std::vector<Segment> &segments, ListState state);
    /// How old the list is; empty: not known.
    void setAge(const QString &age, bool isReading);
    /// Those added by id.
    void setAdded(const std::vector<Choice> &segments);
    /// Ticks exactly these; emits nothing.
    void setChosen(const std::vector<Choice> &segments);
    /// A sentence under the list until something is chosen.
    void setProblem(const QString &sentence);
    void setColorSlots(const QHash<QString, int> &colorSlots);
    [[nodiscard]] std::vector<Choice> chosen() const;
    /// "3 of 25"
    [[nodiscard]] QString countText() const;
    /// What a label is the label of.
    [[nodiscard]] QWidget *list() const;
    /// Focuses the filter.
    void open();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The user ticked or unticked something.
    void chosenChanged();
    void countTextChanged(const QString &text);
    /// The user added a segment by id; it is ticked right after.
    void segmentAdded(const QString &id, const QString &name);
    /// The user wants the list to be read anew.
    void refreshAsked();

private:
    void addList();
    void addWidgets();
    void filter(const QString &text);
    void afterChoosing();
    void explainState();
    void fitRows();
    void addSegment(const QString &id, const QString &name);
    void toggleFirst();
    bool handleFilterKey(int key);

    SegmentListModel *m_model;
    QLineEdit *m_filter;
    QListView *m_list;
    HintLabel *m_noMatch;
    QStackedWidget *m_pages;
    HintLabel *m_hint;
    CatalogAge *m_age;
    LinkButton *m_addLink;
    AddSegmentRow *m_addRow;
    ListState m_state = ListState::Unread;
    bool m_hasList = false; ///< of now, or of before
    QString m_countText;
};

} // namespace emberline
