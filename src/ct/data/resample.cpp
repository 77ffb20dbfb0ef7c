#include "ct/data/resample.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {

namespace {

/// Rows of the history that are read at a time.
constexpr std::size_t kFineRows = 4096;

void clear(BarSeries& bars) {
    bars.time_ns.clear();
    for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume}) column->clear();
}

void drop_first(BarSeries& bars) {
    bars.time_ns.erase(bars.time_ns.begin());
    for (auto* column : {&bars.open, &bars.high, &bars.low, &bars.close, &bars.volume}) column->erase(column->begin());
}

}  // namespace

std::size_t Resampler::run(const BarColumns& rows, BarSeries& out, std::size_t most_bars) {
    const std::size_t size = rows.size();
    for (std::size_t row = 0; row < size;) {
        if (!open_bar_ || rows.time_ns[row] >= end_ns_) {
            if (open_bar_) {
                if (out.size() == most_bars) return row;
                emit(out);
            }
            begin_bar(rows, row);
        }
        // All rows of the bar at once: nothing but their values is looked at.
        const std::size_t end = end_of_bar(rows.time_ns, row);
        // In registers: the compiler cannot know that the columns do not lie in this object.
        double high = high_;
        double low = low_;
        double volume = volume_;
        for (; row < end; ++row) {
            high = std::max(high, rows.high[row]);
            low = std::min(low, rows.low[row]);
            volume += rows.volume[row];
        }
        high_ = high;
        low_ = low;
        volume_ = volume;
        close_ = rows.close[end - 1];
        row_end_ns_ = fine_.close_of(rows.time_ns[end - 1]);
    }
    return size;
}

std::size_t Resampler::end_of_bar(std::span<const TimeNs> times_ns, std::size_t row) const {
    // No more rows than fit from here to the end, and most often as many.
    const auto slots = static_cast<std::size_t>((end_ns_ - times_ns[row] - 1) / fine_.duration_ns() + 1);
    const std::size_t most = row + std::min(slots, times_ns.size() - row);
    if (times_ns[most - 1] < end_ns_) return most;
    const auto found = std::lower_bound(times_ns.begin() + static_cast<std::ptrdiff_t>(row),
                                        times_ns.begin() + static_cast<std::ptrdiff_t>(most), end_ns_);
    return static_cast<std::size_t>(found - times_ns.begin());
}

void Resampler::begin_bar(const BarColumns& rows, std::size_t row) {
    open_bar_ = true;
    open_ns_ = coarse_.open_of(rows.time_ns[row]);
    end_ns_ = coarse_.close_of(open_ns_);
    open_ = rows.open[row];
    high_ = rows.high[row];
    low_ = rows.low[row];
    volume_ = 0;
    if (!started_) first_is_whole_ = open_ns_ == rows.time_ns[row];
    started_ = true;
}

void Resampler::emit(BarSeries& out) {
    out.time_ns.push_back(open_ns_);
    out.open.push_back(open_);
    out.high.push_back(high_);
    out.low.push_back(low_);
    out.close.push_back(close_);
    out.volume.push_back(volume_);
    open_bar_ = false;
}

void Resampler::finish(BarSeries& out) {
    if (open_bar_) emit(out);
}

ResampledHistory::ResampledHistory(std::unique_ptr<BarHistory> fine, Timeframe coarse)
    : fine_(std::move(fine)), facts_(fine_->facts()), resampler_(coarse, facts_.timeframe) {
    const TimeNs end_ns = facts_.timeframe.close_of(facts_.last_ns);
    facts_.timeframe = coarse;
    facts_.first_ns = coarse.open_of(facts_.first_ns);
    if (facts_.first_ns < fine_->facts().first_ns) facts_.first_ns = coarse.close_of(facts_.first_ns);
    facts_.last_ns = coarse.open_of(facts_.last_ns);
    if (coarse.close_of(facts_.last_ns) > end_ns) facts_.last_ns = coarse.open_of(facts_.last_ns - 1);
    facts_.rows = 0;
    facts_.missing = 0;
    for (TimeNs open_ns = facts_.first_ns; open_ns <= facts_.last_ns; open_ns = coarse.close_of(open_ns)) ++facts_.rows;
}

Result<std::unique_ptr<ResampledHistory>> ResampledHistory::make(std::unique_ptr<BarHistory> fine, Timeframe coarse) {
    const Timeframe have = fine->facts().timeframe;
    if (!is_multiple(coarse, have)) {
        return fail(ErrorCode::kUnsupported,
                    fmt::format("bars of {} cannot be made of bars of {}: they are not made of whole ones",
                                coarse.text(), have.text()));
    }
    assert(fine->facts().rows > 0);
    return std::unique_ptr<ResampledHistory>(new ResampledHistory(std::move(fine), coarse));
}

Result<BarColumns> ResampledHistory::next(std::size_t most_rows) {
    clear(bars_);
    // No more of the history is read than the next bars need: others may wait for the rest of it.
    while (!ended_ && bars_.size() == 0) {
        if (rows_.size() == 0) {
            auto rows = fine_->next(kFineRows);
            if (!rows) return fail(rows);
            rows_ = *rows;
        }
        if (rows_.size() == 0) {
            ended_ = true;
            if (resampler_.last_is_whole()) resampler_.finish(bars_);
        } else {
            const std::size_t used = resampler_.run(rows_, bars_, most_rows);
            rows_ = rows_.rows(used, rows_.size());
        }
        if (bars_.size() > 0 && !dropped_first_) {
            dropped_first_ = true;
            if (!resampler_.first_is_whole()) drop_first(bars_);
        }
    }
    return bars_.columns();
}

}  // namespace ct::data
