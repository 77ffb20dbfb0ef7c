#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "ct/core/bar.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::python {

/// Bars that Python objects share: arrays made of them keep them alive. Requires: the GIL for all calls.
class BarMemory {
  public:
    /// Owns the bars.
    explicit BarMemory(data::BarSeries series) : series_(std::move(series)), columns_(series_.columns()) {}
    /// Borrows columns from `owner`, which it keeps alive.
    BarMemory(const BarColumns& columns, std::shared_ptr<const void> owner)
        : columns_(columns), owner_(std::move(owner)) {}
    BarMemory(const BarMemory&) = delete;
    BarMemory& operator=(const BarMemory&) = delete;

    [[nodiscard]] const BarColumns& columns() const { return columns_; }
    /// The open times in milliseconds. They are made as they are asked for: the first `rows` are there and stay.
    const std::int64_t* time_ms(std::size_t rows);
    /// Overwrites rows from `at` on. Requires: it owns the bars and has room for them.
    void put(std::size_t at, const BarColumns& rows);

  private:
    data::BarSeries series_;
    BarColumns columns_;
    std::shared_ptr<const void> owner_;
    std::unique_ptr<std::int64_t[]> time_ms_;
    std::size_t times_made_ = 0;
};

/// Some rows of bars in memory.
struct BarRows {
    std::shared_ptr<BarMemory> memory;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The closed bars of one series of a run for Python: where they lie for good, or else a copy that grows as it is asked
/// for, because the run's own memory ends with the run.
class SeriesHistory {
  public:
    SeriesHistory() = default;
    explicit SeriesHistory(std::shared_ptr<BarMemory> memory) : memory_(std::move(memory)), borrowed_(true) {}

    /// `closed` are all rows up to now, as the engine shows them.
    BarRows rows(const BarColumns& closed);

  private:
    std::shared_ptr<BarMemory> memory_;
    std::size_t copied_ = 0;
    bool borrowed_ = false;
};

}  // namespace ct::python
