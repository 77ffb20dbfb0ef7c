#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/time.hpp"

namespace ct::data {

/// The content hash of one month of bars, by which a stored month can be compared without reading it.
struct MonthDigest {
    std::int64_t month = 0;  ///< months since 1970-01, UTC
    Digest digest;
};

/// The months that a time can lie in from the first nanosecond to the last: 1678-01 to 2261-12.
inline constexpr std::int64_t kFirstMonth = (1678 - 1970) * 12;
inline constexpr std::int64_t kLastMonth = (2261 - 1970) * 12 + 11;

/// The UTC month that a time lies in.
std::int64_t month_of(TimeNs time_ns);
/// When a month begins. Requires: kFirstMonth to kLastMonth + 1.
TimeNs month_start(std::int64_t month);

/// XXH3-128 over: u8 version (1), u64 rows, then the columns time_ns (i64), open, high, low, close, volume (IEEE
/// doubles), each column's rows one after the other; all little-endian. Requires: the bars open in one UTC month.
Digest month_digest(const BarColumns& bars);

/// One entry for each UTC month in which a bar opens, ascending.
std::vector<MonthDigest> month_digests(const BarColumns& bars);

/// XXH3-128 over: u8 version (1), u64 number of months, then for each month i64 month, u64 high and u64 low of its
/// digest.
Digest combine_months(std::span<const MonthDigest> months);

/// combine_months(month_digests(bars)): the same for the same bars, whatever file, format or chunks they came in.
Digest bars_digest(const BarColumns& bars);

}  // namespace ct::data
