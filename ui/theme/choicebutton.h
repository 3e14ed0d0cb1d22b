// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace emberline {

/// Looks like a combo box and opens a menu: what is chosen, and beside it quietly what that means.
/// Space, Enter, F4 and the down key open it.
class ChoiceButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ChoiceButton(QWidget *parent = nullptr);

    /// @p note stands beside @p text as long as there is room.
    void setChoice(const QString &text, const QString &note = {});
    /// At least wide enough for each of them, so that what stands beside it stays in its place.
    void reserve(const QStringList &texts);
    void setLeastWidth(int width);

    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int widthFor(const QString &text, const QString &note) const;

    QString m_note;
    QStringList m_reserved;
    int m_leastWidth = 0;
    mutable int m_width = 0; ///< that the texts want; 0: to be found
};

} // namespace emberline
