// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/viewhistory.h"

#include "app/query/queryorder.h"

#include <QCoreApplication>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace emberline {

namespace {

constexpr int mostSteps = 200;
constexpr int zoomSteps = 1; ///< an id of commands that may be merged

QString words(const char *text)
{
    return QCoreApplication::translate("ViewHistory", text);
}

QString queryStepText(const Query &before, const Query &after)
{
    if (differsInOrderOnly(before, after)) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change order"));
    }
    if (before.events != after.events) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change event"));
    }
    if (before.segments != after.segments) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change segments"));
    }
    if (before.apps != after.apps) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change app"));
    }
    if (before.range != after.range) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change range"));
    }
    return words(QT_TRANSLATE_NOOP("ViewHistory", "Change bucket"));
}

QString lookStepText(const Look &before, const Look &after)
{
    if (before.layout != after.layout) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change layout"));
    }
    if (before.hidden != after.hidden) {
        return after.hidden.size() > before.hidden.size()
                 ? words(QT_TRANSLATE_NOOP("ViewHistory", "Hide series"))
                 : words(QT_TRANSLATE_NOOP("ViewHistory", "Show series"));
    }
    if (before.completeOnly != after.completeOnly) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Complete periods only"));
    }
    if (before.zoom != after.zoom) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Zoom"));
    }
    return words(QT_TRANSLATE_NOOP("ViewHistory", "Change panels"));
}

/// Whether nothing but the zoom differs.
bool differsInZoomOnly(const View &one, const View &other)
{
    View zoomed = one;
    zoomed.look.zoom = other.look.zoom;
    return one.look.zoom != other.look.zoom && zoomed == other;
}

class Step final : public QUndoCommand
{
public:
    Step(View before, View after, bool continues, std::function<void(const View &)> show)
        : QUndoCommand(stepText(before, after))
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_continues(continues)
        , m_show(std::move(show))
    { }

    void undo() override { m_show(m_before); }

    void redo() override
    {
        // The stack "does" a command when it is pushed; what it does is on screen by then.
        if (std::exchange(m_isPushed, true)) {
            m_show(m_after);
        }
    }

    [[nodiscard]] int id() const override
    {
        return differsInZoomOnly(m_before, m_after) ? zoomSteps : -1;
    }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = dynamic_cast<const Step *>(other);
        if (next == nullptr || !next->m_continues) {
            return false;
        }
        m_after = next->m_after;
        return true;
    }

private:
    View m_before;
    View m_after;
    bool m_continues;
    std::function<void(const View &)> m_show;
    bool m_isPushed = false;
};

} // namespace

ViewHistory::ViewHistory(QObject *parent)
    : QObject(parent)
{
    m_steps.setUndoLimit(mostSteps);
}

void ViewHistory::note(const View &before, const View &after, bool continues)
{
    // The stack owns the step.
    m_steps.push(
        new Step(before, after, continues, [this](const View &view) { Q_EMIT wanted(view); }));
}

void ViewHistory::clear()
{
    m_steps.clear();
}

QString stepText(const View &before, const View &after)
{
    if (before.query != after.query) {
        return queryStepText(before.query, after.query);
    }
    if (before.comparison != after.comparison) {
        return words(QT_TRANSLATE_NOOP("ViewHistory", "Change comparison"));
    }
    if (before.look != after.look) {
        return lookStepText(before.look, after.look);
    }
    return words(QT_TRANSLATE_NOOP("ViewHistory", "Rename view"));
}

} // namespace emberline
