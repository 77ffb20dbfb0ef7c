#include "strategy/bar_memory.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::python {

namespace {

constexpr std::size_t kFirstRoom = 1024;

std::shared_ptr<BarMemory> with_room(std::size_t rows) {
    data::BarSeries series;
    series.time_ns.resize(rows);
    for (auto* column : {&series.open, &series.high, &series.low, &series.close, &series.volume}) column->resize(rows);
    return std::make_shared<BarMemory>(std::move(series));
}

template <class T>
void copy_rows(std::span<const T> from, std::vector<T>& to, std::size_t at) {
    std::ranges::copy(from, to.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

const std::int64_t* BarMemory::time_ms(std::size_t rows) {
    if (!time_ms_) time_ms_ = std::make_unique_for_overwrite<std::int64_t[]>(columns_.size());
    for (; times_made_ < rows; ++times_made_) {
        time_ms_[times_made_] = floor_div(columns_.time_ns[times_made_], kNsPerMs);
    }
    return time_ms_.get();
}

void BarMemory::put(std::size_t at, const BarColumns& rows) {
    copy_rows(rows.time_ns, series_.time_ns, at);
    copy_rows(rows.open, series_.open, at);
    copy_rows(rows.high, series_.high, at);
    copy_rows(rows.low, series_.low, at);
    copy_rows(rows.close, series_.close, at);
    copy_rows(rows.volume, series_.volume, at);
}

BarRows SeriesHistory::rows(const BarColumns& closed) {
    if (closed.size() == 0) return {with_room(0), 0, 0};
    if (borrowed_) {
        const auto begin = static_cast<std::size_t>(closed.time_ns.data() - memory_->columns().time_ns.data());
        return {memory_, begin, begin + closed.size()};
    }
    if (!memory_ || closed.size() > memory_->columns().size()) {
        // Arrays made earlier keep the old memory.
        memory_ = with_room(std::max(kFirstRoom, 2 * closed.size()));
        copied_ = 0;
    }
    memory_->put(copied_, closed.rows(copied_, closed.size()));
    copied_ = closed.size();
    return {memory_, 0, copied_};
}

}  // namespace ct::python
