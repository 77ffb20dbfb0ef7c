#pragma once

// Elementary functions whose results are the same bits with every compiler, on every CPU and in WebAssembly, which
// those of the C library are not: they use + - * /, square roots and bit operations alone. All but the circular ones of
// far angles can be called in loops for simd().
//
// NaN gives NaN, and so does what a function is not defined for; zeros keep their sign where the function has one.

#include "ct/core/maths_circular.hpp"     // IWYU pragma: export
#include "ct/core/maths_exponential.hpp"  // IWYU pragma: export
#include "ct/core/maths_inverse.hpp"      // IWYU pragma: export
#include "ct/core/maths_logarithm.hpp"    // IWYU pragma: export
#include "ct/core/maths_parts.hpp"        // IWYU pragma: export
