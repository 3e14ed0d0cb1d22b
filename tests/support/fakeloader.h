// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loader.h"

#include <QPointer>

namespace emberline::test {

/// A load that ends when the test says so.
class FakeLoad final : public Load
{
    Q_OBJECT

public:
    using Load::Load;

    void retryNow() override { ++retries; }

    int retries = 0;
};

/// Remembers what was asked; the test answers.
class FakeLoader final : public Loader
{
public:
    Load *start(const Query &query, QObject *parent) override
    {
        asked.push_back(query);
        auto *load = new FakeLoad(parent); // owned by whoever asked
        loads.push_back(load);
        return load;
    }

    Load *complete(const Query &query, const DatasetPtr &partial, QObject *parent) override
    {
        completed.push_back(partial);
        return start(query, parent);
    }

    std::vector<Query> asked;
    std::vector<DatasetPtr> completed;
    std::vector<QPointer<FakeLoad>> loads;
};

} // namespace emberline::test
