#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/memory_history.hpp"

namespace ct::test {

/// Bars handed out as a file reader does: each batch, of fewer rows than asked for, in one buffer that the next batch
/// overwrites.
class StreamedHistory : public data::BarHistory {
  public:
    static constexpr std::size_t kMostRows = 100;

    StreamedHistory(const BarColumns& columns, Timeframe timeframe, int price_decimals,
                    std::size_t most_rows = kMostRows)
        : memory_(columns, timeframe, price_decimals), most_rows_(most_rows) {}

    [[nodiscard]] const data::BarFacts& facts() const override { return memory_.facts(); }
    Result<BarColumns> next(std::size_t most_rows) override {
        const auto bars = memory_.next(std::min(most_rows, most_rows_));
        const auto take = [](auto& buffer, const auto& column) {
            std::fill(buffer.begin(), buffer.end(), 0);  // what was there is gone
            buffer.assign(column.begin(), column.end());
        };
        take(time_ns_, bars->time_ns);
        take(open_, bars->open);
        take(high_, bars->high);
        take(low_, bars->low);
        take(close_, bars->close);
        take(volume_, bars->volume);
        return BarColumns{time_ns_, open_, high_, low_, close_, volume_};
    }

  private:
    data::MemoryHistory memory_;
    std::size_t most_rows_;
    std::vector<TimeNs> time_ns_;
    std::vector<double> open_;
    std::vector<double> high_;
    std::vector<double> low_;
    std::vector<double> close_;
    std::vector<double> volume_;
};

}  // namespace ct::test
