// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>

namespace emberline {

/// Rows of a label and a field, the labels in one column as wide as everywhere in the form.
class FieldGrid final : public QGridLayout
{
    Q_OBJECT

public:
    FieldGrid(QWidget *parent, int labelWidth);

    /// @p field is the label's buddy; @p below stand under it.
    void addField(const QString &label, QWidget *field, const QList<QWidget *> &below = {});

private:
    int m_rows = 0;
};

} // namespace emberline
