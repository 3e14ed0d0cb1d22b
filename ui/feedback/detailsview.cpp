// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/detailsview.h"

#include "app/core/text.h"
#include "ui/theme/controls.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int inset = 16;
constexpr int shownLines = 10;

QPushButton *quietButton(const QString &name,
                         const QString &text,
                         const QIcon &icon,
                         QWidget *parent)
{
    auto *button = new QPushButton(icon, text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    setButtonKind(button, ButtonKind::Secondary);
    return button;
}

} // namespace

QString reportOf(const Error &error)
{
    QStringList lines;
    if (!error.request.isEmpty()) {
        lines << error.request << QString();
    }
    if (error.httpStatus > 0) {
        lines << u"HTTP status: %1"_s.arg(error.httpStatus);
    }
    if (!error.requestId.isEmpty()) {
        lines << u"X-Request-Id: "_s + error.requestId;
    }
    if (error.attempts > 0) {
        lines << u"Attempts: %1"_s.arg(error.attempts);
    }
    if (!error.serverMessage.isEmpty()) {
        lines << u"Message: "_s + error.serverMessage;
    }
    if (!error.detail.isEmpty()) {
        lines << u"Detail: "_s + error.detail;
    }
    if (!error.answer.isEmpty()) {
        lines << QString() << error.answer;
    }
    return lines.join(u'\n');
}

DetailsView::DetailsView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"detailsView"_s);
    setAccessibleName(tr("Details of the error"));
    auto *title = new QLabel(tr("Details"), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(fontOf(TextRole::Strong));
    m_summary->setObjectName(u"detailsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setFont(fontOf(TextRole::Secondary));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(u"detailsText"_s);
    m_text->setAccessibleName(tr("Request and answer"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * shownLines);

    auto *copy = quietButton(u"copyDetails"_s, tr("Copy"), icon(u"copy"_s), this);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(report());
        Q_EMIT copied();
    });
    auto *help = quietButton(
        u"openErrorHelp"_s, tr("Errors in Braze's documentation"), icon(u"link"_s), this);
    help->setToolTip(helpPage().toString());
    connect(help, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(helpPage()); });
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeDetails"_s);
    close->setAccessibleName(tr("Close details"));
    close->setToolTip(tr("Close details"));
    close->setIcon(icon(u"cross"_s, IconRole::Quiet));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &DetailsView::closed);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(m_summary, 1);
    head->addWidget(help);
    head->addWidget(copy);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(inset, 8, inset, inset);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
}

void DetailsView::setError(const Error &error)
{
    QStringList summary;
    if (!error.requestId.isEmpty()) {
        summary << u"X-Request-Id "_s + displayText(error.requestId);
    }
    if (error.attempts > 0) {
        summary << tr("%n attempts", nullptr, error.attempts);
    }
    m_summary->setText(summary.join(u" · "_s));
    m_text->setPlainText(reportOf(error));
}

QString DetailsView::report() const
{
    return m_text->toPlainText();
}

QUrl DetailsView::helpPage()
{
    return QUrl(u"https://www.braze.com/docs/api/errors/"_s);
}

void DetailsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace emberline
