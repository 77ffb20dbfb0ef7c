#pragma once

#include <array>
#include <cstddef>
#include <limits>

#include "ct/indicators/block_window.hpp"

namespace ct::indicators {

/// What BlockWindow sums up.
template <std::size_t Inputs, std::size_t Sums, bool Anchored>
struct Fold {
    static constexpr std::size_t kInputs = Inputs;
    static constexpr std::size_t kSums = Sums;
    static constexpr bool kAnchored = Anchored;
    static constexpr std::array<double, Sums> kNone{};
    using Values = std::array<double, Inputs>;
    using Results = std::array<double, Sums>;

    /// Running sums, the same forward and backward.
    struct Running {
        Results sums{};
        template <class Archive>
        void state(Archive& archive) {
            archive(sums);
        }
    };
};

/// sum x, of each input.
template <std::size_t Inputs>
struct SumFold : Fold<Inputs, Inputs, false> {
    using typename Fold<Inputs, Inputs, false>::Values;
    using typename Fold<Inputs, Inputs, false>::Results;
    struct Forward : Fold<Inputs, Inputs, false>::Running {
        template <class Place>
        void step(const Values& x, const Place& /*place*/, Results& out) {
            for (std::size_t k = 0; k < Inputs; ++k) out[k] = this->sums[k] += x[k];
        }
    };
    using Backward = Forward;
};

/// sum d, sum d^2 of the distances d from the anchor.
struct MomentFold : Fold<1, 2, true> {
    struct Forward : Running {
        template <class Place>
        void step(const Values& d, const Place& /*place*/, Results& out) {
            out[0] = sums[0] += d[0];
            out[1] = sums[1] += d[0] * d[0];
        }
    };
    using Backward = Forward;
};

/// sum d, and sum w d with the weights 1 (oldest) to period (newest).
struct TrendFold : Fold<1, 2, true> {
    struct Forward : Running {
        template <class Place>
        void step(const Values& d, const Place& place, Results& out) {
            out[0] = sums[0] += d[0];
            sums[1] += place.filled * d[0];
            out[1] = sums[1] + (place.period - place.filled) * sums[0];
        }
    };
    struct Backward : Running {
        template <class Place>
        void step(const Values& d, const Place& /*place*/, Results& out) {
            out[0] = sums[0] += d[0];
            out[1] = sums[1] += sums[0];
        }
    };
};

/// sum x, y, x^2, y^2 and x y of the distances from the anchors.
struct PairFold : Fold<2, 5, true> {
    struct Forward : Running {
        template <class Place>
        void step(const Values& d, const Place& /*place*/, Results& out) {
            out[0] = sums[0] += d[0];
            out[1] = sums[1] += d[1];
            out[2] = sums[2] += d[0] * d[0];
            out[3] = sums[3] += d[1] * d[1];
            out[4] = sums[4] += d[0] * d[1];
        }
    };
    using Backward = Forward;
};

// A NaN is the extreme of whatever it is compared with.
inline double higher(double a, double b) { return a < b || b != b ? b : a; }
inline double lower(double a, double b) { return a > b || b != b ? b : a; }

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The highest value.
struct HighestFold : Fold<1, 1, false> {
    static constexpr std::array<double, 1> kNone = {-kInfinity};
    struct Forward {
        double highest = -kInfinity;
        template <class Place>
        void step(const Values& x, const Place& /*place*/, Results& out) {
            out[0] = highest = higher(highest, x[0]);
        }
        template <class Archive>
        void state(Archive& archive) {
            archive(highest);
        }
    };
    using Backward = Forward;
};

/// The lowest value.
struct LowestFold : Fold<1, 1, false> {
    static constexpr std::array<double, 1> kNone = {kInfinity};
    struct Forward {
        double lowest = kInfinity;
        template <class Place>
        void step(const Values& x, const Place& /*place*/, Results& out) {
            out[0] = lowest = lower(lowest, x[0]);
        }
        template <class Archive>
        void state(Archive& archive) {
            archive(lowest);
        }
    };
    using Backward = Forward;
};

/// The highest of the first input and the lowest of the second.
struct RangeFold : Fold<2, 2, false> {
    static constexpr std::array<double, 2> kNone = {-kInfinity, kInfinity};
    struct Forward {
        double highest = -kInfinity;
        double lowest = kInfinity;
        template <class Place>
        void step(const Values& x, const Place& /*place*/, Results& out) {
            out[0] = highest = higher(highest, x[0]);
            out[1] = lowest = lower(lowest, x[1]);
        }
        template <class Archive>
        void state(Archive& archive) {
            archive(highest, lowest);
        }
    };
    using Backward = Forward;
};

/// The highest of the first input and its row, the lowest of the second and its row; of equals the newest, or else the
/// oldest.
template <bool Newest>
struct RangeRowFold : Fold<2, 4, false> {
    static constexpr std::array<double, 4> kNone = {-kInfinity, 0, kInfinity, 0};
    struct Extremes {
        double highest = -kInfinity;
        double highest_row = -1;
        double lowest = kInfinity;
        double lowest_row = -1;

        /// Takes a value that is newer, or older, than all before; it replaces an equal one if asked to.
        void take(const Values& x, double row, bool replace, Results& out) {
            const bool first = highest_row < 0;
            if (first || (replace ? !(x[0] < highest) && highest == highest : x[0] > highest || x[0] != x[0])) {
                highest = x[0];
                highest_row = row;
            }
            if (first || (replace ? !(x[1] > lowest) && lowest == lowest : x[1] < lowest || x[1] != x[1])) {
                lowest = x[1];
                lowest_row = row;
            }
            out = {highest, highest_row, lowest, lowest_row};
        }
        template <class Archive>
        void state(Archive& archive) {
            archive(highest, highest_row, lowest, lowest_row);
        }
    };
    struct Forward : Extremes {
        template <class Place>
        void step(const Values& x, const Place& place, Results& out) {
            this->take(x, place.row, Newest, out);
        }
    };
    struct Backward : Extremes {
        template <class Place>
        void step(const Values& x, const Place& place, Results& out) {
            this->take(x, place.row, !Newest, out);
        }
    };
};

}  // namespace ct::indicators
