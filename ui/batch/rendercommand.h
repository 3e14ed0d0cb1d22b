// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/view.h"
#include "app/load/earlierrunner.h"
#include "app/workspace/workspace.h"
#include "ui/batch/renderoptions.h"
#include "ui/services.h"
#include "ui/window/workspaceopener.h"

#include <QFile>
#include <QObject>

#include <memory>

namespace emberline {

/// Exit codes of `emberline render`.
enum class RenderExit {
    Written = 0,
    WrongUsage = 2, ///< or something refused before anything was sent
    NotAuthorised = 3,
    Partly = 4, ///< what arrived is written
    NothingLoaded = 5,
    NotWritten = 6
};

/// `emberline render`: one view in, files out. Emits finished() exactly once.
class RenderCommand final : public QObject
{
    Q_OBJECT

public:
    /// @p services outlive the command.
    RenderCommand(RenderOptions options, const Services &services, QObject *parent = nullptr);
    ~RenderCommand() override;

    /// From the event loop.
    void start();

Q_SIGNALS:
    void finished(emberline::RenderExit code);

private:
    void prepare();
    void prepareEndpoint();
    void prepareSaved();
    void prepareDemo();
    void runWith(const ApiKey &key);
    void run(const std::shared_ptr<Session> &session);
    /// Where what is loaded of @p workspace is kept; empty: nowhere.
    [[nodiscard]] QString historyFile(const Workspace &workspace) const;
    [[nodiscard]] Calendar calendar() const;
    void logRequest(const RequestRecord &record);
    void handle(const DatasetPtr &answer);
    void compare();
    void write();
    void dropUnusable(Dataset &dataset) const;
    void report(const Dataset &dataset) const;
    void fail(RenderExit code, const QString &sentence);

    RenderOptions m_options;
    const Services &m_services;
    Workspace m_workspace;
    View m_view; ///< the base, then with everything said on the command line
    WorkspaceOpener m_opener;
    QFile m_log;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<Load> m_load;
    std::unique_ptr<EarlierRunner> m_earlier; ///< before the session ends, its loads do
    DatasetPtr m_answer; ///< what of it is usable
    bool m_lacksEarlier = false; ///< some of what it is compared with did not come
};

} // namespace emberline
