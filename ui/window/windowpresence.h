// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace emberline {

/// Whether somebody may be looking at a window: it is shown and not minimised.
class WindowPresence final : public QObject
{
    Q_OBJECT

public:
    /// @p window outlives this.
    explicit WindowPresence(QWidget &window, QObject *parent = nullptr);

    [[nodiscard]] bool isPresent() const { return m_isPresent; }

Q_SIGNALS:
    void changed(bool isPresent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    QWidget &m_window;
    bool m_isPresent;
};

} // namespace emberline
