// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/brand.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace emberline {

class AccentField;
class PicturePreview;

/// Sets the brand kit of a profile: what is changed is kept at once, and seen at once.
class BrandPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p folder is the profile's.
    explicit BrandPage(QString folder, QWidget *parent = nullptr);

    /// Shows what is kept.
    void load();
    /// Takes the logo from the file at @p path, if it is fit for that.
    void takeLogo(const QString &path);

Q_SIGNALS:
    /// A sentence about what could not be read, used or kept; empty: there is none any more.
    void problemChanged(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeLogoField();
    [[nodiscard]] QWidget *makeFontField();
    [[nodiscard]] QWidget *makeFooterField();
    /// A button that makes a part of the kit as usual; @p next has the focus then.
    [[nodiscard]] QPushButton *makeRemove(const QString &name,
                                          const QString &spoken,
                                          QWidget *next,
                                          const std::function<void(BrandKit &)> &remove);
    [[nodiscard]] QWidget *makePreview();
    void chooseLogo();
    void keep();
    void tell(const QString &problem);
    void prepare();
    void showKit();

    QString m_folder;
    BrandKit m_kit;
    BrandPtr m_brand; ///< what it does to pictures
    QByteArray m_decoded; ///< the file of its logo
    QString m_problem; ///< that was told last
    QLabel *m_logo = nullptr; // all of them children
    QComboBox *m_font = nullptr;
    AccentField *m_accent = nullptr;
    QLineEdit *m_footer = nullptr;
    QPushButton *m_removeLogo = nullptr;
    QPushButton *m_removeFont = nullptr;
    QPushButton *m_removeFooter = nullptr;
    PicturePreview *m_preview = nullptr;
};

} // namespace emberline
