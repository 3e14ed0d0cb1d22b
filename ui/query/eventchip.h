// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace emberline {

/// A starred or recent event, one click away. Shows its name literally, elided when it is narrow.
class EventChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit EventChip(QWidget *parent = nullptr);

    void setEvent(const QString &name, bool starred);
    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textWidth() const;

    QString m_name;
    QString m_shown;
    bool m_starred = false;
};

} // namespace emberline
