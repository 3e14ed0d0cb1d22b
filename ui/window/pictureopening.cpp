// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pictureopening.h"

#include "app/boards/board.h"
#include "ui/feedback/messagebar.h"
#include "ui/feedback/picturesentences.h"
#include "ui/window/viewcontroller.h"
#include "ui/window/workpage.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

const QString offerBar = u"picture"_s;

} // namespace

PictureOpening::PictureOpening(ViewController &controller, WorkPage &page, QWidget *window)
    : QObject(window)
    , m_controller(controller)
    , m_page(page)
    , m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    connect(&controller, &ViewController::workspaceOpened, this, &PictureOpening::tell);
    connect(&controller, &ViewController::closed, this, &PictureOpening::tell);
    const MessageBarStack &bars = page.messages();
    connect(&bars,
            &MessageBarStack::actionTriggered,
            this,
            [this](const QString &bar, MessageAction action) {
                if (bar == offerBar && action == MessageAction::RestoreView) {
                    restore();
                } else if (bar == offerBar && action == MessageAction::Details) {
                    m_page.showDetails(m_error);
                }
            });
    connect(&bars, &MessageBarStack::closed, this, [this](const QString &bar) {
        if (bar == offerBar) {
            m_offered.reset();
        }
    });
}

void PictureOpening::offer(const QString &path)
{
    const Result<PictureInfo> info = pictureInfoOf(path);
    m_path = path;
    if (!info) {
        m_offered.reset();
        m_error = info.error();
        m_page.messages().put(offerBar, pictureMessage(path, m_error), true);
        return;
    }
    m_offered = *info;
    tell();
}

void PictureOpening::tell()
{
    if (m_offered.has_value()) {
        m_page.messages().put(
            offerBar,
            restoreMessage(m_path, m_offered->view, m_offered->fetchedAt, m_controller.isOpen()),
            true);
    }
}

void PictureOpening::restore()
{
    if (m_offered.has_value() && m_controller.isOpen()) {
        const View view = m_offered->view;
        m_offered.reset();
        m_page.messages().remove(offerBar);
        m_controller.setView(view);
    }
}

void PictureOpening::choose()
{
    auto *chooser = new QFileDialog(m_window, tr("Open an image or a view")); // deletes itself
    chooser->setObjectName(u"openFile"_s);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters(
        {tr("Images and views (%1)").arg(u"*.emberline *.png *.svg *.pdf *.json"_s),
         tr("All files (%1)").arg(u"*"_s)});
    connect(chooser, &QFileDialog::fileSelected, this, &PictureOpening::offer);
    chooser->open();
}

/// The one file that is dragged; empty: it is something else.
QString PictureOpening::fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

bool PictureOpening::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (!fileOf(drag->mimeData()).isEmpty()) {
            drag->setDropAction(Qt::CopyAction); // the file stays where it is
            drag->accept();
        }
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString path = fileOf(drop->mimeData());
        if (!path.isEmpty()) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            offer(path);
        }
        return true;
    }
    return QObject::eventFilter(watched, event);
}

Result<PictureInfo> pictureInfoOf(const QString &path)
{
    QFile file(path);
    // A pipe or a device would never end.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return Error{.kind = ErrorKind::File, .detail = file.errorString()};
    }
    const QByteArray bytes = file.read(largestPictureFile + 1);
    if (looksLikePicture(bytes)) {
        return pictureInfoFrom(bytes);
    }
    const Result<Board> board = boardFromBytes(bytes); // a view is read as a board of one
    if (!board) {
        return board.error();
    }
    return PictureInfo{.view = board->views.front()}; // the window shows one at a time
}

} // namespace emberline
