#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "ct/core/bits.hpp"

/// Stands before a function that loops for simd() call: it becomes part of them.
#define CT_IN_LOOPS __attribute__((always_inline)) inline

namespace ct::maths {

// What the functions are made of. Nothing here or in them branches, so loops over them become vector instructions.

/// A number in two pieces that do not overlap: about 106 bits.
struct Pair {
    double high;
    double low;
};

/// a + b without rounding.
CT_IN_LOOPS Pair two_sum(double a, double b) {
    const double sum = a + b;
    const double from_b = sum - a;
    const double from_a = sum - from_b;
    return {sum, (a - from_a) + (b - from_b)};
}

/// a + b without rounding. Requires: a is 0 or not smaller than b, signs aside.
CT_IN_LOOPS Pair fast_two_sum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// The upper half of a number's digits. Requires: less than 2^996.
CT_IN_LOOPS double upper_half(double a) {
    const double scaled = a * 0x1.000002p27;
    return scaled - (scaled - a);
}

/// a * b without rounding, by their halves (T. J. Dekker, 1971), as not every CPU has a fused multiply-add.
CT_IN_LOOPS Pair two_product(double a, double b) {
    const double product = a * b;
    const double a_upper = upper_half(a);
    const double b_upper = upper_half(b);
    const double a_lower = a - a_upper;
    const double b_lower = b - b_upper;
    const double missing = product - a_upper * b_upper - a_lower * b_upper - a_upper * b_lower;
    return {product, a_lower * b_lower - missing};
}

CT_IN_LOOPS Pair divide(Pair a, Pair b) {
    const double quotient = a.high / b.high;
    const Pair back = two_product(quotient, b.high);
    return {quotient, ((((a.high - back.high) - back.low) + a.low) - quotient * b.low) / b.high};
}

/// The size of one number with the sign of another.
CT_IN_LOOPS double with_sign_of(double size, double sign) {
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63U;
    return bit_cast<double>((bit_cast<std::uint64_t>(size) & ~kSign) | (bit_cast<std::uint64_t>(sign) & kSign));
}

CT_IN_LOOPS double size_of(double x) { return bit_cast<double>(bit_cast<std::uint64_t>(x) << 1U >> 1U); }

/// Added to a number and taken off again, this leaves the nearest whole one, which stands in the last bits of the sum.
/// Requires: less than 2^51, signs aside.
inline constexpr double kRounder = 0x1.8p52;

/// 2^n of a whole n. Requires: -1022 <= n <= 1023.
CT_IN_LOOPS double power_of_two(double n) {
    return bit_cast<double>(bit_cast<std::uint64_t>(n + (kRounder + 1023.0)) << 52U);
}

/// c[0] + c[1] z + c[2] z^2 ..., halved again and again (G. Estrin, 1960): the halves do not wait for each other.
template <const auto& Factors, std::size_t First, std::size_t Count>
CT_IN_LOOPS double polynomial_part(double z, double z2, double z4, double z8) {
    if constexpr (Count == 1) {
        return Factors[First];
    } else {
        constexpr std::size_t kHalf = std::bit_floor(Count - 1);
        static_assert(kHalf <= 8);
        const double scale = kHalf == 1 ? z : kHalf == 2 ? z2 : kHalf == 4 ? z4 : z8;
        return polynomial_part<Factors, First, kHalf>(z, z2, z4, z8) +
               polynomial_part<Factors, First + kHalf, Count - kHalf>(z, z2, z4, z8) * scale;
    }
}
template <const auto& Factors>
CT_IN_LOOPS double polynomial(double z) {
    const double z2 = z * z;
    const double z4 = z2 * z2;
    return polynomial_part<Factors, 0, Factors.size()>(z, z2, z4, z4 * z4);
}

/// 1/first!, 1/(first + 2)!, 1/(first + 4)! ..., with signs that change where asked for.
template <std::size_t Count>
constexpr std::array<double, Count> inverse_factorials(int first, bool alternate) {
    std::array<double, Count> factors{};
    double factorial = 1;
    for (int i = 2; i <= first; ++i) factorial *= i;
    for (std::size_t k = 0; k < Count; ++k) {
        factors[k] = (alternate && k % 2 == 1 ? -1.0 : 1.0) / factorial;
        const double next = first + 2.0 * static_cast<double>(k);
        factorial *= (next + 1.0) * (next + 2.0);
    }
    return factors;
}

// The first part has 40 digits, so that its products with whole numbers up to 2^13 are exact.
inline constexpr Pair kLn2 = {0x1.62e42fefa2000p-1, 0x1.9ef35793c7673p-41};  // NOLINT(modernize-use-std-numbers)
inline constexpr Pair kHalfPi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

}  // namespace ct::maths
