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
    void proceed() override { ++proceeded; }

    int retries = 0;
    int proceeded = 0;
};

/// Remembers what was asked; the test answers.
class FakeLoader final : public Loader
{
public:
    Load *start(const Query &query, const LoadOptions &options, QObject *parent) override
    {
        asked.push_back(query);
        modes.push_back(options.mode);
        auto *load = new FakeLoad(parent); // owned by whoever asked
        loads.push_back(load);
        return load;
    }

    Load *complete(const Query &query, const DatasetPtr &partial, QObject *parent) override
    {
        completed.push_back(partial);
        return start(query, {}, parent);
    }

    std::vector<Query> asked;
    std::vector<LoadMode> modes;
    std::vector<DatasetPtr> completed;
    std::vector<QPointer<FakeLoad>> loads;
};

} // namespace emberline::test
