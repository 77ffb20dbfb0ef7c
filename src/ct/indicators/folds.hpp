#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ct::indicators {

// What windows fold rows into (see window.hpp), and how neighbours merge.

/// What a fold says of itself. The parts of a single row are its values and, after them, what extra() gives.
template <std::size_t Inputs, std::size_t PartCount, bool Idempotent>
struct FoldShape {
    static constexpr std::size_t kInputs = Inputs;
    static constexpr std::size_t kParts = PartCount;
    static constexpr bool kIdempotent = Idempotent;  ///< rows that both neighbours have count once
    using Parts = std::array<double, PartCount>;

    static double extra(double /*row*/) { return 0; }
};

/// The mean, and the sum of squared distances from it. No digits are lost where values are large and differ little, and
/// equal values have a distance of exactly zero.
struct MomentFold : FoldShape<1, 2, false> {
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
struct TrendFold : FoldShape<1, 2, false> {
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
struct PairFold : FoldShape<2, 5, false> {
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
struct HighestFold : FoldShape<1, 1, true> {
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const { return {higher(a[0], b[0])}; }
    };
};

/// The lowest value.
struct LowestFold : FoldShape<1, 1, true> {
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const { return {lower(a[0], b[0])}; }
    };
};

/// The highest of the first input and the lowest of the second.
struct RangeFold : FoldShape<2, 2, true> {
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const { return {higher(a[0], b[0]), lower(a[1], b[1])}; }
    };
};

enum class Extreme : std::uint8_t { kHighest, kLowest };

/// An extreme and its row; of equals the newest, or else the oldest.
template <Extreme Which, bool Newest>
struct ExtremeRowFold : FoldShape<1, 2, true> {
    static double extra(double row) { return row; }
    struct Merge {
        Merge(double /*older*/, double /*newer*/) {}
        Parts operator()(const Parts& a, const Parts& b) const {
            const bool beyond = Which == Extreme::kHighest ? b[0] > a[0] : b[0] < a[0];
            // Without short cuts, which a vector cannot take.
            const unsigned newer = unsigned{beyond} | unsigned{Newest && b[0] == a[0]} | unsigned{b[0] != b[0]};
            return {newer != 0 ? b[0] : a[0], newer != 0 ? b[1] : a[1]};
        }
    };
};

}  // namespace ct::indicators
