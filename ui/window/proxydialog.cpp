// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/proxydialog.h"

#include "app/core/text.h"
#include "ui/theme/controls.h"
#include "ui/workspace/parts.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

ProxyDialog::ProxyDialog(const QString &proxy, QWidget *parent)
    : SheetDialog(parent)
    , m_proxy(proxy)
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_signIn(new QPushButton(tr("&Sign in"), this))
{
    setObjectName(u"proxyDialog"_s);
    setWindowTitle(tr("Sign in to the proxy"));
    makeFields();
    QLabel *about = plainLabel(tr("%1 wants to know who you are. Name and password are kept until "
                                  "you quit, never in a file.")
                                   .arg(displayText(proxy)),
                               TextRole::Body);
    about->setWordWrap(true);
    constexpr int textWidth = 400;
    about->setMinimumWidth(textWidth);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"proxyCancel"_s);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(16);
    fields->setVerticalSpacing(12);
    fields->addRow(tr("&Name"), m_user);
    fields->addRow(tr("&Password"), m_password);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(about);
    layout->addLayout(fields);
    layout->addLayout(buttons);
    setTabOrder(m_user, m_password);
    setTabOrder(m_password, cancel);
    setTabOrder(cancel, m_signIn);
    m_user->setFocus();
}

void ProxyDialog::makeFields()
{
    m_user->setObjectName(u"proxyUser"_s);
    m_user->setAccessibleName(tr("Name"));
    m_password->setObjectName(u"proxyPassword"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_signIn->setObjectName(u"proxySignIn"_s);
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setDefault(true);
    m_signIn->setEnabled(false); // a name there must be; a password may be empty
    setButtonKind(m_signIn, ButtonKind::Primary);
    connect(m_user, &QLineEdit::textChanged, m_signIn, [this](const QString &text) {
        m_signIn->setEnabled(!text.isEmpty());
    });
    connect(m_signIn, &QPushButton::clicked, this, &QDialog::accept);
}

ProxyLogin ProxyDialog::login() const
{
    return {.proxy = m_proxy, .user = m_user->text(), .password = m_password->text()};
}

} // namespace emberline
