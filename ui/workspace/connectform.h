// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace emberline {

class EndpointCombo;
class FieldHint;
class KeyEdit;
class ZoneCombo;

/// The fields of the connect dialog, each with its sentence below.
class ConnectForm final : public QWidget
{
    Q_OBJECT

public:
    /// Without an id @p workspace is a new one.
    explicit ConnectForm(Workspace workspace, QWidget *parent = nullptr);

    /// Names that other workspaces have: two of the same name can't be told apart.
    void setTakenNames(const QStringList &names) { m_takenNames = names; }

    /// Marks what is wrong with the endpoint and the key, goes to the first; true if nothing is.
    bool checkConnection();
    /// The same for all fields.
    bool checkAll();
    /// Whether all fields could be saved, without marking any.
    [[nodiscard]] bool isComplete() const;

    [[nodiscard]] bool isEditing() const { return !m_original.id.isEmpty(); }
    /// What is edited keeps its stored key.
    [[nodiscard]] bool keepsKey() const;
    /// Whether endpoint or key are others than the stored ones.
    [[nodiscard]] bool hasNewConnection() const;
    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] std::optional<ApiKey> newKey() const;
    /// The workspace with what the fields say.
    [[nodiscard]] Workspace workspace() const;

    void showTesting(bool testing);
    [[nodiscard]] QPushButton *testButton() const { return m_test; }
    /// What is edited has no key that could be kept: says so and goes to its field.
    void askForKey();
    void wipeKey();

Q_SIGNALS:
    void changed();
    /// Endpoint or key changed: what a test found is void.
    void connectionEdited();
    void testToggled();

private:
    void makeName(QGridLayout *grid, int row);
    void makeEndpoint(QGridLayout *grid, int row);
    void makeKey(QGridLayout *grid, int row);
    void makeDays(QGridLayout *grid, int row);
    void fill();
    void wire();
    void setTabOrders();

    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString endpointProblem() const;
    [[nodiscard]] QString keyProblem() const;
    [[nodiscard]] QString zoneProblem() const;
    void showNameProblem(const QString &problem);
    void showEndpointProblem(const QString &problem);
    void showKeyProblem(const QString &problem);
    void showZoneProblem(const QString &problem);

    Workspace m_original;
    QStringList m_takenNames;
    bool m_needsKey = false; ///< of an existing workspace: none is stored, or it can't be read
    QLineEdit *m_name = nullptr;
    FieldHint *m_nameHint = nullptr;
    EndpointCombo *m_endpoint = nullptr;
    FieldHint *m_endpointHint = nullptr;
    KeyEdit *m_key = nullptr;
    FieldHint *m_keyHint = nullptr;
    QPushButton *m_test = nullptr;
    ZoneCombo *m_zone = nullptr;
    FieldHint *m_zoneHint = nullptr;
    QComboBox *m_weekStart = nullptr;
};

} // namespace emberline
