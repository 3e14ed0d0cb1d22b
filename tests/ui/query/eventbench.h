// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/eventlistmodel.h"
#include "tests/ui/query/formbench.h"
#include "ui/query/chosenevents.h"

#include <QLineEdit>
#include <QToolButton>

namespace emberline::test {

inline const QString checkout = QStringLiteral("checkout_completed");
inline const QString cart = QStringLiteral("cart_add");
inline const QString opened = QStringLiteral("app_open");

inline View viewOf(const QStringList &events)
{
    View view;
    view.query.events = events;
    return view;
}

/// The event field and what belongs to it.
struct EventBench : FormBench
{
    explicit EventBench(const QStringList &events)
        : FormBench(viewOf(events))
    { }

    QLineEdit *field() const { return find<QLineEdit>(QStringLiteral("eventField")); }
    QWidget *popup() const { return find<QWidget>(QStringLiteral("eventPopup")); }
    QListView *list() const { return find<QListView>(QStringLiteral("eventList")); }
    QString hint() const { return label(QStringLiteral("eventListHint"))->text(); }
    QString problem() const
    {
        const QLabel *said = label(QStringLiteral("eventProblem"));
        return said->isVisible() ? said->text() : QString();
    }
    QToolButton *remove(int place) const
    {
        return find<QToolButton>(QStringLiteral("removeEvent%1").arg(place));
    }

    QModelIndex row(const QString &name) const
    {
        const QAbstractItemModel *model = list()->model();
        return model->match(model->index(0, 0), EventListModel::NameRole, name, 1, Qt::MatchExactly)
            .value(0);
    }
    bool isTicked(const QString &name) const
    {
        return row(name).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    void clickName(const QString &name, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QPoint place = list()->visualRect(row(name)).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, place);
    }
    void clickBox(const QString &name) const
    {
        const QRect place = list()->visualRect(row(name));
        QTest::mouseClick(
            list()->viewport(), Qt::LeftButton, {}, QPoint(place.left() + 16, place.center().y()));
    }
    void type(const QString &text) const { QTest::keyClicks(field(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QStringList chips() const
    {
        QStringList names;
        const QList<ChosenEvent *> all = form.findChildren<ChosenEvent *>();
        for (const ChosenEvent *chip : all) {
            if (chip->isVisible()) {
                names.append(chip->name());
            }
        }
        return names;
    }
    QStringList events() const { return last().events; }
};

} // namespace emberline::test
