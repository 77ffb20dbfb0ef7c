#include "ct/storage/cache_history.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/digest.hpp"
#include "ct/data/quality.hpp"
#include "ct/storage/bar_merge.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

namespace {

std::string range_text(const data::BarFacts& stored, std::optional<TimeNs> from_ns, std::optional<TimeNs> to_ns) {
    return fmt::format("[{}, {}): the cache has {} to {}", from_ns ? format_iso_time(*from_ns) : "start",
                       to_ns ? format_iso_time(*to_ns) : "end", format_iso_time(stored.first_ns),
                       format_iso_time(stored.last_ns));
}

}  // namespace

Result<std::unique_ptr<CacheHistory>> CacheHistory::open(const Cache& cache, const SeriesKey& key,
                                                         std::optional<TimeNs> from_ns, std::optional<TimeNs> to_ns) {
    auto months = cache.open(key);
    if (!months) return fail(months);
    const TimeNs begin_ns = from_ns.value_or(std::numeric_limits<TimeNs>::min());
    const TimeNs end_ns = to_ns.value_or(std::numeric_limits<TimeNs>::max());
    data::BarFacts stored;
    stored.first_ns = months->front().facts.first_ns;
    stored.last_ns = months->back().facts.last_ns;
    auto history = std::unique_ptr<CacheHistory>(new CacheHistory);
    data::BarFacts& facts = history->facts_;
    facts.timeframe = key.timeframe;
    facts.lowest_price = std::numeric_limits<double>::infinity();
    std::vector<data::MonthDigest> digests;
    for (OpenMonth& month : *months) {
        Part part{std::move(month), 0, 0};
        MonthFacts in_range = part.month.facts;
        part.end = in_range.rows;
        if (in_range.last_ns < begin_ns || in_range.first_ns >= end_ns) continue;
        if (in_range.first_ns < begin_ns || in_range.last_ns >= end_ns) {
            if (auto done = history->cut_part(part, begin_ns, end_ns, in_range); !done) return fail(done);
            if (part.begin == part.end) continue;
        }
        if (facts.rows == 0) facts.first_ns = in_range.first_ns;
        facts.rows += in_range.rows;
        facts.last_ns = in_range.last_ns;
        facts.lowest_price = std::min(facts.lowest_price, in_range.lowest_price);
        facts.highest_price = std::max(facts.highest_price, in_range.highest_price);
        facts.price_decimals = std::max(facts.price_decimals, in_range.price_decimals);
        digests.push_back({in_range.month, in_range.digest});
        history->parts_.push_back(std::move(part));
    }
    if (facts.rows == 0) {
        return fail(ErrorCode::kNotFound,
                    fmt::format("no bar of {} in {}", key.text(), range_text(stored, from_ns, to_ns)));
    }
    facts.missing = data::missing_bars(facts.first_ns, facts.last_ns, facts.rows, facts.timeframe);
    facts.digest = data::combine_months(digests);
    return history;
}

Result<void> CacheHistory::cut_part(Part& part, TimeNs from_ns, TimeNs to_ns, MonthFacts& facts) const {
    auto rows = part.month.read();
    if (!rows) return fail(rows);
    rows->timeframe = facts_.timeframe;
    const auto& times = rows->time_ns;
    const auto position = [&](TimeNs time_ns) {
        return static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), time_ns) - times.begin());
    };
    part.begin = position(from_ns);
    part.end = std::max<std::uint64_t>(part.begin, position(to_ns));
    if (part.begin == part.end) return {};
    facts = facts_of(slice_bars(*rows, static_cast<std::size_t>(part.begin), static_cast<std::size_t>(part.end)), 0,
                     facts.source);
    return {};
}

Result<BarColumns> CacheHistory::next(std::size_t most_rows) {
    if (time_ns_.size() < most_rows) {
        time_ns_.resize(most_rows);
        for (auto* column : {&open_, &high_, &low_, &close_, &volume_}) column->resize(most_rows);
    }
    while (part_ < parts_.size()) {
        const Part& part = parts_[part_];
        if (!reader_) {
            auto opened = part.month.reader();
            if (!opened) return fail(opened);
            reader_ = *std::move(opened);
            row_ = 0;
        }
        const std::uint64_t limit = row_ < part.begin ? part.begin : part.end;
        if (row_ == limit) {
            reader_.reset();
            ++part_;
            continue;
        }
        const auto read = fill(static_cast<std::size_t>(std::min<std::uint64_t>(most_rows, limit - row_)));
        if (!read) return fail(read);
        const bool before_range = row_ < part.begin;
        row_ += *read;
        if (before_range) continue;
        return BarColumns{{time_ns_.data(), *read}, {open_.data(), *read},  {high_.data(), *read},
                          {low_.data(), *read},     {close_.data(), *read}, {volume_.data(), *read}};
    }
    return BarColumns{};
}

Result<std::size_t> CacheHistory::fill(std::size_t most_rows) {
    auto read = reader_->read({.time_ns = time_ns_.data(),
                               .open = open_.data(),
                               .high = high_.data(),
                               .low = low_.data(),
                               .close = close_.data(),
                               .volume = volume_.data()},
                              most_rows);
    if (!read) return fail(read);
    const std::string& path = parts_[part_].month.path;
    if (*read == 0) {
        return fail(ErrorCode::kInvalidData, fmt::format("{} is damaged: it ends after {} rows", path, row_));
    }
    const auto end = time_ns_.begin() + static_cast<std::ptrdiff_t>(*read);
    const bool ascending = time_ns_.front() > last_ns_ || (part_ == 0 && row_ == 0);
    if (!ascending || std::adjacent_find(time_ns_.begin(), end, std::greater_equal()) != end) {
        return fail(ErrorCode::kInvalidData, fmt::format("{} is damaged: its times do not ascend", path));
    }
    last_ns_ = time_ns_[*read - 1];
    return read;
}

}  // namespace ct::storage
