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
#include "ct/indicators/indicator.hpp"

namespace ct::engine {

namespace {

/// Values are appended until this many stand behind the history; then the history moves to the front. Batches that are
/// longer make more room. Small, so that the lines of many series stay in the cache.
constexpr std::size_t kRoom = kLineHistory;

}  // namespace

std::span<const double> column(const BarColumns& columns, Field field) {
    switch (field) {
        case Field::kOpen:
            return columns.open;
        case Field::kHigh:
            return columns.high;
        case Field::kLow:
            return columns.low;
        case Field::kClose:
            return columns.close;
        case Field::kVolume:
            return columns.volume;
    }
    return {};
}

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

IndicatorSlot::IndicatorSlot(std::unique_ptr<indicators::Indicator> indicator, std::vector<Field> fields)
    : indicator_(std::move(indicator)),
      fields_(std::move(fields)),
      lines_(indicator_->line_count()),
      inputs_(fields_.size()),
      outputs_(lines_.size()) {
    assert(fields_.size() == indicator_->input_count());
}

void IndicatorSlot::run(const BarColumns& columns, std::size_t begin, std::size_t end) {
    const std::size_t rows = end - begin;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        inputs_[i] = column(columns, fields_[i]).data() + begin;
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) outputs_[i] = lines_[i].append(rows);
    indicator_->run(inputs_, outputs_, rows);
}

}  // namespace ct::engine
