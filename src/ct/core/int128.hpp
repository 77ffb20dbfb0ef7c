#pragma once

namespace ct {

/// The compiler's 128-bit integer: the raw type behind Money.
__extension__ using int128 = __int128;
__extension__ using uint128 = unsigned __int128;

}  // namespace ct
