#pragma once

namespace ct {

/// The bits of a value as another type of the same size: std::bit_cast, which the library of the WebAssembly toolchain
/// lacks.
template <class To, class From>
constexpr To bit_cast(const From& from) {
    return __builtin_bit_cast(To, from);
}

}  // namespace ct
