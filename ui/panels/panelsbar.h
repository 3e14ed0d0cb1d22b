// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/look.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace emberline {

class SegmentedRow;

/// How the panels stand side by side, above them.
class PanelsBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelsBar(QWidget *parent = nullptr);

    /// Silent. There is a choice of @p splits, if they are several.
    void setLook(const PanelsLook &look, const std::vector<PanelSplit> &splits);
    /// Whether the panels are compared with the previous period. Silent, too.
    void setPreviousPeriod(bool compared);

    /// In the order of Tab.
    [[nodiscard]] QWidget &last() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void lookChosen(const emberline::PanelsLook &look);
    void previousPeriodChosen(bool compared);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QComboBox *addCombo(const QString &name, const QString &words);
    [[nodiscard]] QCheckBox *addBox(const QString &name, const QString &words);
    [[nodiscard]] QLabel *addWords(const QString &words);
    void fill();
    [[nodiscard]] static QString nameOf(PanelSplit split);
    void offer(std::vector<PanelSplit> splits, PanelSplit chosen);
    void emitChosen();
    void fitWords();
    void setGaps(int width);

    PanelsLook m_look;
    std::vector<PanelSplit> m_splits; ///< that make sense
    std::vector<PanelSplit> m_offered;
    std::vector<QLabel *> m_words; // children, like the rest
    QComboBox *m_split;
    QComboBox *m_columns;
    QComboBox *m_order;
    SegmentedRow *m_scale;
    QWidget *m_divider;
    QCheckBox *m_linked;
    QCheckBox *m_previous;
    QCheckBox *m_ghosts;
    bool m_isShowing = false; ///< what changes is not the user's choice
};

} // namespace emberline
