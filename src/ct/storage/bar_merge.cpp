#include "ct/storage/bar_merge.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bits.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"

namespace ct::storage {

namespace {

/// Calls `call(column of each series...)` for every column but the times.
template <class Call, class... Series>
void each_value_column(const Call& call, Series&... series) {
    call(series.open...);
    call(series.high...);
    call(series.low...);
    call(series.close...);
    call(series.volume...);
    call(series.extras.quote_volume...);
    call(series.extras.trade_count...);
    call(series.extras.taker_buy_volume...);
    call(series.extras.taker_buy_quote_volume...);
}

double unknown(const std::vector<double>& /*column*/) { return std::numeric_limits<double>::quiet_NaN(); }
std::int64_t unknown(const std::vector<std::int64_t>& /*column*/) { return -1; }

bool same_bits(double a, double b) { return bit_cast<std::uint64_t>(a) == bit_cast<std::uint64_t>(b); }
bool same_bits(std::int64_t a, std::int64_t b) { return a == b; }

/// A row of the merged series: of the stored rows, or of the fresh ones.
struct Pick {
    std::size_t row = 0;
    bool fresh = false;
};

/// The columns of `picks`; a column that neither series has stays empty.
data::BarSeries take(const data::BarSeries& stored, const data::BarSeries& fresh, const std::vector<Pick>& picks) {
    data::BarSeries out;
    out.timeframe = fresh.timeframe;
    out.price_decimals = std::max(stored.price_decimals, fresh.price_decimals);
    out.time_ns.reserve(picks.size());
    for (const Pick& pick : picks) out.time_ns.push_back((pick.fresh ? fresh : stored).time_ns[pick.row]);
    each_value_column(
        [&](auto& to, const auto& old, const auto& added) {
            if (old.empty() && added.empty()) return;
            to.reserve(picks.size());
            for (const Pick& pick : picks) {
                const auto& from = pick.fresh ? added : old;
                to.push_back(from.empty() ? unknown(from) : from[pick.row]);
            }
        },
        out, stored, fresh);
    return out;
}

bool same_row(const data::BarSeries& a, std::size_t row_a, const data::BarSeries& b, std::size_t row_b) {
    bool same = true;
    each_value_column(
        [&](const auto& left, const auto& right) {
            if (right.empty()) return;  // what the fresh rows do not know stays
            same = same && !left.empty() && same_bits(left[row_a], right[row_b]);
        },
        a, b);
    return same;
}

}  // namespace

SortedBars sort_bars(const data::BarSeries& bars) {
    const auto& times = bars.time_ns;
    if (std::adjacent_find(times.begin(), times.end(), std::greater_equal()) == times.end()) return {bars, 0, true};
    std::vector<std::size_t> order(bars.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool sorted = std::is_sorted(times.begin(), times.end());
    if (!sorted) {
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return times[a] != times[b] ? times[a] < times[b] : a < b; });
    }
    std::vector<Pick> picks;
    picks.reserve(bars.size());
    for (const std::size_t row : order) {
        if (!picks.empty() && times[picks.back().row] == times[row]) {
            picks.back().row = row;
        } else {
            picks.push_back({row, true});
        }
    }
    return {take({}, bars, picks), bars.size() - picks.size(), sorted};
}

MergedBars merge_bars(const data::BarSeries& stored, const data::BarSeries& fresh) {
    MergedBars merged;
    std::vector<Pick> picks;
    picks.reserve(stored.size() + fresh.size());
    std::size_t old = 0;
    for (std::size_t row = 0; row < fresh.size(); ++row) {
        while (old < stored.size() && stored.time_ns[old] < fresh.time_ns[row]) picks.push_back({old++, false});
        if (old < stored.size() && stored.time_ns[old] == fresh.time_ns[row]) {
            if (same_row(stored, old, fresh, row)) {
                picks.push_back({old++, false});
                continue;
            }
            ++merged.changed;
            ++old;
        } else {
            ++merged.added;
        }
        picks.push_back({row, true});
    }
    for (; old < stored.size(); ++old) picks.push_back({old, false});
    merged.bars = take(stored, fresh, picks);
    return merged;
}

data::BarSeries slice_bars(const data::BarSeries& bars, std::size_t begin, std::size_t end) {
    data::BarSeries out;
    out.timeframe = bars.timeframe;
    out.price_decimals = bars.price_decimals;
    const auto cut = [&](auto& to, const auto& from) {
        if (from.empty()) return;
        to.assign(from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end));
    };
    cut(out.time_ns, bars.time_ns);
    each_value_column(cut, out, bars);
    return out;
}

Result<void> check_bars(const data::BarSeries& bars) {
    const auto wrong = [&](std::size_t row, const std::string& what) {
        return fail(ErrorCode::kInvalidData, fmt::format("the bar of {} {}", format_iso_time(bars.time_ns[row]), what));
    };
    if (bars.size() == 0) return {};
    for (const std::size_t row : {std::size_t{0}, bars.size() - 1}) {
        const std::int64_t month = data::month_of(bars.time_ns[row]);
        if (month < data::kFirstMonth || month > data::kLastMonth)
            return wrong(row, "is not of the years 1678 to 2261");
    }
    for (std::size_t row = 0; row < bars.size(); ++row) {
        const double open = bars.open[row];
        const double high = bars.high[row];
        const double low = bars.low[row];
        const double close = bars.close[row];
        if (!(low > 0) || !std::isfinite(high) || !(low <= high)) {
            return wrong(row, fmt::format("has low {} and high {}: expected 0 < low <= high", low, high));
        }
        if (!(open >= low && open <= high && close >= low && close <= high)) {
            return wrong(row,
                         fmt::format("has open {} and close {} outside of low {} to high {}", open, close, low, high));
        }
        if (!(bars.volume[row] >= 0) || !std::isfinite(bars.volume[row])) {
            return wrong(row, fmt::format("has volume {}, expected a number from 0", bars.volume[row]));
        }
        if (bars.timeframe.open_of(bars.time_ns[row]) != bars.time_ns[row]) {
            return wrong(row, fmt::format("is off the grid of {}: its period opens at {}", bars.timeframe.text(),
                                          format_iso_time(bars.timeframe.open_of(bars.time_ns[row]))));
        }
    }
    return {};
}

}  // namespace ct::storage
