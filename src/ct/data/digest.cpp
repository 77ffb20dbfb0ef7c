#include "ct/data/digest.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::data {

namespace {

constexpr std::uint8_t kVersion = 1;

constexpr int kMonths = 12;
constexpr int kEpochYear = 1970;

}  // namespace

std::int64_t month_of(TimeNs time_ns) {
    const Date date = date_from_days(floor_div(time_ns, kNsPerDay));
    return std::int64_t{date.year - kEpochYear} * kMonths + date.month - 1;
}

TimeNs month_start(std::int64_t month) {
    assert(month >= kFirstMonth && month <= kLastMonth + 1);
    const auto year = floor_div(month, kMonths);
    return days_from_date(
               {.year = kEpochYear + static_cast<int>(year), .month = static_cast<int>(month - year * kMonths) + 1}) *
           kNsPerDay;
}

Digest month_digest(const BarColumns& bars) {
    Hasher hasher;
    hasher.u8(kVersion);
    hasher.u64(bars.size());
    hasher.column(bars.time_ns);
    for (const auto column : {bars.open, bars.high, bars.low, bars.close, bars.volume}) hasher.column(column);
    return hasher.digest();
}

std::vector<MonthDigest> month_digests(const BarColumns& bars) {
    std::vector<MonthDigest> months;
    const auto begin = bars.time_ns.begin();
    for (std::size_t row = 0; row < bars.size();) {
        const TimeNs month_end = Timeframe::month().close_of(bars.time_ns[row]);
        const auto end = std::lower_bound(begin + static_cast<std::ptrdiff_t>(row), bars.time_ns.end(), month_end);
        const auto end_row = static_cast<std::size_t>(end - begin);
        months.push_back({month_of(bars.time_ns[row]), month_digest(bars.rows(row, end_row))});
        row = end_row;
    }
    return months;
}

Digest combine_months(std::span<const MonthDigest> months) {
    Hasher hasher;
    hasher.u8(kVersion);
    hasher.u64(months.size());
    for (const auto& month : months) {
        hasher.i64(month.month);
        hasher.u64(month.digest.high);
        hasher.u64(month.digest.low);
    }
    return hasher.digest();
}

Digest bars_digest(const BarColumns& bars) { return combine_months(month_digests(bars)); }

}  // namespace ct::data
