// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

namespace emberline {

class HintLabel;
class LinkButton;

/// How long ago a list was read: "Read 2 h ago", after a day its date in @p zone. Empty for one
/// that never was.
[[nodiscard]] QString catalogAgeText(const QDateTime &readAt,
                                     const QDateTime &now,
                                     const QTimeZone &zone);

/// Below a list: how old it is, and a way to read it anew. Hidden while there is nothing to say.
class CatalogAge final : public QWidget
{
    Q_OBJECT

public:
    explicit CatalogAge(QWidget *parent = nullptr);

    /// Empty: not known.
    void setAge(const QString &age, bool isReading);
    /// What a screen reader calls the link.
    void setRefreshName(const QString &name);
    /// Leaves the focus where it is, even when the link is clicked.
    void keepFocusAway();

Q_SIGNALS:
    void refreshAsked();

private:
    HintLabel *m_text;
    LinkButton *m_refresh;
};

} // namespace emberline
