// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/storeerror.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

Error errorOf(const StoreError &error)
{
    const QString detail = error.place.isEmpty() ? error.detail
                                                 : error.place + u": "_s + error.detail;
    switch (error.refusal) {
    case StoreRefusal::NotWritten:
    case StoreRefusal::Busy:
    case StoreRefusal::Newer:
    case StoreRefusal::Unreadable:
        return {.kind = ErrorKind::File, .detail = detail};
    case StoreRefusal::Gone:
        return {.kind = ErrorKind::NotFound, .detail = detail};
    case StoreRefusal::BadName:
    case StoreRefusal::Invalid:
        return {.kind = ErrorKind::InvalidQuery, .detail = detail};
    }
    Q_UNREACHABLE();
}

} // namespace emberline
