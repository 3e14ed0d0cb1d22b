// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/aboutdialog.h"

#include "ui/theme/fonts.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

AboutDialog::AboutDialog(QWidget *parent)
    : SheetDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Emberline"));
    constexpr int markSize = 48;
    auto *mark = new QLabel(this);
    mark->setPixmap(
        QIcon(u":/icons/emberline.svg"_s).pixmap(QSize(markSize, markSize), devicePixelRatioF()));
    auto *title = new QLabel(u"Emberline "_s + QLatin1String(EMBERLINE_VERSION), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(fontOf(TextRole::ChartTitle));
    auto *text = new QLabel(
        tr("Shows how often Braze custom events happen. Free software under the "
           "GNU General Public License, version 3 or later. It is not made or "
           "endorsed by Braze."),
        this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(360);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(u"closeAbout"_s);
    close->setAccessibleName(close->text());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(title);
    words->addWidget(text);
    auto *top = new QHBoxLayout;
    top->setSpacing(20);
    top->addWidget(mark, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(20);
    layout->addLayout(top);
    layout->addWidget(buttons);
}

void showAbout(QWidget *window)
{
    auto *dialog = new AboutDialog(window); // the window's; deletes itself
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace emberline
