// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/catalogkeeper.h"
#include "app/load/earlierrunner.h"
#include "app/load/queryrunner.h"
#include "app/models/shown.h"
#include "ui/services.h"
#include "ui/window/openworkspace.h"
#include "ui/window/viewhistory.h"
#include "ui/window/workspaceopener.h"

#include <QObject>

namespace emberline {

/// Holds the one View of the window and the workspace it belongs to. Every action replaces the
/// view; form, chart, table, title and picture follow it. Loads what it asks for.
class ViewController final : public QObject
{
    Q_OBJECT

public:
    /// @p services outlive the controller.
    explicit ViewController(const Services &services, QObject *parent = nullptr);
    ~ViewController() override;

    [[nodiscard]] const View &view() const { return m_view; }
    [[nodiscard]] const Workspace &workspace() const { return m_workspace.get(); }
    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    /// The key of the workspace can't be had: what is kept of it is shown, and nothing is asked.
    [[nodiscard]] bool needsKey() const { return m_needsKey; }
    [[nodiscard]] bool isLoading() const { return m_runner && m_runner->isRunning(); }
    /// What is held of it, until more has come.
    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] bool isReadingCatalog() const { return m_keeper && m_keeper->isReading(); }
    /// What is kept of the workspace that is open; none if nothing is. It lives until the next
    /// workspaceOpened() or closed().
    [[nodiscard]] History *history() const { return m_session ? m_session->history() : nullptr; }
    /// What is on screen: the last good answer, and the view it answers.
    [[nodiscard]] DatasetModel *model() { return &m_model; }
    /// The same as it was asked for, before it was summed up to days, weeks or months.
    [[nodiscard]] const DatasetPtr &base() const { return m_base; }
    [[nodiscard]] const View &answeredView() const { return m_answeredView; }

    /// The views before this one, of the workspace that is open.
    [[nodiscard]] ViewHistory &viewHistory() { return m_history; }
    [[nodiscard]] WorkspaceOpener &opener() { return m_opener; }

    /// Opens the workspace with @p first, else with the one of an earlier try that did not get so
    /// far, else with what was shown of it last.
    void open(const QString &workspaceId, const std::optional<View> &first = {});
    void close();

    /// As a step that can be undone; one that @p continues a zoom is no step of its own.
    void setView(const View &chosen, bool continues = false);
    /// Another range or granularity is shown whole.
    void setQuery(const Query &query);
    void setLook(const Look &look, bool continues = false);
    void setComparison(const Comparison &comparison);
    /// Whether lines have shapes as a second cue; of every view, and kept.
    void setPatterns(bool patterns);
    [[nodiscard]] bool hasPatterns() const { return m_services.preferences.hasPatterns(); }
    /// Asks again for what may have changed since.
    void refresh();
    /// The same when nobody asked for it: sends nothing at all where it would be a lot, unless that
    /// was agreed to for this very query.
    void refreshQuietly();
    void refreshCatalog();
    /// Asks for what an earlier load of the view left out.
    void loadRest();
    /// Asks for all of it again.
    void reload();
    /// Asks again only for the series that failed.
    void retryFailed();
    /// The same of what it is compared with.
    void retryEarlier();
    void cancel();
    void retryNow();
    /// Sends what loadCostly() told of.
    void proceed();

    /// Changes of the workspace that come from the form; kept, except for the demo's.
    void toggleStar(const QString &event);
    void addSegment(const QString &id, const QString &name);

Q_SIGNALS:
    /// Somebody wants to see @p workspaceId now, whether it can be opened or not.
    void openAsked(const QString &workspaceId);
    void workspaceOpened();
    void closed();
    void workspaceChanged();
    void viewChanged();
    /// Or isReadingCatalog() has.
    void catalogChanged();
    void loadStarted();
    void loadProgressed(int done, int total);
    void loadWaiting(const QDateTime &until);
    /// So many requests, @p total in all and at most @p perSeries for one series, are a lot:
    /// nothing is sent before proceed().
    void loadCostly(int perSeries, int total);
    void loadCancelled();
    void historyTroubled(const emberline::HistoryNotice &notice);
    /// A part of an answer is on screen; the rest of it is on its way.
    void arrived();
    /// @p dataset is on screen now if it has any series, else what was there stays.
    void answered(const emberline::DatasetPtr &dataset);
    /// Some of an earlier time that is compared did not come.
    void earlierFailed(const emberline::Error &error);
    /// What the open session says of its requests.
    void requestFinished(const emberline::RequestRecord &record);
    void bucketsRead(qint64 serial, int buckets);
    void rateLimitChanged(const emberline::RateLimit &limit);

private:
    /// Who answers when a load turns out to take many requests.
    enum class Consent { Asked, Agreed, Nobody };

    void replaceView(const View &view);
    [[nodiscard]] bool takeOrder(const Query &before);
    void begin(const Workspace &workspace, const std::shared_ptr<Session> &session);
    void connectRunner();
    void noteCostly(int perSeries, int total);
    [[nodiscard]] bool isAgreed() const { return m_agreed == m_view.query; }
    [[nodiscard]] View firstView() const;
    void keepCatalog();
    void followEarlier();
    void load(bool now, LoadMode mode = LoadMode::Usual, Consent consent = Consent::Asked);
    void refreshLists();
    void show(const Query &query, const DatasetPtr &dataset);
    void showPartial(const Query &query, const DatasetPtr &partial);
    [[nodiscard]] Showing showing() const;
    void compare();
    void showBase();
    void showNothing();
    void settleBase();

    const Services &m_services;
    WorkspaceOpener m_opener;
    QString m_asked; ///< the workspace that was to be opened last
    std::optional<View> m_first; ///< what it is to show, until it is open
    OpenWorkspace m_workspace;
    ViewHistory m_history;
    bool m_needsKey = false;
    bool m_isQuiet = false; ///< nobody asked for the load that is under way
    std::optional<Query> m_agreed; ///< a lot of requests may be sent for it
    View m_view;
    View m_answeredView;
    Catalog m_catalog;
    DatasetPtr m_base;
    DatasetModel m_model;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<QueryRunner> m_runner; ///< before the session ends, its load does
    std::unique_ptr<EarlierRunner> m_earlier; ///< the same
    std::unique_ptr<CatalogKeeper> m_keeper; ///< the same
};

} // namespace emberline
