#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::analyzers {

/// Consecutive points of a series, as far as a chart needs them.
struct Bucket {
    TimeNs time_ns = 0;  ///< of the first point
    double first = 0;
    double min = 0;
    double max = 0;
    double last = 0;
};

/// The bucket of all points of two neighbours.
Bucket merged(const Bucket& left, const Bucket& right);

/// Groups of equally many buckets merged (the last may hold fewer), so that at most `limit` remain. Requires: limit >
/// 0.
std::vector<Bucket> thinned(std::span<const Bucket> buckets, std::size_t limit);

/// A thinned series of any length: buckets of equally many points (the last may hold fewer). It starts with one point a
/// bucket; when `limit` buckets are full, neighbours merge and each holds twice as many. What comes out depends on the
/// points alone, not on the chunks in which they were added.
class Buckets {
  public:
    static constexpr std::size_t kDefaultLimit = 20'000;

    Buckets() : Buckets(kDefaultLimit) {}
    /// Requires: limit >= 2.
    explicit Buckets(std::size_t limit);

    /// Requires: times ascend over all calls, values are finite, both columns have the same length.
    void add(std::span<const TimeNs> time_ns, std::span<const double> values);
    void add(TimeNs time_ns, double value) { add({&time_ns, 1}, {&value, 1}); }

    [[nodiscard]] std::span<const Bucket> buckets() const { return buckets_; }
    /// How many points each bucket stands for, but for the last.
    [[nodiscard]] std::size_t width() const { return width_; }
    /// How many points were added.
    [[nodiscard]] std::uint64_t points() const { return points_; }
    [[nodiscard]] bool empty() const { return buckets_.empty(); }

  private:
    void open_bucket(TimeNs time_ns, double value);
    void merge_neighbours();

    std::vector<Bucket> buckets_;
    std::size_t limit_;
    std::size_t width_ = 1;  ///< points a full bucket holds
    std::size_t room_ = 0;   ///< points that still go into the last bucket
    std::uint64_t points_ = 0;
};

}  // namespace ct::analyzers
