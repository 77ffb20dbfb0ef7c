#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace ct::test {

/// The slow twin of exact sums: CPython's math.fsum after J. Shewchuk, by partial sums that do not overlap. Requires:
/// finite values whose sums stay within the range of a double.
inline double fsum(std::span<const double> values) {
    std::vector<double> partials;
    for (double x : values) {
        std::size_t kept = 0;
        for (double y : partials) {
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            const double high = x + y;
            const double low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        partials.resize(kept);
        if (x != 0) partials.push_back(x);
    }
    double high = 0;
    double low = 0;
    while (!partials.empty() && low == 0) {
        const double x = high;
        const double y = partials.back();
        partials.pop_back();
        high = x + y;
        low = y - (high - x);
    }
    // Half-way cases: the rest below `low` decides the direction.
    if (!partials.empty() && ((low < 0 && partials.back() < 0) || (low > 0 && partials.back() > 0))) {
        const double twice = low * 2;
        const double x = high + twice;
        if (twice == x - high) high = x;
    }
    return high;
}

}  // namespace ct::test
