#include "ct/core/maths_circular.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "ct/core/bits.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/maths_parts.hpp"

namespace ct::maths {

namespace {

/// Quarter turns in one, 2 / pi, as a binary fraction; it begins after the first word.
constexpr std::uint64_t kQuartersInOne[] = {
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
    0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41,
    0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7,
    0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
    0xf0cfbc209af4361d};

bool is_near(double x) { return size_of(x) <= kNearAngle; }

}  // namespace

// M. H. Payne and R. N. Hanek (1983): of m 2^e times 2 / pi, digits of 4 and more are whole turns, so that those of
// 2 / pi before them need not be multiplied, nor those that are too small to count.
Angle detail::far_angle(double x) {
    constexpr std::size_t kWords = 4;
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    const double size = size_of(x);
    if (!(size < std::numeric_limits<double>::infinity())) return {0, {kNan, kNan}};

    const auto bits = bit_cast<std::uint64_t>(size);
    const std::uint64_t digits = (bits & 0x000fffffffffffffU) | 0x0010000000000000U;
    const std::uint64_t skip = (bits >> 52U) - 1075U - 2U + 64U;  // e less two digits, after the word of zeros
    std::array<std::uint64_t, kWords> product;
    uint128 carry = 0;
    for (std::size_t i = kWords; i-- > 0;) {
        const std::uint64_t* const from = kQuartersInOne + skip / 64U + i;
        const auto shift = static_cast<unsigned>(skip % 64U);
        const std::uint64_t word = shift == 0 ? from[0] : from[0] << shift | from[1] >> (64U - shift);
        carry += static_cast<uint128>(word) * digits;
        product[i] = static_cast<std::uint64_t>(carry);
        carry >>= 64U;
    }

    // Two digits of quarters, then a fraction, which becomes one from -1/2 to 1/2.
    const std::uint64_t first = product[0] << 2U | product[1] >> 62U;
    const std::uint64_t second = product[1] << 2U | product[2] >> 62U;
    const std::uint64_t third = product[2] << 2U | product[3] >> 62U;
    const std::uint64_t quarters = (product[0] >> 62U) + (first >> 63U);
    Pair fraction = {static_cast<double>(static_cast<std::int32_t>(first >> 32U)) * 0x1p-32, 0.0};
    double scale = 0x1p-64;
    for (const std::uint64_t half : {first & 0xffffffffU, second >> 32U, second & 0xffffffffU, third >> 32U}) {
        const Pair sum = two_sum(fraction.high, static_cast<double>(half) * scale);
        fraction = {sum.high, fraction.low + sum.low};
        scale *= 0x1p-32;
    }
    fraction = fast_two_sum(fraction.high, fraction.low);
    const Pair rest = two_product(fraction.high, kHalfPi.high);
    const double tail = rest.low + (fraction.high * kHalfPi.low + fraction.low * kHalfPi.high);
    const Pair positive = fast_two_sum(rest.high, tail);
    if (x > 0) return {quarters, positive};
    return {0U - quarters, {-positive.high, -positive.low}};
}

double sin(double x) { return is_near(x) ? sin_near(x) : detail::sine(detail::far_angle(x)); }
double cos(double x) { return is_near(x) ? cos_near(x) : detail::cosine(detail::far_angle(x)); }
double tan(double x) { return is_near(x) ? tan_near(x) : detail::tangent(detail::far_angle(x)); }

}  // namespace ct::maths
