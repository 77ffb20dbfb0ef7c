#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ct/core/instrument.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct {

/// Where a bar series stands in the list of a run: one instrument at one timeframe.
using SeriesIndex = std::uint32_t;

/// Bars as columns of equal length, borrowed. Prices and volumes are doubles: statistics, not money.
struct BarColumns {
    std::span<const TimeNs> time_ns;  ///< open times, strictly ascending
    std::span<const double> open;
    std::span<const double> high;
    std::span<const double> low;
    std::span<const double> close;
    std::span<const double> volume;  ///< in the base asset

    [[nodiscard]] std::size_t size() const { return time_ns.size(); }
    [[nodiscard]] BarColumns rows(std::size_t begin, std::size_t end) const {
        const auto cut = [&](auto column) { return column.subspan(begin, end - begin); };
        return {cut(time_ns), cut(open), cut(high), cut(low), cut(close), cut(volume)};
    }
};

/// What a series is made of.
struct Series {
    InstrumentIndex instrument = 0;
    Timeframe timeframe;
    bool detail = false;  ///< orders match on it, strategies do not see it
};

/// Rows [begin, end) of a series, that have just closed; rows before `begin` are its history as far as it is kept.
struct BarBlock {
    SeriesIndex series = 0;
    const BarColumns* columns = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Rows [end, known) are filled already and will come in the blocks that follow on this one, none of which goes
    /// past `known`: the engine may prepare them (indicators), and shows them to nobody before their time. Not more
    /// than `end` where nothing is known.
    std::size_t known = 0;
};

/// One closed bar: a row of columns, by reference.
class BarView {
  public:
    BarView(SeriesIndex series, const Series& info, const BarColumns& columns, std::size_t row)
        : columns_(&columns), info_(&info), row_(row), series_(series) {}

    [[nodiscard]] SeriesIndex series() const { return series_; }
    [[nodiscard]] InstrumentIndex instrument() const { return info_->instrument; }
    [[nodiscard]] Timeframe timeframe() const { return info_->timeframe; }
    [[nodiscard]] TimeNs open_time_ns() const { return columns_->time_ns[row_]; }
    [[nodiscard]] TimeNs close_time_ns() const { return info_->timeframe.close_of(open_time_ns()); }
    [[nodiscard]] double open() const { return columns_->open[row_]; }
    [[nodiscard]] double high() const { return columns_->high[row_]; }
    [[nodiscard]] double low() const { return columns_->low[row_]; }
    [[nodiscard]] double close() const { return columns_->close[row_]; }
    [[nodiscard]] double volume() const { return columns_->volume[row_]; }

  private:
    const BarColumns* columns_;
    const Series* info_;
    std::size_t row_;
    SeriesIndex series_;
};

}  // namespace ct
