// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QToolButton;

namespace emberline {

/// One of several chosen events: its name, literally, and a button that takes it away.
class ChosenEvent final : public QWidget
{
    Q_OBJECT

public:
    explicit ChosenEvent(QWidget *parent = nullptr);

    void setEvent(const QString &name);
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QToolButton &removeButton() const { return *m_remove; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_name;
    QString m_shown;
    QToolButton *m_remove;
};

/// Chips of the chosen events, as many in a line as there is room for; is as high as they need.
class ChosenEvents final : public QWidget
{
    Q_OBJECT

public:
    explicit ChosenEvents(QWidget *parent = nullptr);

    /// Tab comes here after @p widget, which is of the same window.
    void setTabAfter(QWidget *widget) { m_tabAfter = widget; }
    /// Hidden without any.
    void setEvents(const QStringList &names);
    /// The button of the last one, so that the keys of a field lead here.
    void focusLast();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void removeAsked(const QString &name);
    /// The focus is to be somewhere else: there is nothing left here, or the user wants back.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ChosenEvent *addChip();
    void flow();
    void focusChip(qsizetype place);
    [[nodiscard]] qsizetype focusedChip() const;

    std::vector<ChosenEvent *> m_chips; ///< children; those beyond m_count wait hidden
    qsizetype m_count = 0;
    QWidget *m_tabAfter = nullptr;
};

} // namespace emberline
