// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/history/historybatches.h"

#include <QCoreApplication>

#include <cstdio>

/// Stores batch after batch in the file named first, from the number named second on, and prints
/// the number of each once it is committed. Never ends by itself.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    emberline::HistoryFile file(arguments.at(1));
    for (int number = arguments.at(2).toInt();; ++number) {
        if (!file.store({emberline::test::batch(number)})) {
            return 1;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
