// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/picturetext.h"
#include "ui/export/pictureoptions.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace emberline {

/// What of a picture is there besides the lines, and what it says in words.
class PictureWordsForm final : public QWidget
{
    Q_OBJECT

public:
    /// @p own is what the picture says by itself.
    explicit PictureWordsForm(const PictureText &own, QWidget *parent = nullptr);

    void setParts(const PictureOptions &options);
    /// Puts parts, words and whether the view is embedded into @p options; the rest of it stays.
    void fill(PictureOptions &options) const;
    /// Panels have names above them instead of labels at the lines.
    void setLinesNamed(bool named);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QCheckBox *makePart(const QString &name, const QString &text);
    void addFootnote(QFormLayout *form);
    void addMarks(QFormLayout *form);

    PictureText m_own;
    QCheckBox *m_title; // all of them children
    QLineEdit *m_titleWords;
    QCheckBox *m_subtitle;
    QLineEdit *m_subtitleWords;
    QCheckBox *m_footnote;
    QPlainTextEdit *m_footnoteWords;
    QCheckBox *m_endLabels;
    QCheckBox *m_legend;
    QCheckBox *m_summary;
    QCheckBox *m_embedsView;
};

} // namespace emberline
