#include "ct/indicators/sma_exact.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/binary_grid.hpp"
#include "ct/indicators/division.hpp"

namespace ct::indicators {

namespace {

constexpr std::size_t kBlock = 512;
/// Runs below this length are not worth the loops over columns.
constexpr std::size_t kShortRun = 8;
/// Least distance of two looks whether a wide window has become narrow.
constexpr std::size_t kMinRetry = 64;

/// Returns whether the grid covers all values; the counts are right if it does.
bool to_counts(const double* values, std::size_t size, BinaryGrid grid, std::uint64_t* counts) {
    std::uint64_t outside = 0;
    simd([=, &outside]() CT_LOOP {
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < size; ++i) {
            any |= grid.outside(values[i]);
            counts[i] = grid.count(values[i]);
        }
        outside = any;
    });
    return outside >> 63U == 0;
}

/// changes[i] is what the window's sum gains in the two steps up to fresh[i]. Reads one count before fresh and old.
void to_changes(const std::uint64_t* fresh, const std::uint64_t* old, std::size_t size, std::uint64_t* changes) {
    simd([=]() CT_LOOP {
        const std::uint64_t* fresh_before = fresh - 1;
        const std::uint64_t* old_before = old - 1;
        for (std::size_t i = 0; i < size; ++i) changes[i] = (fresh[i] + fresh_before[i]) - (old[i] + old_before[i]);
    });
}

/// sums[i] = sums[i - 4] + the changes of four steps. Reads four sums and two changes before the first.
void add_changes(const std::uint64_t* changes, std::size_t size, std::uint64_t* sums) {
    simd([=]() CT_LOOP {
        const std::uint64_t* sums_before = sums - 4;
        const std::uint64_t* changes_before = changes - 2;
        for (std::size_t i = 0; i < size; ++i) sums[i] = sums_before[i] + (changes[i] + changes_before[i]);
    });
}

/// sums[i] is the sum of the window that ends at fresh[i]; `sum` that of the one before. Requires: size <= kBlock.
/// A sum is reached from the fourth one before it: from its neighbour, every addition would wait for the last.
void run_sums(const std::uint64_t* fresh, const std::uint64_t* old, std::size_t size, std::uint64_t sum,
              std::uint64_t* sums) {
    constexpr std::size_t kStride = 4;
    for (std::size_t i = 0; i < std::min(size, kStride); ++i) sums[i] = sum += fresh[i] - old[i];
    if (size <= kStride) return;
    std::array<std::uint64_t, kBlock> changes;
    to_changes(fresh + 1, old + 1, size - 1, changes.data() + 1);
    add_changes(changes.data() + kStride, size - kStride, sums + kStride);
}

void to_means(const std::uint64_t* sums, std::size_t size, BinaryGrid grid, Division division, double* means) {
    simd([=]() CT_LOOP {
        for (std::size_t i = 0; i < size; ++i) means[i] = division.quotient(grid.value(sums[i]));
    });
}

}  // namespace

SmaExact::SmaExact(std::size_t period)
    : period_(period),
      division_(period),
      end_(period),
      narrow_(period <= BinaryGrid::kMaxValues),
      grid_(std::min(period, BinaryGrid::kMaxValues)),
      counts_(period + std::max(period, kBlock)),
      values_(counts_.size()) {
    assert(period >= 1 && period <= kMaxPeriod);
}

void SmaExact::run(std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    const bool steady = narrow_ && seen_ == period_ && end_ < counts_.size();
    if (in.size() == 1 && steady && step_narrow(in.front(), out.front())) return;

    const double* from = in.data();
    double* to = out.data();
    for (std::size_t left = in.size(); left > 0;) {
        if (end_ == counts_.size()) make_room();
        const std::size_t count = std::min({left, kBlock, counts_.size() - end_});
        std::size_t done = 0;
        if (!narrow_) {
            done = run_wide(from, count, to);
        } else if (count < kShortRun) {
            while (done < count && step_narrow(from[done], to[done])) ++done;
            if (done < count) leave_narrow();
        } else {
            done = run_narrow(from, count, to);
            if (done < count) leave_narrow();
        }
        if (seen_ < period_) blank_lead_in(to, done);
        from += done;
        to += done;
        left -= done;
    }
}

inline bool SmaExact::step_narrow(double value, double& mean) {
    if (!grid_.covers(value)) return false;
    const std::uint64_t count = grid_.count(value);
    sum_ += count - counts_[end_ - period_];
    counts_[end_] = count;
    ++end_;
    mean = division_.quotient(grid_.value(sum_));
    return true;
}

/// Returns how many values it ran: up to the first one that the grid does not cover.
std::size_t SmaExact::run_narrow(const double* in, std::size_t count, double* out) {
    std::uint64_t* fresh = counts_.data() + end_;
    const auto outside = [&](double value) { return !grid_.covers(value); };
    if (!to_counts(in, count, grid_, fresh)) {
        count = static_cast<std::size_t>(std::find_if(in, in + count, outside) - in);
    }
    std::array<std::uint64_t, kBlock> sums;
    run_sums(fresh, fresh - period_, count, sum_, sums.data());
    to_means(sums.data(), count, grid_, division_, out);
    if (count > 0) sum_ = sums[count - 1];
    end_ += count;
    return count;
}

/// Returns how many values it ran: all up to the next look whether the window has become narrow, none if it has.
std::size_t SmaExact::run_wide(const double* in, std::size_t count, double* out) {
    if (retry_in_ == 0) {
        if (enter_narrow(*in)) return 0;
        retry_in_ = std::max(period_, kMinRetry);
    }
    count = std::min(count, retry_in_);
    retry_in_ -= count;
    for (std::size_t i = 0; i < count; ++i, ++end_) {
        wide_sum_.subtract(values_[end_ - period_]);
        wide_sum_.add(in[i]);
        values_[end_] = in[i];
        out[i] = division_(wide_sum_.value());
    }
    return count;
}

/// A value came that the grid does not cover. Wide mode finds it a better grid or goes on with it.
void SmaExact::leave_narrow() {
    wide_sum_ = ExactSum();
    for (std::size_t i = end_ - period_; i < end_; ++i) {
        values_[i] = grid_.value(counts_[i]);
        wide_sum_.add(values_[i]);
    }
    narrow_ = false;
    retry_in_ = 0;
}

/// Goes from values_ to counts_ if a grid covers the window that ends with the next value.
bool SmaExact::enter_narrow(double next) {
    if (period_ > BinaryGrid::kMaxValues) return false;
    const std::size_t begin = end_ - std::min(seen_, period_ - 1);
    std::uint64_t lowest = BinaryGrid::exponent_of(next);
    std::uint64_t highest = lowest;
    for (std::size_t i = begin; i < end_; ++i) {
        lowest = std::min(lowest, BinaryGrid::exponent_of(values_[i]));
        highest = std::max(highest, BinaryGrid::exponent_of(values_[i]));
    }
    if (!grid_.place(lowest, highest)) return false;
    // The oldest value leaves as the next one comes, and may not fit: it counts as nothing from here on.
    std::fill(counts_.data() + end_ - period_, counts_.data() + begin, 0);
    sum_ = 0;
    for (std::size_t i = begin; i < end_; ++i) {
        counts_[i] = grid_.count(values_[i]);
        sum_ += counts_[i];
    }
    narrow_ = true;
    return true;
}

void SmaExact::make_room() {
    const auto keep = [&](auto& column) {
        std::copy(column.end() - static_cast<std::ptrdiff_t>(period_), column.end(), column.begin());
    };
    if (narrow_) {
        keep(counts_);
    } else {
        keep(values_);
    }
    end_ = period_;
}

void SmaExact::blank_lead_in(double* out, std::size_t count) {
    const std::size_t blank = std::min(count, period_ - 1 - std::min(seen_, period_ - 1));
    std::fill(out, out + blank, std::numeric_limits<double>::quiet_NaN());
    seen_ = std::min(seen_ + count, period_);
}

}  // namespace ct::indicators
