// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QTimeZone>

#include <optional>

namespace emberline {

/// All time zones of the system, searchable by any part of their name; the system's own is
/// proposed.
class ZoneCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit ZoneCombo(QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    /// Nothing while the text is no zone.
    [[nodiscard]] std::optional<QTimeZone> zone() const;
};

} // namespace emberline
