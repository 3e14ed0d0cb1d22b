// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/segmentlistmodel.h"
#include "ui/query/queryform.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace emberline::test {

inline QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toUTC();
}

inline Catalog shop()
{
    Catalog catalog;
    catalog.events = QStringList{QStringLiteral("app_open"),
                                 QStringLiteral("checkout_completed"),
                                 QStringLiteral("cart_add")};
    catalog.segments = {
        {.id = QStringLiteral("gold"), .name = QStringLiteral("Gold"), .tracked = true},
        {.id = QStringLiteral("silver"), .name = QStringLiteral("Silver"), .tracked = true},
        {.id = QStringLiteral("vip"), .name = QStringLiteral("VIP"), .tracked = false}};
    catalog.eventsState = ListState::Read;
    catalog.segmentsState = ListState::Read;
    return catalog;
}

inline View checkouts()
{
    View view;
    view.query.events = QStringList{QStringLiteral("checkout_completed")};
    return view;
}

/// A form in a window, with what the tests ask of it.
struct FormBench
{
    explicit FormBench(const View &view = checkouts(), const Catalog &catalog = shop())
    {
        form.setCatalog(catalog);
        form.setApps({{.id = QStringLiteral("ios"), .label = QStringLiteral("Shop & <b>iOS</b>")}});
        form.setCalendar({.zone = QTimeZone("Europe/Paris")});
        form.setView(view);
        form.resize(320, 800);
        form.show();
        QApplication::setActiveWindow(&form);
    }

    template <typename T>
    T *find(const QString &name) const
    {
        T *widget = form.findChild<T *>(name);
        if (widget == nullptr) {
            qFatal("no %s", qUtf8Printable(name));
        }
        return widget;
    }

    /// Chooses an item of the menu of ranges.
    void chooseRange(const QString &name) const { find<QAction>(name)->trigger(); }
    void chooseLast() const { chooseRange(QStringLiteral("rangeLastAction")); }
    void chooseCustom() const { chooseRange(QStringLiteral("rangeCustomAction")); }

    QSpinBox *length() const { return find<QSpinBox>(QStringLiteral("lengthField")); }
    QDateTimeEdit *end() const { return find<QDateTimeEdit>(QStringLiteral("endField")); }
    QComboBox *endKind() const { return find<QComboBox>(QStringLiteral("endKind")); }
    QListView *segments() const { return find<QListView>(QStringLiteral("segmentList")); }
    QLabel *label(const QString &name) const { return find<QLabel>(name); }

    QModelIndex segment(const QString &id) const
    {
        const QAbstractItemModel *model = segments()->model();
        return model->match(model->index(0, 0), SegmentListModel::IdRole, id, 1, Qt::MatchExactly)
            .value(0);
    }

    void click(const QModelIndex &index) const
    {
        QTest::mouseClick(
            segments()->viewport(), Qt::LeftButton, {}, segments()->visualRect(index).center());
    }

    Query last() const { return qvariant_cast<Query>(spy.last().at(0)); }

    FixedClock clock{utc(QStringLiteral("2026-11-23T13:05:00Z"))};
    QueryForm form{clock};
    QSignalSpy spy{&form, &QueryForm::queryEdited};
};

} // namespace emberline::test
