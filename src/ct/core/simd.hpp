#pragma once

#include <cstdint>

namespace ct {

/// The CPUs that loops are compiled for. All give the same bits: the build never contracts or reorders floating point.
/// (AVX-512 is not among them: most columns are read at offsets, where its loads cross a cache line each time; over all
/// indicators it was 3 % slower than AVX2 on a CPU that has both, and it costs another copy of each loop.)
enum class SimdTarget : std::uint8_t { kBaseline, kAvx2 };

const char* name(SimdTarget target);

/// The best one that this CPU has.
SimdTarget best_simd_target() noexcept;

namespace detail {
inline SimdTarget simd_target = best_simd_target();
}  // namespace detail

inline SimdTarget simd_target() { return detail::simd_target; }

/// Takes another one, to compare them. Requires: not better than best_simd_target(); no other thread runs loops.
inline void force_simd_target(SimdTarget target) { detail::simd_target = target; }

/// Stands behind the parameters of a lambda for simd(): the loop itself is compiled for each target.
#define CT_LOOP __attribute__((always_inline))

/// Stands before a loop whose rows do not depend on each other, though the compiler cannot see it.
#if defined(__clang__)
#define CT_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#else
#define CT_INDEPENDENT _Pragma("GCC ivdep")
#endif

#if defined(__x86_64__) && defined(__GNUC__)
namespace detail {
// The copy stays in registers: no store of the loop can change what it captured.
template <class Loop>
__attribute__((target("avx2"), noinline)) void run_avx2(const Loop& loop) {
    const Loop own(loop);
    own();
}
}  // namespace detail

/// Runs a plain loop with the instructions of the current target: simd([=]() CT_LOOP { for (...) ...; });
template <class Loop>
void simd(const Loop& loop) {
    if (simd_target() == SimdTarget::kAvx2) {
        detail::run_avx2(loop);
    } else {
        loop();
    }
}
#else
template <class Loop>
void simd(const Loop& loop) {
    loop();
}
#endif

}  // namespace ct
