// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boards/board.h"
#include "app/workspace/workspace.h"
#include "ui/batch/renderoptions.h"
#include "ui/batch/viewrender.h"
#include "ui/export/filebatch.h"
#include "ui/services.h"
#include "ui/window/workspaceopener.h"

#include <QFile>
#include <QObject>

#include <memory>
#include <vector>

namespace emberline {

/// `emberline render`: views in, files out. Emits finished() exactly once.
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
    void logRequest(const RequestRecord &record);
    [[nodiscard]] bool readFile();
    [[nodiscard]] bool planViews();
    void renderNext();
    void take(const LoadedView &loaded);
    void write();
    void tell(const Result<QStringList> &written);
    void fail(RenderExit code, const QString &sentence);

    RenderOptions m_options;
    const Services &m_services;
    Workspace m_workspace;
    Board m_board; ///< as it was read, then with everything said on the command line
    WorkspaceOpener m_opener;
    QFile m_log;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<ViewRender> m_render; ///< before the session ends, its loads do
    std::vector<LoadedView> m_loaded; ///< as many as are done, in the board's order
    std::unique_ptr<FileBatch> m_files;
};

} // namespace emberline
