#pragma once

#include <array>
#include <cstddef>

namespace ct::indicators {

/// What windows fold rows into (see window.hpp), and how neighbours merge.

/// The mean, and the sum of squared distances from it. No digits are lost where values are large and differ little, and
/// equal values have a distance of exactly zero.
struct MomentFold {
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kParts = 2;
    static constexpr bool kIdempotent = false;
    using Parts = std::array<double, kParts>;

    static double extra(double /*row*/) { return 0; }
    struct Merge {
        Merge(double older, double newer) : share(newer / (older + newer)), spread(older * share) {}
        Parts operator()(const Parts& a, const Parts& b) const {
            const double apart = b[0] - a[0];
            return {a[0] + apart * share, (a[1] + b[1]) + apart * apart * spread};
        }
        double share;
        double spread;
    };
};

/// The mean, and the sum of products of the distances from the mean value and from the mean row.
struct TrendFold {
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kParts = 2;
    static constexpr bool kIdempotent = false;
    using Parts = std::array<double, kParts>;

    static double extra(double /*row*/) { return 0; }
    struct Merge {
        Merge(double older, double newer) : share(newer / (older + newer)), spread(older * newer / 2) {}
        Parts operator()(const Parts& a, const Parts& b) const {
            const double apart = b[0] - a[0];
            return {a[0] + apart * share, (a[1] + b[1]) + apart * spread};
        }
        double share;
        double spread;
    };
};

/// Of x and y: the means, the sums of squared distances from them, and of their products.
struct PairFold {
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kParts = 5;
    static constexpr bool kIdempotent = false;
    using Parts = std::array<double, kParts>;

    static double extra(double /*row*/) { return 0; }
    struct Merge {
        Merge(double older, double newer) : share(newer / (older + newer)), spread(older * share) {}
        Parts operator()(const Parts& a, const Parts& b) const {
            const double x = b[0] - a[0];
            const double y = b[1] - a[1];
            return {a[0] + x * share, a[1] + y * share, (a[2] + b[2]) + x * x * spread, (a[3] + b[3]) + y * y * spread,
                    (a[4] + b[4]) + x * y * spread};
        }
        double share;
        double spread;
    };
};

// A NaN is the extreme of whatever it is compared with.
inline double higher(double a, double b) { return a < b || b != b ? b : a; }
inline double lower(double a, double b) { return a > b || b != b ? b : a; }

/// The highest value.
struct HighestFold {
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kParts = 1;
    static constexpr bool kIdempotent = true;
    using Parts = std::array<double, kParts>;

    static double extra(double /*row*/) { return 0; }
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const { return {higher(a[0], b[0])}; }
    };
};

/// The lowest value.
struct LowestFold {
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kParts = 1;
    static constexpr bool kIdempotent = true;
    using Parts = std::array<double, kParts>;

    static double extra(double /*row*/) { return 0; }
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const { return {lower(a[0], b[0])}; }
    };
};

/// The highest of the first input and the lowest of the second.
struct RangeFold {
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kParts = 2;
    static constexpr bool kIdempotent = true;
    using Parts = std::array<double, kParts>;

    static double extra(double /*row*/) { return 0; }
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const { return {higher(a[0], b[0]), lower(a[1], b[1])}; }
    };
};

/// The highest of the first input, the lowest of the second, and their rows; of equals the newest.
/// A NaN has the row NaN.
struct RangeRowFold {
    static constexpr std::size_t kInputs = 2;
    static constexpr std::size_t kParts = 4;
    static constexpr bool kIdempotent = true;
    using Parts = std::array<double, kParts>;

    static double extra(double row) { return row; }
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const {
            const bool high = a[0] <= b[0] || b[0] != b[0];
            const bool low = a[1] >= b[1] || b[1] != b[1];
            return {high ? b[0] : a[0], low ? b[1] : a[1], high ? b[2] : a[2], low ? b[3] : a[3]};
        }
    };
};

}  // namespace ct::indicators
