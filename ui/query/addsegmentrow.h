// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace emberline {

/// Two fields to add a segment that no list names: its id, and what to call it.
class AddSegmentRow : public QWidget
{
    Q_OBJECT

public:
    explicit AddSegmentRow(QWidget *parent = nullptr);

    void clear();
    void focusId();

Q_SIGNALS:
    /// @p id without blanks around it, never empty; @p name is the id if there is none.
    void submitted(const QString &id, const QString &name);
    void dismissed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    [[nodiscard]] QString typedId() const;

    QLineEdit *m_id;
    QLineEdit *m_name;
    QPushButton *m_add;
};

} // namespace emberline
