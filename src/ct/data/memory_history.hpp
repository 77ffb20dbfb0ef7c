#pragma once

#include <cstddef>
#include <optional>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"

namespace ct::data {

/// Bars that lie in memory, borrowed.
class MemoryHistory : public BarHistory {
  public:
    /// Reads the columns once for their facts. `price_decimals` is the most decimals that a price needs.
    MemoryHistory(const BarColumns& columns, Timeframe timeframe, int price_decimals);
    /// Of columns whose facts are known.
    MemoryHistory(const BarColumns& columns, const BarFacts& facts) : columns_(columns), facts_(facts) {}

    [[nodiscard]] const BarFacts& facts() const override { return facts_; }
    [[nodiscard]] std::optional<BarColumns> whole() const override { return columns_; }
    Result<BarColumns> next(std::size_t most_rows) override;

  private:
    BarColumns columns_;
    std::size_t row_ = 0;
    BarFacts facts_;
};

}  // namespace ct::data
