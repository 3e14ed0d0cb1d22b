// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ratelimit.h"

#include <QTimeZone>
#include <QWidget>

namespace emberline {

/// How many requests the service allows yet: words, a bar, and when it allows more. Hidden while
/// that is unknown. Where there is no room the words get shorter and go at last; the bar stays.
class RateGauge final : public QWidget
{
    Q_OBJECT

public:
    explicit RateGauge(QWidget *parent = nullptr);

    void setLimit(const RateLimit &limit);
    /// The reset is told in @p zone.
    void setZone(const QTimeZone &zone);

    /// The words that there is room for, as they stand before and after the bar.
    [[nodiscard]] QString text() const;
    /// From 0 to 1; absent: there is no bar.
    [[nodiscard]] std::optional<double> share() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Words
    {
        QString before = {};
        QString after = {};
    };

    /// The longest first.
    [[nodiscard]] std::vector<Words> wordings() const;
    [[nodiscard]] Words fitting() const;
    [[nodiscard]] int widthOf(const Words &words) const;
    [[nodiscard]] QString resetText() const;
    void tell();

    RateLimit m_limit;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace emberline
