// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QUrl>

class QLabel;

namespace emberline {

/// Braze's instances to choose from, or a host typed by hand; the name of the instance stands
/// greyed behind its host.
class EndpointCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit EndpointCombo(QWidget *parent = nullptr);

    void setEndpoint(const QUrl &endpoint);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeInstance();

    QLabel *m_instance;
};

} // namespace emberline
