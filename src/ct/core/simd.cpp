#include "ct/core/simd.hpp"

namespace ct {

const char* name(SimdTarget target) {
    switch (target) {
        case SimdTarget::kAvx512:
            return "avx512";
        case SimdTarget::kAvx2:
            return "avx2";
        case SimdTarget::kBaseline:
            break;
    }
    return "baseline";
}

SimdTarget best_simd_target() {
#if defined(__x86_64__) && defined(__GNUC__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f")) return SimdTarget::kAvx512;
    if (__builtin_cpu_supports("avx2")) return SimdTarget::kAvx2;
#endif
    return SimdTarget::kBaseline;
}

}  // namespace ct
