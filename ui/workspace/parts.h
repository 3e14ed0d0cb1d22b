// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/fonts.h"

#include <QLabel>
#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace emberline {

struct Tokens;

/// What a text or an icon wants to say, which decides its colour.
enum class Tone { Text, Secondary, Accent, Success, Warning, Error };

[[nodiscard]] QColor toneColor(const Tokens &tokens, Tone tone);

/// A label that never reads its text as HTML, to be put into a layout. Text and Secondary follow
/// the palette; the coloured tones are for Glyph and FieldHint.
[[nodiscard]] QLabel *plainLabel(const QString &text, TextRole role, Tone tone = Tone::Text);

/// A small icon in the colour of its tone, right in both themes without being told.
class Glyph final : public QWidget
{
    Q_OBJECT

public:
    explicit Glyph(int size, QWidget *parent = nullptr);

    /// An empty @p name leaves the place empty.
    void setGlyph(const QString &name, Tone tone);
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Tone m_tone = Tone::Secondary;
};

/// A line of one pixel in the colour of hairlines (or of the weaker inner lines).
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    enum class Strength { Area, Inner };
    explicit Hairline(Strength strength, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Strength m_strength;
};

/// The sentence below a field: a hint, or for a while the problem with what stands in the field.
class FieldHint final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldHint(const QString &hint,
                       const QString &iconName = {},
                       QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// An empty @p problem brings the hint back.
    void setProblem(const QString &problem);
    [[nodiscard]] bool hasProblem() const { return m_hasProblem; }
    [[nodiscard]] QString text() const { return m_label->text(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &text, const QString &iconName);
    void color();

    QString m_hint;
    QString m_iconName;
    bool m_hasProblem = false;
    Glyph *m_glyph;
    QLabel *m_label;
};

/// @p widgets side by side; the caller's layout takes the row over.
[[nodiscard]] QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets);

} // namespace emberline
