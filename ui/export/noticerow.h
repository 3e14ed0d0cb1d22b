// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/parts.h"

namespace emberline {

/// A sentence with an icon among the fields of a dialog, in plain text; not there while there is
/// nothing to say.
class NoticeRow final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeRow(QWidget *parent = nullptr);

    /// An empty @p text hides it.
    void say(const QString &text, Tone tone = Tone::Warning);
    [[nodiscard]] QString text() const { return m_text->text(); }
    /// Puts @p widget at its end.
    void append(QWidget *widget);

private:
    Glyph *m_glyph; // children
    QLabel *m_text;
};

} // namespace emberline
