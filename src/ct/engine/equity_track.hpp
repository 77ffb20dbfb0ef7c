#pragma once

#include <cstddef>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::engine {

/// What is owned while the rows of one series pass: a constant part, and a position that moves with the row's close.
struct Holdings {
    double value = 0;     ///< cash and all other positions
    double exposure = 0;  ///< sum of |value| of the other positions
    double position = 0;
    double cash = 0;  ///< alone
};

/// Equity points of the steps that have not been handed to the observers yet.
class EquityTrack {
  public:
    /// One step's point.
    void add(TimeNs time_ns, double equity, double exposure, double cash) {
        const std::size_t at = extend(1);
        time_ns_[at] = time_ns;
        equity_[at] = equity;
        exposure_[at] = exposure;
        cash_[at] = cash;
    }
    /// One point a row, while the holdings stand still.
    void add_rows(Timeframe timeframe, const BarColumns& rows, const Holdings& holdings);

    [[nodiscard]] EquityPoints points() const {
        return {{time_ns_.data(), size_}, {equity_.data(), size_}, {exposure_.data(), size_}, {cash_.data(), size_}};
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    void clear() { size_ = 0; }

  private:
    /// Makes room for `count` points and returns where they start.
    std::size_t extend(std::size_t count);

    std::size_t size_ = 0;
    // As long as they were ever needed: only the first size_ values count.
    std::vector<TimeNs> time_ns_;
    std::vector<double> equity_;
    std::vector<double> exposure_;
    std::vector<double> cash_;
};

}  // namespace ct::engine
