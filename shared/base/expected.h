// Expected values and expected failures: the return type of everything that can fail.
#pragma once

#include <tl/expected.hpp>

namespace sayso {

template <class T, class E>
using Expected = tl::expected<T, E>;

template <class E>
[[nodiscard]] inline auto failure(E error) {
  return tl::make_unexpected(static_cast<E&&>(error));
}

}  // namespace sayso
