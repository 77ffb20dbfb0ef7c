#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/bar_field.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::engine {

/// What an indicator reads of a bar.
using Field = BarField;

/// How many earlier values of a line a strategy can read.
inline constexpr std::size_t kLineHistory = 256;

/// The values of one indicator line over the current batch of rows, with the last kLineHistory before it.
class LineBuffer {
  public:
    LineBuffer();
    /// Makes room for `rows` more values and returns where they go. Earlier values stay readable.
    double* append(std::size_t rows);
    /// The first value of the current batch; earlier ones lie before it.
    [[nodiscard]] const double* batch() const { return batch_; }

  private:
    std::vector<double> values_;
    double* batch_;
    std::size_t used_;
};

/// What a strategy holds of an indicator: its value at the current bar, or some bars ago. Cheap to copy.
class Line {
  public:
    Line() = default;
    Line(const LineBuffer& buffer, const std::size_t& offset) : buffer_(&buffer), offset_(&offset) {}

    /// The value at the bar that closed `ago` bars before the current one; NaN before the first.
    /// Requires: ago < kLineHistory.
    [[nodiscard]] double operator[](std::size_t ago) const {
        return buffer_->batch()[static_cast<std::ptrdiff_t>(*offset_) - static_cast<std::ptrdiff_t>(ago)];
    }
    [[nodiscard]] double value() const { return (*this)[0]; }

  private:
    const LineBuffer* buffer_ = nullptr;
    const std::size_t* offset_ = nullptr;
};

/// One indicator of a series: reads the series' fields, writes its lines, block by block.
class IndicatorSlot {
  public:
    /// Requires: as many fields as the indicator has inputs.
    IndicatorSlot(std::unique_ptr<indicators::Indicator> indicator, std::vector<Field> fields, Timeframe timeframe);
    /// Computes rows [begin, end), which follow on those of the last call.
    void run(const BarColumns& columns, std::size_t begin, std::size_t end);
    [[nodiscard]] const LineBuffer& line(std::size_t index) const { return lines_[index]; }
    [[nodiscard]] std::size_t line_count() const { return lines_.size(); }

  private:
    std::unique_ptr<indicators::Indicator> indicator_;
    std::vector<Field> fields_;
    Timeframe timeframe_;
    std::vector<LineBuffer> lines_;
    std::vector<const double*> inputs_;  ///< scratch of run()
    std::vector<double*> outputs_;       ///< scratch of run()
    std::vector<double> close_times_;    ///< scratch of run(): of its rows, where they are read
};

}  // namespace ct::engine
