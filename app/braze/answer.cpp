// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/braze/answer.h"

namespace emberline {

Error errorIn(const Answer &answer, Error error)
{
    error.httpStatus = answer.httpStatus;
    error.requestId = answer.requestId;
    error.attempts = answer.attempts;
    error.request = answer.request;
    error.answer = answer.shown;
    return error;
}

} // namespace emberline
