// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QUrl;

namespace emberline {

/// Request and answer of an error as text, to fold out below a message or to put in a dock. Shows
/// what the Error holds, and that is free of keys.
class DetailsView final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsView(QWidget *parent = nullptr);

    void setError(const Error &error);
    /// What is shown, and what "Copy" copies.
    [[nodiscard]] QString report() const;

    /// Braze's page on the errors of its interface.
    [[nodiscard]] static QUrl helpPage();

Q_SIGNALS:
    void copied();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_summary; // child
    QPlainTextEdit *m_text; // child
};

/// The error as a text for a support request; English, as support reads it.
[[nodiscard]] QString reportOf(const Error &error);

} // namespace emberline
