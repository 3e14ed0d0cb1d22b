// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/picturesentences.h"

#include "app/core/text.h"
#include "ui/feedback/markedtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

class PictureSentences
{
    Q_DECLARE_TR_FUNCTIONS(emberline::PictureSentences)
};

Message say(MessageKind kind, const QString &sentence, std::vector<MessageAction> actions)
{
    auto [text, bold] = unmarked(sentence);
    return {.kind = kind,
            .icon = kind == MessageKind::Info ? u"image"_s : u"warn"_s,
            .text = std::move(text),
            .bold = std::move(bold),
            .actions = std::move(actions)};
}

QString fileName(const QString &path)
{
    return marked(QFileInfo(path).fileName());
}

} // namespace

Message restoreMessage(const QString &path,
                       const View &view,
                       const QDateTime &fetchedAt,
                       bool isOpen)
{
    const QLocale locale;
    const QString subject = view.title.isEmpty() ? locale.createSeparatedList(view.query.events)
                                                 : view.title;
    const QString day = locale.toString(fetchedAt.toLocalTime().date(), u"d MMM yyyy"_s);
    QString sentence = fetchedAt.isValid() ? PictureSentences::tr("%1 holds a view: %2, as of %3.")
                                                 .arg(fileName(path), displayText(subject), day)
                                           : PictureSentences::tr("%1 holds a view: %2.")
                                                 .arg(fileName(path), displayText(subject));
    if (isOpen) {
        return say(MessageKind::Info, sentence, {MessageAction::RestoreView});
    }
    sentence += u' ' + PictureSentences::tr("Open a workspace to restore it.");
    return say(MessageKind::Info, sentence, {});
}

Message pictureMessage(const QString &path, const Error &error)
{
    const QString file = fileName(path);
    const QString sentence =
        error.kind == ErrorKind::File ? PictureSentences::tr("%1 cannot be read.").arg(file)
        : error.kind == ErrorKind::NotFound
            ? PictureSentences::tr("There is no view in %1: it is not an image of Emberline, or "
                                   "was saved without its view.")
                  .arg(file)
            : PictureSentences::tr("%1 holds no view that can be used.").arg(file);
    return say(MessageKind::Warning, sentence, {MessageAction::Details});
}

} // namespace emberline
