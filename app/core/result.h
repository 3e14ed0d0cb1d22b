// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/error.h"

#include <utility>
#include <variant>

namespace emberline {

/// A value or an Error: the part of std::expected we need until the tool chain has it
/// (GCC 12 offers std::expected only as C++23, clang-tidy 14 cannot parse it at all).
template <typename T>
class [[nodiscard]] Result
{
public:
    /// An error that says nothing; QVariant (queued signals, QSignalSpy) must be able to make one.
    Result()
        : Result(Error{})
    { }

    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error) // NOLINT(google-explicit-constructor): `return Error{…};` is the point
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

} // namespace emberline
