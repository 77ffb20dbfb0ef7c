#include "ct/data/gap_policy.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/quality.hpp"

namespace ct::data {

namespace {

constexpr std::array kPolicies = {GapPolicy::kKeep, GapPolicy::kFill, GapPolicy::kError};

/// The rows up to the first that is no neighbour of the one before it.
std::size_t rows_before_gap(std::span<const TimeNs> times_ns, Timeframe timeframe) {
    std::size_t row = std::min<std::size_t>(1, times_ns.size());
    while (row < times_ns.size() && times_ns[row] == timeframe.close_of(times_ns[row - 1])) ++row;
    return row;
}

/// A gap from `first_ns`, when its first bar would have opened, to the bar that opens at `after_ns`.
tl::unexpected<Error> gap_error(const std::string& series, TimeNs first_ns, TimeNs after_ns, Timeframe timeframe) {
    const std::uint64_t bars = missing_bars(first_ns, after_ns, 1, timeframe);
    return fail(
        ErrorCode::kInvalidData,
        fmt::format("{}: {} bar{} of {} missing from {} to {}, expected no gap (the policy for gaps is 'error')",
                    series, bars, bars == 1 ? "" : "s", timeframe.text(), format_iso_time(first_ns),
                    format_iso_time(after_ns)));
}

}  // namespace

const char* name(GapPolicy policy) {
    constexpr std::array kNames = {"keep", "fill", "error"};
    return kNames[static_cast<std::size_t>(policy)];
}

Result<GapPolicy> parse_gap_policy(std::string_view text) {
    for (const GapPolicy policy : kPolicies) {
        if (text == name(policy)) return policy;
    }
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("unknown policy for gaps '{}', expected keep, fill or error", text));
}

Result<std::unique_ptr<BarHistory>> apply_gap_policy(std::unique_ptr<BarHistory> history, GapPolicy policy,
                                                     std::string series) {
    if (policy == GapPolicy::kKeep) return history;
    if (const auto whole = history->whole()) {
        const Timeframe timeframe = history->facts().timeframe;
        const std::size_t row = rows_before_gap(whole->time_ns, timeframe);
        if (row == whole->size()) return history;
        if (policy == GapPolicy::kError) {
            return gap_error(series, timeframe.close_of(whole->time_ns[row - 1]), whole->time_ns[row], timeframe);
        }
    }
    return std::make_unique<GaplessHistory>(std::move(history), policy == GapPolicy::kFill, std::move(series));
}

GaplessHistory::GaplessHistory(std::unique_ptr<BarHistory> history, bool fill, std::string series)
    : history_(std::move(history)), fill_(fill), series_(std::move(series)), facts_(history_->facts()) {
    if (facts_.rows == 0) return;
    if (fill_ && facts_.missing > 0) {
        Hasher hasher;
        hasher.text(name(GapPolicy::kFill));
        hasher.u64(facts_.digest.high);
        hasher.u64(facts_.digest.low);
        facts_.digest = hasher.digest();
    }
    facts_.rows = missing_bars(facts_.first_ns, facts_.last_ns, 0, facts_.timeframe);
    facts_.missing = 0;
}

Result<BarColumns> GaplessHistory::next(std::size_t most_rows) {
    assert(most_rows > 0);
    if (rows_.size() == 0) {
        auto rows = history_->next(most_rows);
        if (!rows || rows->size() == 0) return rows;
        rows_ = *rows;
    }
    if (started_ && rows_.time_ns[0] > next_ns_) {
        if (fill_) return idle_bars(most_rows);
        return gap_error(series_, next_ns_, rows_.time_ns[0], facts_.timeframe);
    }
    const std::size_t most = std::min(most_rows, rows_.size());
    const std::size_t count = rows_before_gap(rows_.time_ns.first(most), facts_.timeframe);
    const BarColumns given = rows_.rows(0, count);
    rows_ = rows_.rows(count, rows_.size());
    started_ = true;
    next_ns_ = facts_.timeframe.close_of(given.time_ns.back());
    last_close_ = given.close.back();
    return given;
}

BarColumns GaplessHistory::idle_bars(std::size_t most_rows) {
    idle_.time_ns.clear();
    for (; next_ns_ < rows_.time_ns[0] && idle_.size() < most_rows; next_ns_ = facts_.timeframe.close_of(next_ns_)) {
        idle_.time_ns.push_back(next_ns_);
    }
    for (auto* column : {&idle_.open, &idle_.high, &idle_.low, &idle_.close}) {
        column->assign(idle_.size(), last_close_);
    }
    idle_.volume.assign(idle_.size(), 0);
    return idle_.columns();
}

}  // namespace ct::data
