#include "ct/core/simd.hpp"

namespace ct {

const char* name(SimdTarget target) { return target == SimdTarget::kAvx2 ? "avx2" : "baseline"; }

SimdTarget best_simd_target() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2")) return SimdTarget::kAvx2;
#endif
    return SimdTarget::kBaseline;
}

}  // namespace ct
