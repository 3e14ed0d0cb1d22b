// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace emberline {

/// A line of small plain text under a field: what it means right now, or what is wrong with it.
class HintLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Kind { Hint, Problem };

    explicit HintLabel(Kind kind, QWidget *parent = nullptr);

    /// Hidden while @p text is empty.
    void say(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    Kind m_kind;
};

/// The small bold title of a section with something quiet at its end.
class SectionHeader : public QWidget
{
    Q_OBJECT

public:
    SectionHeader(const QString &title, QWidget *buddy, QWidget *parent = nullptr);

    void setTitle(const QString &title) { m_title->setText(title); }
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note->text(); }

private:
    QLabel *m_title;
    HintLabel *m_note;
};

} // namespace emberline
