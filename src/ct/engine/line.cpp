#include "ct/engine/line.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/bar_field.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::engine {

namespace {

/// Values are appended until this many stand behind the history; then the history moves to the front. Batches that are
/// longer make more room. Small, so that the lines of many series stay in the cache.
constexpr std::size_t kRoom = kLineHistory;

}  // namespace

LineBuffer::LineBuffer()
    : values_(kLineHistory + kRoom, std::numeric_limits<double>::quiet_NaN()),
      batch_(values_.data() + kLineHistory),
      used_(kLineHistory) {}

double* LineBuffer::append(std::size_t rows) {
    if (used_ + rows > values_.size()) {
        std::copy_n(values_.data() + used_ - kLineHistory, kLineHistory, values_.data());
        used_ = kLineHistory;
        if (used_ + rows > values_.size()) values_.resize(used_ + rows);
    }
    batch_ = values_.data() + used_;
    used_ += rows;
    return batch_;
}

IndicatorSlot::IndicatorSlot(std::unique_ptr<indicators::Indicator> indicator, std::vector<Field> fields,
                             Timeframe timeframe)
    : indicator_(std::move(indicator)),
      fields_(std::move(fields)),
      timeframe_(timeframe),
      lines_(indicator_->line_count()),
      inputs_(fields_.size()),
      outputs_(lines_.size()) {
    assert(fields_.size() == indicator_->input_count());
}

void IndicatorSlot::run(const BarColumns& columns, std::size_t begin, std::size_t end) {
    const std::size_t rows = end - begin;
    if (std::find(fields_.begin(), fields_.end(), Field::kCloseTime) != fields_.end()) {
        close_times_.resize(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const TimeNs close_ns = timeframe_.close_of(columns.time_ns[begin + i]);
            close_times_[i] = static_cast<double>(close_ns) / static_cast<double>(kNsPerSecond);
        }
    }
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const bool time = fields_[i] == Field::kCloseTime;
        inputs_[i] = time ? close_times_.data() : column(columns, fields_[i]).data() + begin;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) outputs_[i] = lines_[i].append(rows);
    indicator_->run(inputs_, outputs_, rows);
}

}  // namespace ct::engine
