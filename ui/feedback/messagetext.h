// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/sentences.h"

#include <QLabel>

class QTextLayout;

namespace emberline {

/// Plain text with demi-bold parts, broken into lines where it has to be. Nothing in it is ever
/// read as markup.
class MessageText final : public QLabel
{
    Q_OBJECT

public:
    explicit MessageText(QWidget *parent = nullptr);

    void setContent(const QString &text, std::vector<TextSpan> bold = {});
    [[nodiscard]] const std::vector<TextSpan> &bold() const { return m_bold; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSizeF layOut(QTextLayout *layout, qreal width) const;

    std::vector<TextSpan> m_bold;
};

} // namespace emberline
