#include "ct/data/bar_source.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_window.hpp"

namespace ct::data {

namespace {

/// Histories that are not in memory are read this many rows at a time or more, however small the batches.
constexpr std::size_t kLeastRead = 1024;

}  // namespace

BarSource::BarSource(std::span<const Input> inputs, std::size_t batch_rows)
    : rows_(inputs.size()),
      batch_rows_(std::max<std::size_t>(1, batch_rows / std::max<std::size_t>(1, inputs.size()))) {
    assert(batch_rows > 0);
    for (const Input& input : inputs) {
        Head head{.info = input.series, .series = static_cast<SeriesIndex>(heads_.size()), .history = input.history};
        if (const auto whole = input.history->whole()) {
            head.whole = std::make_unique<BarColumns>(*whole);
            head.columns = head.whole.get();
        } else {
            head.windows = std::make_unique<Windows>();
            head.columns = &head.windows->front().columns();
        }
        tied_.push_back(heads_.size());
        heads_.push_back(std::move(head));
    }
    std::sort(heads_.begin(), heads_.end(), [](const Head& a, const Head& b) {
        const auto length = a.info.timeframe <=> b.info.timeframe;
        return length != 0 ? length < 0 : a.series < b.series;
    });
}

Result<SourceItem> BarSource::next(TimeNs until_ns) {
    if (given_) {
        for (const std::size_t i : tied_) {
            if (auto advanced = advance(heads_[i], given_rows_); !advanced) return fail(advanced);
        }
        find_due();
        given_ = false;
    }
    if (due_ns_ == kDone) return SourceItem{End{}};
    if (due_ns_ > until_ns) return SourceItem{Idle{until_ns}};

    const TimeNs end_ns = until_ns < after_ns_ ? until_ns + 1 : after_ns_;
    given_rows_ = tied_.size() == 1 ? rows_before(heads_[tied_.front()], end_ns) : 1;
    given_ = true;
    blocks_.clear();
    for (const std::size_t i : tied_) {
        const Head& head = heads_[i];
        rows_[head.series] += given_rows_;
        blocks_.push_back({head.series, head.columns, head.row, head.row + given_rows_, head.batch_end});
    }
    return SourceItem{ClosedBars(blocks_)};
}

Result<void> BarSource::advance(Head& head, std::size_t rows) {
    head.row += rows;
    if (head.row == head.columns->size() && !head.whole) {
        if (auto refilled = refill(head); !refilled) return refilled;
    }
    if (head.row == head.batch_end) head.batch_end = std::min(head.row + batch_rows_, head.columns->size());
    const auto& times_ns = head.columns->time_ns;
    head.close_ns = head.row < times_ns.size() ? head.info.timeframe.close_of(times_ns[head.row]) : kDone;
    // Of many series each column is read a few rows at a time, which no hardware foresees.
    __builtin_prefetch(times_ns.data() + head.row + batch_rows_);
    __builtin_prefetch(head.columns->close.data() + head.row + batch_rows_);
    return {};
}

Result<void> BarSource::refill(Head& head) {
    const auto fresh = head.history->next(std::max(batch_rows_, kLeastRead));
    if (!fresh) return fail(fresh);
    if (fresh->size() == 0) return {};
    auto& [a, b] = *head.windows;
    BarWindow& other = head.columns == &a.columns() ? b : a;
    other.fill(*head.columns, kKeptRows, *fresh);
    head.columns = &other.columns();
    head.row = other.columns().size() - fresh->size();
    head.batch_end = head.row;
    return {};
}

std::size_t BarSource::rows_before(const Head& head, TimeNs end_ns) {
    const std::span<const TimeNs> batch = head.columns->time_ns.subspan(head.row, head.batch_end - head.row);
    const auto closes_before = [&](TimeNs open_ns) { return head.info.timeframe.close_of(open_ns) < end_ns; };
    if (closes_before(batch.back())) return batch.size();
    const auto end = std::partition_point(batch.begin(), batch.end(), closes_before);
    return static_cast<std::size_t>(end - batch.begin());
}

void BarSource::find_due() {
    due_ns_ = kDone;
    after_ns_ = kDone;
    tied_.clear();
    for (std::size_t i = 0; i < heads_.size(); ++i) {
        const TimeNs close_ns = heads_[i].close_ns;
        if (close_ns < due_ns_) {
            after_ns_ = due_ns_;
            due_ns_ = close_ns;
            tied_.clear();
        } else if (close_ns > due_ns_) {
            after_ns_ = std::min(after_ns_, close_ns);
            continue;
        }
        tied_.push_back(i);
    }
}

}  // namespace ct::data
