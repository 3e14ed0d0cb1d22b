// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/scrim.h"

namespace emberline {

class BrandPage;
class DataPage;
struct KeptData;

/// The settings that need more room than a menu.
class SettingsDialog final : public SheetDialog
{
    Q_OBJECT

public:
    /// @p profile is the folder that holds everything we keep.
    SettingsDialog(const KeptData &kept, const QString &profile, QWidget *parent = nullptr);

    /// Keeps what is being asked about; without a question closes the dialog.
    void reject() override;

private:
    [[nodiscard]] QWidget *makePages();
    [[nodiscard]] QWidget *makeFooter();

    DataPage *m_data; // children
    BrandPage *m_brand;
};

} // namespace emberline
