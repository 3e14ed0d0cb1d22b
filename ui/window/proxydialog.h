// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/proxycredentials.h"
#include "ui/workspace/scrim.h"

class QLineEdit;
class QPushButton;

namespace emberline {

/// Asks for the name and password that one proxy wants.
class ProxyDialog final : public SheetDialog
{
    Q_OBJECT

public:
    /// @p proxy is "host:port".
    explicit ProxyDialog(const QString &proxy, QWidget *parent = nullptr);

    /// What was entered.
    [[nodiscard]] ProxyLogin login() const;

private:
    void makeFields();

    QString m_proxy;
    QLineEdit *m_user; // children
    QLineEdit *m_password;
    QPushButton *m_signIn;
};

} // namespace emberline
