// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QStringList>

class QWidget;

namespace emberline {

class Toast;

/// Where an export begins: the @p last folder, as long as it is there, else the @p usual place,
/// else at home.
[[nodiscard]] QString exportFolder(const QString &last, QStandardPaths::StandardLocation usual);

/// Says over @p over, its parent, that something is done; @p action is what can be done next.
Toast *tellDone(const QString &text, QWidget *over, const QString &action = {});

/// Says so of the files at @p paths, and offers to show where they are.
void tellSaved(const QStringList &paths, QWidget *over);

} // namespace emberline
