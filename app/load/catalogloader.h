// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"
#include "app/query/catalog.h"

#include <QObject>

namespace emberline {

/// A catalog being read. Emits finished() exactly once, never inside the call that started it;
/// deleting it cancels silently.
class CatalogLoad : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Whatever could be read; the states tell what is missing and why.
    void finished(const emberline::Catalog &catalog);
};

/// Reads the catalog of one workspace.
class CatalogLoader
{
public:
    CatalogLoader() = default;
    virtual ~CatalogLoader() = default;
    CatalogLoader(const CatalogLoader &) = delete;
    CatalogLoader &operator=(const CatalogLoader &) = delete;

    /// The caller's @p parent owns the load.
    [[nodiscard]] virtual CatalogLoad *start(QObject *parent) = 0;
};

} // namespace emberline
