#pragma once

/// CT_SIMD in front of a function with plain loops compiles it for several CPUs and picks at load time. All of them
/// give the same bits: the build never contracts or reorders floating point.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define CT_SIMD __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define CT_SIMD
#endif
