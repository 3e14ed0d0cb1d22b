// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace emberline {

enum class ChipKind { Neutral, Warning };

/// A small badge: a few plain words, perhaps an icon before them.
class Chip final : public QLabel
{
    Q_OBJECT

public:
    /// @p icon is a name for icon(), or empty.
    explicit Chip(const QString &text,
                  QString icon = {},
                  ChipKind kind = ChipKind::Neutral,
                  QWidget *parent = nullptr);

    /// Says something else.
    void setWords(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textStart() const;

    QString m_icon;
    ChipKind m_kind;
};

} // namespace emberline
