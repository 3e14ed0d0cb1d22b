// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/permissionlist.h"

#include "ui/theme/tokens.h"
#include "ui/workspace/connectsentences.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr std::array permissions{
    Permission::EventsDataSeries, Permission::EventsList, Permission::SegmentsList};
constexpr int leastRow = 35;
constexpr int rowPadding = 8;

QString adviceOf(const PermissionFinding &finding, bool keyRefused)
{
    if (finding.granted || (finding.error && !isRefusal(*finding.error))) {
        return {};
    }
    if (keyRefused) { // every row has the same cause: said once
        return finding.permission == Permission::EventsDataSeries
                 ? ConnectSentences::testFailure(*finding.error, {})
                 : QString();
    }
    return ConnectSentences::adviceFor(finding.permission);
}

bool isKeyRefused(const std::vector<PermissionFinding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const PermissionFinding &finding) {
        return finding.permission == Permission::EventsDataSeries && finding.error
            && finding.error->kind == ErrorKind::Unauthorized;
    });
}

} // namespace

PermissionRow::PermissionRow(Permission permission, QWidget *parent)
    : QWidget(parent)
    , m_permission(permission)
    , m_glyph(new Glyph(16))
    , m_name(plainLabel(ConnectSentences::wordOf(permission), TextRole::Strong))
    , m_purpose(
          plainLabel(ConnectSentences::purposeOf(permission), TextRole::Body, Tone::Secondary))
    , m_advice(plainLabel(QString(), TextRole::Secondary))
{
    setObjectName(u"permission."_s + ConnectSentences::wordOf(permission));
    setMinimumHeight(leastRow);
    m_name->setFixedWidth(std::max(152, m_name->sizeHint().width()));
    m_purpose->setWordWrap(true);
    m_advice->setWordWrap(true);
    m_advice->hide();

    auto *mark = new QVBoxLayout;
    mark->setContentsMargins(0, 1, 0, 0);
    mark->addWidget(m_glyph);
    mark->addStretch(1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_purpose);
    texts->addWidget(m_advice);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, rowPadding + 1, 12, rowPadding);
    layout->setSpacing(12);
    layout->addLayout(mark);
    layout->addWidget(m_name, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    showNothing();
}

void PermissionRow::showNothing()
{
    m_glyph->setGlyph(u"minus"_s, Tone::Secondary);
    m_advice->hide();
    describe(tr("not tested"), QString());
}

void PermissionRow::showFinding(const PermissionFinding &finding, const QString &advice)
{
    const bool required = m_permission == Permission::EventsDataSeries;
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    if (finding.granted) {
        m_glyph->setGlyph(u"check"_s, Tone::Success);
        describe(tr("allowed"), advice);
    } else if (finding.error && !isRefusal(*finding.error)) {
        m_glyph->setGlyph(u"minus"_s, Tone::Secondary);
        describe(tr("could not be tested"), advice);
    } else {
        m_glyph->setGlyph(u"cross"_s, required ? Tone::Error : Tone::Warning);
        describe(tr("not allowed"), advice);
    }
}

int PermissionRow::fullHeight(int width) const
{
    const int room = width - 12 - m_glyph->width() - 12 - m_name->width() - 12 - 12;
    QLabel probe;
    probe.setTextFormat(Qt::PlainText);
    probe.setWordWrap(true);
    probe.setFont(m_advice->font());
    probe.setText(ConnectSentences::adviceFor(m_permission));
    return rowPadding + 1 + m_purpose->heightForWidth(room) + probe.heightForWidth(room)
         + rowPadding;
}

void PermissionRow::describe(const QString &outcome, const QString &advice)
{
    //: %1 is a permission ("events.list"), %2 "allowed", %3 what it is for; for screen readers
    const QString name = tr("%1: %2, %3")
                             .arg(ConnectSentences::wordOf(m_permission),
                                  outcome,
                                  ConnectSentences::purposeOf(m_permission));
    setAccessibleName(name);
    setAccessibleDescription(advice);
}

PermissionList::PermissionList(QWidget *parent)
    : QFrame(parent)
    , m_rows()
{
    setObjectName(u"permissionList"_s);
    setFocusPolicy(Qt::TabFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    for (std::size_t i = 0; i < permissions.size(); ++i) {
        if (i > 0) {
            layout->addWidget(new Hairline(Hairline::Strength::Inner));
        }
        m_rows.at(i) = new PermissionRow(permissions.at(i), this);
        layout->addWidget(m_rows.at(i));
    }
    showNothing();
}

void PermissionList::showNothing()
{
    for (PermissionRow *row : m_rows) {
        row->showNothing();
    }
    describe();
}

void PermissionList::showFindings(const std::vector<PermissionFinding> &findings)
{
    const bool keyRefused = isKeyRefused(findings);
    for (const PermissionFinding &finding : findings) {
        const auto *const place = std::find(
            permissions.begin(), permissions.end(), finding.permission);
        if (place != permissions.end()) {
            PermissionRow *row = m_rows.at(
                static_cast<std::size_t>(std::distance(permissions.begin(), place)));
            row->showFinding(finding, adviceOf(finding, keyRefused));
        }
    }
    describe();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

int PermissionList::fullHeight(int width) const
{
    int height = 2 + 2; // the frame, and the lines between the rows
    for (const PermissionRow *row : m_rows) {
        height += row->fullHeight(width - 2);
    }
    return height;
}

void PermissionList::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(palette());
    const bool focused = hasFocus() && isActiveWindow();
    const qreal width = focused ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? tokens.accent : tokens.buttonBorder, width));
    painter.setBrush(tokens.base);
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
}

void PermissionList::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void PermissionList::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void PermissionList::describe()
{
    QStringList sentences;
    for (const PermissionRow *row : m_rows) {
        sentences.append(row->accessibleName());
    }
    setAccessibleName(tr("Permissions found"));
    setAccessibleDescription(sentences.join(u". "_s));
}

} // namespace emberline
