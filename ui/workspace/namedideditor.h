// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace emberline {

class NamedIdModel;

/// A two-column list to be filled by hand, with a sentence that says where the ids are found.
class NamedIdEditor final : public QWidget
{
    Q_OBJECT

public:
    struct Texts
    {
        QString name; ///< object name; its parts derive theirs from it
        QString title;
        QString idTitle;
        QString hint;
    };

    explicit NamedIdEditor(const Texts &texts, QWidget *parent = nullptr);

    void setEntries(const std::vector<NamedId> &entries);

Q_SIGNALS:
    /// The complete entries changed.
    void edited(const std::vector<emberline::NamedId> &entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add();
    void remove();
    void paste();
    void report();

    NamedIdModel *m_model;
    QTableView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
    std::vector<NamedId> m_reported;
};

} // namespace emberline
