// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/connectform.h"

#include "app/workspace/endpoint.h"
#include "ui/feedback/storesentences.h"
#include "ui/theme/controls.h"
#include "ui/workspace/connectsentences.h"
#include "ui/workspace/endpointcombo.h"
#include "ui/workspace/keyedit.h"
#include "ui/workspace/parts.h"
#include "ui/workspace/zonecombo.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

constexpr int labelWidth = 80; // with the gap of 16: fields begin at 96
constexpr int labelGap = 16;
constexpr int hintHeight = 32; // a hint takes the room between two fields, and two lines at most
constexpr int plainGap = 12;

QLabel *fieldLabel(const QString &text, QWidget *buddy)
{
    QLabel *label = plainLabel(text, TextRole::Body);
    label->setBuddy(buddy);
    buddy->setAccessibleName(QString(text).remove(u'&'));
    return label;
}

/// Marks the field and says why; the field is described by its sentence.
void mark(QLineEdit *field, FieldHint *hint, const QString &problem)
{
    setInvalid(field, !problem.isEmpty(), problem);
    hint->setProblem(problem);
    field->setAccessibleDescription(hint->text());
}

} // namespace

ConnectForm::ConnectForm(Workspace workspace, QWidget *parent)
    : QWidget(parent)
    , m_original(std::move(workspace))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(labelGap);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    int row = 0;
    makeName(grid, row);
    row += 2;
    makeEndpoint(grid, row);
    row += 2;
    makeKey(grid, row);
    row += 2;
    makeDays(grid, row);
    fill();
    wire();
    setTabOrders();
    if (isEditing() && m_original.keyPlace == KeyPlace::None) {
        askForKey();
    }
}

void ConnectForm::makeName(QGridLayout *grid, int row)
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"workspaceName"_s);
    m_name->setMaxLength(100);
    m_nameHint = new FieldHint(QString());
    m_nameHint->setMinimumHeight(plainGap);
    grid->addWidget(fieldLabel(tr("&Name"), m_name), row, 0);
    grid->addWidget(m_name, row, 1);
    grid->addWidget(m_nameHint, row + 1, 1);
}

void ConnectForm::makeEndpoint(QGridLayout *grid, int row)
{
    m_endpoint = new EndpointCombo;
    m_endpoint->setObjectName(u"endpoint"_s);
    m_endpoint->lineEdit()->setObjectName(u"endpointText"_s);
    m_endpointHint = new FieldHint(tr("Shown in Braze beside your API keys"));
    m_endpointHint->setMinimumHeight(hintHeight);
    grid->addWidget(fieldLabel(tr("&Endpoint"), m_endpoint), row, 0);
    grid->addWidget(m_endpoint, row, 1);
    grid->addWidget(m_endpointHint, row + 1, 1);
}

void ConnectForm::makeKey(QGridLayout *grid, int row)
{
    m_key = new KeyEdit;
    m_key->setObjectName(u"apiKey"_s);
    m_keyHint = new FieldHint(tr("Stored in your system keychain, never in a file"), u"lock"_s);
    m_keyHint->setMinimumHeight(hintHeight);
    m_test = new QPushButton(tr("Stop"));
    m_test->setObjectName(u"testConnection"_s);
    const int stopWidth = m_test->sizeHint().width();
    m_test->setText(tr("&Test"));
    m_test->setMinimumWidth(std::max(stopWidth, m_test->sizeHint().width()));
    m_test->setAccessibleName(tr("Test the connection"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_key, 1);
    line->addWidget(m_test);
    grid->addWidget(fieldLabel(tr("API &key"), m_key), row, 0);
    grid->addLayout(line, row, 1);
    grid->addWidget(m_keyHint, row + 1, 1);
}

void ConnectForm::makeDays(QGridLayout *grid, int row)
{
    m_zone = new ZoneCombo;
    m_zone->setObjectName(u"timeZone"_s);
    m_zone->lineEdit()->setObjectName(u"timeZoneText"_s);
    m_zoneHint = new FieldHint(tr("When a Braze day ends"));
    m_zoneHint->setMinimumHeight(hintHeight);
    m_weekStart = new QComboBox;
    m_weekStart->setObjectName(u"weekStart"_s);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        m_weekStart->addItem(locale().standaloneDayName(day), day);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_zone, 1);
    line->addSpacing(8);
    line->addWidget(fieldLabel(tr("&Week starts"), m_weekStart));
    line->addWidget(m_weekStart);
    grid->addWidget(fieldLabel(tr("Time &zone"), m_zone), row, 0);
    grid->addLayout(line, row, 1);
    grid->addWidget(m_zoneHint, row + 1, 1);
}

void ConnectForm::fill()
{
    m_name->setText(m_original.name);
    Qt::DayOfWeek weekStart = locale().firstDayOfWeek();
    if (isEditing()) {
        m_endpoint->setEndpoint(m_original.endpoint);
        m_zone->setZone(m_original.zone);
        weekStart = m_original.weekStart;
        m_key->setPlaceholderText(tr("unchanged"));
    } else {
        m_name->setPlaceholderText(tr("ACME Production"));
    }
    m_weekStart->setCurrentIndex(m_weekStart->findData(static_cast<int>(weekStart)));
}

void ConnectForm::wire()
{
    // An empty field is no mistake while people are still on their way through the form.
    const auto judge = [this](QLineEdit *edit, auto showProblem, auto problem) {
        connect(edit, &QLineEdit::editingFinished, this, [this, edit, showProblem, problem] {
            if (!edit->text().isEmpty()) {
                (this->*showProblem)((this->*problem)());
            }
        });
    };
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        showNameProblem({});
        Q_EMIT changed();
    });
    judge(m_name, &ConnectForm::showNameProblem, &ConnectForm::nameProblem);
    connect(m_endpoint, &QComboBox::editTextChanged, this, [this] {
        showEndpointProblem({});
        Q_EMIT connectionEdited();
    });
    judge(m_endpoint->lineEdit(), &ConnectForm::showEndpointProblem, &ConnectForm::endpointProblem);
    connect(m_key, &QLineEdit::textChanged, this, [this] {
        showKeyProblem({});
        Q_EMIT connectionEdited();
    });
    judge(m_key, &ConnectForm::showKeyProblem, &ConnectForm::keyProblem);
    connect(m_zone, &QComboBox::editTextChanged, this, [this] {
        showZoneProblem({});
        Q_EMIT changed();
    });
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        showZoneProblem(zoneProblem());
    });
    connect(m_weekStart, &QComboBox::currentIndexChanged, this, &ConnectForm::changed);
    connect(m_test, &QPushButton::clicked, this, &ConnectForm::testToggled);
}

void ConnectForm::setTabOrders()
{
    setTabOrder(m_name, m_endpoint);
    setTabOrder(m_endpoint, m_key);
    setTabOrder(m_key, m_test);
    setTabOrder(m_test, m_zone);
    setTabOrder(m_zone, m_weekStart);
    setFocusProxy(m_name);
}

bool ConnectForm::checkConnection()
{
    const QString endpoint = endpointProblem();
    const QString key = keyProblem();
    showEndpointProblem(endpoint);
    showKeyProblem(key);
    if (!endpoint.isEmpty()) {
        m_endpoint->setFocus();
    } else if (!key.isEmpty()) {
        m_key->setFocus();
    }
    return endpoint.isEmpty() && key.isEmpty();
}

bool ConnectForm::checkAll()
{
    const QString name = nameProblem();
    const QString zone = zoneProblem();
    showZoneProblem(zone);
    if (!zone.isEmpty()) {
        m_zone->setFocus();
    }
    const bool connection = checkConnection();
    showNameProblem(name);
    if (!name.isEmpty()) {
        m_name->setFocus();
    }
    return connection && name.isEmpty() && zone.isEmpty();
}

bool ConnectForm::isComplete() const
{
    return nameProblem().isEmpty() && endpointProblem().isEmpty() && keyProblem().isEmpty()
        && zoneProblem().isEmpty();
}

bool ConnectForm::keepsKey() const
{
    return isEditing() && !m_needsKey && m_key->text().isEmpty();
}

bool ConnectForm::hasNewConnection() const
{
    return !keepsKey() || endpoint() != m_original.endpoint;
}

QUrl ConnectForm::endpoint() const
{
    return endpointFromText(m_endpoint->currentText()).url;
}

std::optional<ApiKey> ConnectForm::newKey() const
{
    const Result<ApiKey> key = ApiKey::fromText(m_key->text());
    return key ? std::optional(key.value()) : std::nullopt;
}

Workspace ConnectForm::workspace() const
{
    Workspace workspace = m_original;
    if (!isEditing()) {
        workspace.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    workspace.name = m_name->text().trimmed();
    workspace.endpoint = endpoint();
    workspace.zone = m_zone->zone().value_or(m_original.zone);
    workspace.weekStart = static_cast<Qt::DayOfWeek>(m_weekStart->currentData().toInt());
    return workspace;
}

void ConnectForm::showTesting(bool testing)
{
    m_test->setText(testing ? tr("Stop") : tr("&Test"));
    m_test->setAccessibleName(testing ? tr("Stop the test") : tr("Test the connection"));
}

void ConnectForm::askForKey()
{
    m_needsKey = true;
    m_key->setPlaceholderText({});
    m_keyHint->setHint(tr("This workspace needs a key: there is none, or it can't be read. Paste "
                          "the API key that you made in Braze."));
    m_key->setAccessibleDescription(m_keyHint->text());
    setFocusProxy(m_key);
    m_key->setFocus();
}

void ConnectForm::wipeKey()
{
    m_key->wipe();
}

QString ConnectForm::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        return tr("Give the workspace a name.");
    }
    const bool taken = std::any_of(
        m_takenNames.cbegin(), m_takenNames.cend(), [&name](const QString &other) {
            return other.compare(name, Qt::CaseInsensitive) == 0;
        });
    if (name.compare(u"demo"_s, Qt::CaseInsensitive) == 0) {
        return sentenceFor(NameProblem::Reserved);
    }
    return taken ? sentenceFor(NameProblem::Taken) : QString();
}

QString ConnectForm::endpointProblem() const
{
    const EndpointReading reading = endpointFromText(m_endpoint->currentText());
    return reading.problem ? ConnectSentences::endpointProblem(*reading.problem) : QString();
}

QString ConnectForm::keyProblem() const
{
    return keepsKey() ? QString() : ConnectSentences::keyProblem(m_key->text());
}

QString ConnectForm::zoneProblem() const
{
    return m_zone->zone() ? QString() : tr("Choose a time zone of the list.");
}

void ConnectForm::showNameProblem(const QString &problem)
{
    mark(m_name, m_nameHint, problem);
}

void ConnectForm::showEndpointProblem(const QString &problem)
{
    mark(m_endpoint->lineEdit(), m_endpointHint, problem);
}

void ConnectForm::showKeyProblem(const QString &problem)
{
    mark(m_key, m_keyHint, problem);
}

void ConnectForm::showZoneProblem(const QString &problem)
{
    mark(m_zone->lineEdit(), m_zoneHint, problem);
}

} // namespace emberline
