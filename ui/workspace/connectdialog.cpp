// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/connectdialog.h"

#include "app/core/text.h"
#include "ui/theme/controls.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/workspace/connectform.h"
#include "ui/workspace/connectsentences.h"
#include "ui/workspace/dialogproblem.h"
#include "ui/workspace/parts.h"
#include "ui/workspace/permissionlist.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {
constexpr int dialogWidth = 640;
constexpr int inset = 20;
constexpr int footerHeight = 60;
constexpr int messageHeight = 44;
} // namespace

ConnectDialog::ConnectDialog(ConnectionTester &tester, QWidget *parent)
    : ConnectDialog(tester, Workspace(), parent)
{ }

ConnectDialog::ConnectDialog(ConnectionTester &tester, const Workspace &workspace, QWidget *parent)
    : SheetDialog(parent)
    , m_tester(tester)
    , m_form(new ConnectForm(workspace))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(m_form->isEditing() ? tr("Edit connection") : tr("Connect to Braze"));
    auto *body = new QVBoxLayout;
    body->setContentsMargins(inset, inset, inset, inset);
    body->setSpacing(0);
    body->addWidget(m_form);
    body->addSpacing(12);
    body->addWidget(makeFindings(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    m_problem = new DialogProblem;
    layout->addWidget(m_problem);
    layout->addWidget(new Hairline(Hairline::Strength::Area));
    layout->addWidget(makeFooter());
    setMinimumWidth(dialogWidth);
    wire();
    enter(State::Untested);
    resize(dialogWidth, layout->totalHeightForWidth(dialogWidth));
    m_form->setFocus();
}

/// Hiding ends the editing of a field: while the members are still there.
ConnectDialog::~ConnectDialog()
{
    hide();
}

void ConnectDialog::setTakenNames(const QStringList &names)
{
    m_form->setTakenNames(names);
}

void ConnectDialog::askForKey()
{
    m_form->askForKey();
    enter(m_state);
}

QWidget *ConnectDialog::makeFindings()
{
    m_tested = plainLabel(QString(), TextRole::Secondary, Tone::Secondary);
    m_tested->setObjectName(u"testedWhen"_s);
    m_permissions = new PermissionList;
    auto *area = new QWidget;
    auto *title = new QHBoxLayout;
    title->addWidget(plainLabel(tr("Permissions found"), TextRole::Strong));
    title->addStretch(1);
    title->addWidget(m_tested);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(title);
    layout->addWidget(m_permissions);
    layout->addWidget(makeMessageRow());
    layout->addStretch(1);

    // Room for every outcome, so that results never resize the dialog.
    const int width = dialogWidth - 2 * inset;
    const int withAdvice = m_permissions->fullHeight(width);
    const int withMessage = m_permissions->layout()->totalHeightForWidth(width) + 4 + messageHeight;
    area->setMinimumHeight(title->sizeHint().height() + 4 + std::max(withAdvice, withMessage));
    return area;
}

QWidget *ConnectDialog::makeMessageRow()
{
    m_messageRow = new QWidget;
    auto *glyph = new Glyph(16);
    glyph->setGlyph(u"warn"_s, Tone::Warning);
    m_message = plainLabel(QString(), TextRole::Body);
    m_message->setObjectName(u"testMessage"_s);
    m_message->setWordWrap(true);
    m_saveUntested = new QPushButton(tr("Save &without testing"));
    m_saveUntested->setObjectName(u"saveWithoutTesting"_s);
    m_saveUntested->setAccessibleName(tr("Save without testing"));
    m_saveUntested->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_messageRow);
    row->setContentsMargins(13, 4, 0, 0);
    row->setSpacing(12);
    row->addWidget(glyph);
    row->addWidget(m_message, 1);
    row->addWidget(m_saveUntested);
    m_messageRow->hide();
    return m_messageRow;
}

QWidget *ConnectDialog::makeFooter()
{
    m_copy = new QPushButton(tr("Copy the permission list"));
    m_copy->setObjectName(u"copyPermissions"_s);
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setAutoDefault(false);
    setButtonKind(m_copy, ButtonKind::Quiet);
    colorIcons();
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAccessibleName(m_cancel->text());
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("&Save and open"));
    m_save->setObjectName(u"saveAndOpen"_s);
    m_save->setAccessibleName(tr("Save and open"));
    setButtonKind(m_save, ButtonKind::Primary);

    auto *footer = new QWidget;
    footer->setMinimumHeight(footerHeight);
    auto *row = new QHBoxLayout(footer);
    constexpr int quietPadding = 12; // the icon, not the button, lines up with the fields
    row->setContentsMargins(inset - quietPadding, 0, inset, 0);
    row->setSpacing(8);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    return footer;
}

void ConnectDialog::showProblem(const Message &message)
{
    m_problem->tell(message);
}

void ConnectDialog::wire()
{
    const auto forgetProblem = [this] {
        m_problem->clear();
    };
    connect(m_form, &ConnectForm::changed, this, forgetProblem);
    connect(m_form, &ConnectForm::connectionEdited, this, forgetProblem);
    connect(m_form, &ConnectForm::changed, this, &ConnectDialog::updateButtons);
    connect(m_form, &ConnectForm::connectionEdited, this, &ConnectDialog::invalidate);
    connect(m_form, &ConnectForm::testToggled, this, &ConnectDialog::toggleTest);
    connect(m_saveUntested, &QPushButton::clicked, this, &ConnectDialog::save);
    connect(m_save, &QPushButton::clicked, this, &ConnectDialog::save);
    connect(m_copy, &QPushButton::clicked, this, &ConnectDialog::copyPermissions);
    connect(m_cancel, &QPushButton::clicked, this, [this] { done(QDialog::Rejected); });
}

void ConnectDialog::done(int result)
{
    dropTest();
    m_form->wipeKey();
    SheetDialog::done(result);
}

void ConnectDialog::reject()
{
    if (m_state == State::Testing) {
        invalidate();
        return;
    }
    done(QDialog::Rejected);
}

/// QDialog would call reject(), which only stops a test.
void ConnectDialog::closeEvent(QCloseEvent *event)
{
    done(QDialog::Rejected);
    event->accept();
}

void ConnectDialog::changeEvent(QEvent *event)
{
    SheetDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_copy != nullptr) {
        colorIcons();
    }
}

void ConnectDialog::colorIcons()
{
    m_copy->setIcon(tintedIcon(u"copy"_s, tokensFor(palette()).accent));
}

void ConnectDialog::toggleTest()
{
    if (m_state == State::Testing) {
        invalidate();
    } else if (m_form->checkConnection()) {
        startTest();
    }
}

void ConnectDialog::startTest()
{
    dropTest();
    // Owned here: a test that is stopped or whose dialog is closed says nothing any more.
    m_test.reset(m_tester.start(m_form->endpoint(), m_form->newKey().value_or(ApiKey()), nullptr));
    connect(m_test.get(), &ConnectionTest::finished, this, &ConnectDialog::showFindings);
    m_permissions->showNothing();
    m_tested->setText(tr("testing…"));
    showMessage({});
    enter(State::Testing);
}

void ConnectDialog::dropTest()
{
    m_test.reset();
}

void ConnectDialog::showFindings(const std::vector<emberline::PermissionFinding> &findings,
                                 std::chrono::milliseconds duration)
{
    m_test.release()->deleteLater(); // not at once: this is its signal
    m_permissions->showFindings(findings);
    m_tested->setText(
        tr("tested just now, %1 ms").arg(locale().toString(qlonglong{duration.count()})));
    const auto failed = std::find_if(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.permission == Permission::EventsDataSeries && finding.error;
    });
    const QString why = failed == findings.end() ? QString()
                                                 : ConnectSentences::testFailure(
                                                     *failed->error, m_form->endpoint().host());
    switch (verdictOf(findings)) {
    case ConnectVerdict::Usable:
        enter(State::Usable);
        break;
    case ConnectVerdict::Missing: // the rows say it
        enter(State::Unusable);
        break;
    case ConnectVerdict::Unreachable:
        showMessage(why);
        enter(State::Unreachable);
        break;
    case ConnectVerdict::Failed:
        showMessage(why);
        enter(State::Unusable);
        break;
    }
}

/// What was found is of another key or endpoint.
void ConnectDialog::invalidate()
{
    dropTest();
    m_permissions->showNothing();
    m_tested->setText({});
    showMessage({});
    enter(State::Untested);
}

void ConnectDialog::enter(State state)
{
    const bool wasTesting = m_state == State::Testing;
    m_state = state;
    m_form->showTesting(state == State::Testing);
    m_saveUntested->setVisible(state == State::Unreachable);
    updateButtons();
    // Enter does what comes next: test, then save.
    QPushButton *next = m_save->isEnabled() ? m_save : m_form->testButton();
    next->setDefault(true);
    if (wasTesting && state == State::Usable && m_save->isEnabled()
        && m_form->testButton()->hasFocus()) {
        m_save->setFocus(Qt::OtherFocusReason);
    }
}

void ConnectDialog::showMessage(const QString &text)
{
    m_message->setText(displayText(text));
    m_messageRow->setVisible(!text.isEmpty());
}

void ConnectDialog::updateButtons()
{
    const bool tested = m_state == State::Usable
                     || (m_state != State::Testing && !m_form->hasNewConnection());
    const bool ready = tested && m_form->isComplete();
    if (!ready && m_save->hasFocus()) {
        m_form->testButton()->setFocus(Qt::OtherFocusReason); // or it would jump to the first field
    }
    m_save->setEnabled(ready);
}

void ConnectDialog::copyPermissions()
{
    constexpr std::chrono::seconds shown{2};
    QStringList words;
    for (const Permission permission :
         {Permission::EventsDataSeries, Permission::EventsList, Permission::SegmentsList}) {
        words.append(ConnectSentences::wordOf(permission));
    }
    QGuiApplication::clipboard()->setText(words.join(u'\n'));
    const QString usual = tr("Copy the permission list");
    m_copy->setMinimumWidth(m_copy->width());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(shown, m_copy, [this, usual] { m_copy->setText(usual); });
}

void ConnectDialog::save()
{
    if (!m_form->checkAll()) {
        return;
    }
    m_problem->clear();
    Q_EMIT saveRequested({.workspace = m_form->workspace(), .newKey = m_form->newKey()});
}

} // namespace emberline
