// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QMenu>

#include <vector>

namespace emberline {

/// The apps to choose from, a box before each. As with events: while one app (or all of them) is
/// chosen, a click on another name or Enter puts that in its place; a click on a box or Space adds
/// the app or takes it away, and the menu stays open. While several are chosen every click does the
/// same as one on the box. "All apps" excludes the others, and is what is left without them.
class AppMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit AppMenu(QWidget *parent = nullptr);

    /// Without "All apps", which is always there first.
    void setApps(const std::vector<Choice> &apps);
    /// One that is not known is listed last.
    void setChosen(const std::vector<Choice> &chosen);
    [[nodiscard]] const std::vector<Choice> &chosen() const { return m_chosen; }
    /// The names of those that are chosen, as they are listed.
    [[nodiscard]] QStringList chosenNames() const;

Q_SIGNALS:
    /// Never empty; all apps are one without an id.
    void chosenEdited(const std::vector<emberline::Choice> &chosen);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void tickChosen();
    void choose(const QAction *action, bool ticks);
    [[nodiscard]] bool isSeveral() const { return m_chosen.size() > 1; }
    [[nodiscard]] bool isChosen(const QString &id) const;
    [[nodiscard]] QRect boxOf(QAction *action) const;

    std::vector<Choice> m_known; ///< and before them all apps
    std::vector<Choice> m_listed; ///< parallel to the actions
    std::vector<Choice> m_chosen = {{}};
};

} // namespace emberline
