// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace emberline {

/// The bar of the table: what it holds, a filter for its rows, how to take it away, and a button
/// that folds it.
class TableBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TableBar(QWidget *parent = nullptr);

    /// "30 days"; empty: nothing is there to be filtered or taken away.
    void setCount(const QString &text);
    void setFolded(bool folded);

Q_SIGNALS:
    void filterChanged(const QString &text);
    void copyAsked();
    void exportAsked();
    void foldAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title; // children, all of them
    QLabel *m_count;
    QLineEdit *m_filter;
    QPushButton *m_copy;
    QPushButton *m_export;
    QToolButton *m_fold;
    bool m_folded = false;
};

} // namespace emberline
