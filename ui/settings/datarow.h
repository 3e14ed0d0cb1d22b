// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace emberline {

/// Bytes in words: "12.3 MB".
[[nodiscard]] QString bytesText(qint64 bytes);

/// What is kept of one workspace, and a way to clear it: asked about in place, because it can't be
/// undone.
class DataRow final : public QWidget
{
    Q_OBJECT

public:
    DataRow(const QString &workspaceId, const QString &name, QWidget *parent = nullptr);

    void setBytes(qint64 bytes);
    /// Until the next setBytes().
    void setClearing();
    /// Whether it is being asked about.
    [[nodiscard]] bool isAsking() const;
    /// Keeps what is kept.
    void dismiss();

Q_SIGNALS:
    /// The user has confirmed.
    void clearRequested();

private:
    void ask();
    void describeQuestion();
    [[nodiscard]] QWidget *makeState();
    [[nodiscard]] QWidget *makeQuestion();

    QString m_name;
    QString m_bytes;
    QStackedWidget *m_pages;
    QLabel *m_size = nullptr;
    QPushButton *m_clear = nullptr;
    QLabel *m_questionText = nullptr;
    QPushButton *m_reallyClear = nullptr;
    QPushButton *m_keep = nullptr;
};

} // namespace emberline
