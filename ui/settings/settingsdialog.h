// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/scrim.h"

namespace emberline {

class DataPage;
struct KeptData;

/// The settings that need more room than a menu.
class SettingsDialog final : public SheetDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const KeptData &kept, QWidget *parent = nullptr);

    /// Keeps what is being asked about; without a question closes the dialog.
    void reject() override;

private:
    [[nodiscard]] QWidget *makeFooter();

    DataPage *m_page; // child
};

} // namespace emberline
