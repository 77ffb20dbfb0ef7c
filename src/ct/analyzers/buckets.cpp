#include "ct/analyzers/buckets.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/analyzers/column_scan.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

Bucket merged(const Bucket& left, const Bucket& right) {
    return {left.time_ns, left.first, std::min(left.min, right.min), std::max(left.max, right.max), right.last};
}

std::vector<Bucket> thinned(std::span<const Bucket> buckets, std::size_t limit) {
    assert(limit > 0);
    const std::size_t width = (buckets.size() + limit - 1) / limit;
    std::vector<Bucket> result;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        if (i % width == 0) {
            result.push_back(buckets[i]);
        } else {
            result.back() = merged(result.back(), buckets[i]);
        }
    }
    return result;
}

Buckets::Buckets(std::size_t limit) : limit_(limit) { assert(limit >= 2); }

void Buckets::add(std::span<const TimeNs> time_ns, std::span<const double> values) {
    assert(time_ns.size() == values.size());
    points_ += values.size();
    while (!values.empty()) {
        if (room_ == 0) open_bucket(time_ns.front(), values.front());
        const std::size_t size = std::min(room_, values.size());
        const ValueRange range = range_of(values.first(size));
        Bucket& bucket = buckets_.back();
        bucket.min = std::min(bucket.min, range.min);
        bucket.max = std::max(bucket.max, range.max);
        bucket.last = values[size - 1];
        room_ -= size;
        time_ns = time_ns.subspan(size);
        values = values.subspan(size);
    }
}

/// Makes room for at least one point that starts with this one.
void Buckets::open_bucket(TimeNs time_ns, double value) {
    if (buckets_.size() == limit_) merge_neighbours();
    if (room_ != 0) return;
    const double extreme = value + 0.0;  // as range_of: no negative zero
    buckets_.push_back({time_ns, value, extreme, extreme, value});
    room_ = width_;
}

/// Halves the number of buckets. With an odd limit the last one has no neighbour and stays half full.
void Buckets::merge_neighbours() {
    const std::size_t pairs = buckets_.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) buckets_[i] = merged(buckets_[2 * i], buckets_[2 * i + 1]);
    const bool odd = buckets_.size() % 2 != 0;
    if (odd) buckets_[pairs] = buckets_.back();
    buckets_.resize(pairs + (odd ? 1 : 0));
    room_ = odd ? width_ : 0;
    width_ *= 2;
}

}  // namespace ct::analyzers
