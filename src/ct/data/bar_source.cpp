#include "ct/data/bar_source.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::data {

BarSource::BarSource(std::span<const Input> inputs, std::size_t batch_rows)
    : batch_rows_(std::max<std::size_t>(1, batch_rows / std::max<std::size_t>(1, inputs.size()))) {
    assert(batch_rows > 0);
    for (const Input& input : inputs) {
        Head head{.input = input, .series = static_cast<SeriesIndex>(heads_.size())};
        advance(head, 0);
        heads_.push_back(head);
    }
    std::sort(heads_.begin(), heads_.end(), [](const Head& a, const Head& b) {
        const auto length = a.input.series.timeframe <=> b.input.series.timeframe;
        return length != 0 ? length < 0 : a.series < b.series;
    });
    tied_.reserve(heads_.size());
    find_due();
}

Result<SourceItem> BarSource::next(TimeNs until_ns) {
    if (tied_at_ < tied_.size() && tied_at_ > 0) return take_tied();
    if (due_ns_ == kDone) return SourceItem{End{}};
    if (due_ns_ > until_ns) return SourceItem{Idle{until_ns}};
    if (tied_.size() > 1) return take_tied();

    Head& head = heads_[tied_.front()];
    const TimeNs end_ns = until_ns < after_ns_ ? until_ns + 1 : after_ns_;
    const std::size_t rows = rows_before(head, end_ns);
    const BarBlock block{head.series, &head.input.columns, head.row, head.row + rows, true, head.batch_end};
    advance(head, rows);
    find_due();
    return SourceItem{block};
}

SourceItem BarSource::take_tied() {
    Head& head = heads_[tied_[tied_at_++]];
    const bool last = tied_at_ == tied_.size();
    const BarBlock block{head.series, &head.input.columns, head.row, head.row + 1, last, head.batch_end};
    advance(head, 1);
    if (last) find_due();
    return block;
}

void BarSource::advance(Head& head, std::size_t rows) {
    head.row += rows;
    if (head.row == head.batch_end) head.batch_end = std::min(head.row + batch_rows_, head.input.columns.size());
    const auto& times_ns = head.input.columns.time_ns;
    head.close_ns = head.row < times_ns.size() ? head.input.series.timeframe.close_of(times_ns[head.row]) : kDone;
}

std::size_t BarSource::rows_before(const Head& head, TimeNs end_ns) {
    const std::span<const TimeNs> batch = head.input.columns.time_ns.subspan(head.row, head.batch_end - head.row);
    const auto closes_before = [&](TimeNs open_ns) { return head.input.series.timeframe.close_of(open_ns) < end_ns; };
    if (closes_before(batch.back())) return batch.size();
    const auto end = std::partition_point(batch.begin(), batch.end(), closes_before);
    return static_cast<std::size_t>(end - batch.begin());
}

void BarSource::find_due() {
    due_ns_ = kDone;
    after_ns_ = kDone;
    tied_.clear();
    tied_at_ = 0;
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
