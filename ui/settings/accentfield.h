// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace emberline {

class ColorSwatch;

/// A field for the colour of a brand: typed or picked. Says what is wrong with it, and offers the
/// nearest colour that is good. What is wrong may be kept; what is no colour is not.
class AccentField final : public QWidget
{
    Q_OBJECT

public:
    explicit AccentField(QWidget *parent = nullptr);

    /// "#rrggbb"; empty: none.
    void setAccent(const QString &accent);
    [[nodiscard]] QString accent() const { return m_accent; }

Q_SIGNALS:
    /// By the user.
    void accentChanged(const QString &accent);

private:
    void readTyped(const QString &typed);
    void choose();
    void take(const QString &accent);
    void showProblems();
    [[nodiscard]] QWidget *makeProblems();

    QString m_accent;
    QColor m_better; ///< what is offered
    ColorSwatch *m_swatch; // children
    QLineEdit *m_edit;
    QPushButton *m_remove;
    QWidget *m_problems = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace emberline
