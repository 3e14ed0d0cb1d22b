// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace emberline {

class ViewController;
struct Services;

/// Opens the settings over @p window, which owns the dialog.
void showSettings(const Services &services, const ViewController &controller, QWidget *window);

} // namespace emberline
