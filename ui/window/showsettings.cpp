// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/showsettings.h"

#include "ui/services.h"
#include "ui/settings/datapage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/viewcontroller.h"

namespace emberline {

void showSettings(const Services &services, const ViewController &controller, QWidget *window)
{
    services.workspaces.readAgain();
    const KeptData kept{.folder = services.historyFolder,
                        .workspaces = services.workspaces.list(),
                        .openId = controller.workspace().id,
                        .openHistory = controller.history()};
    auto *dialog = new SettingsDialog(
        kept, services.preferences.folder(), window); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace emberline
