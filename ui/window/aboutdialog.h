// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/scrim.h"

namespace emberline {

/// What Emberline is, which version, under which licence.
class AboutDialog final : public SheetDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

/// Opens it on @p window.
void showAbout(QWidget *window);

} // namespace emberline
