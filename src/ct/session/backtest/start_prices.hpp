#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/session/backtest/universe.hpp"

namespace ct::session {

/// The opens of the instruments' first bars, read ahead of the run: what is owned from the start is counted at them
/// until a bar has closed.
class StartPrices {
  public:
    /// Puts histories into the universe that still give every bar; this must outlive them. Errors: those of the
    /// histories, kOverflow.
    Result<std::vector<Price>> read(Universe& universe);

  private:
    /// A history whose first bar is looked at before it is asked for.
    class Peeked : public data::BarHistory {
      public:
        explicit Peeked(data::BarHistory& history) : history_(&history) {}
        Result<double> first_open();
        [[nodiscard]] const data::BarFacts& facts() const override { return history_->facts(); }
        [[nodiscard]] std::optional<BarColumns> whole() const override { return history_->whole(); }
        Result<BarColumns> next(std::size_t most_rows) override;

      private:
        data::BarHistory* history_;
        BarColumns first_;  ///< until it is asked for
    };

    std::deque<Peeked> histories_;
};

}  // namespace ct::session
