#pragma once

#include <cstddef>
#include <memory>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"

namespace ct::storage {

/// Reads a history on a thread of its own, a few batches ahead of whoever takes them: the same bars in the same order.
class ReadAhead : public data::BarHistory {
  public:
    /// Rows of a batch, and how many of them wait at most.
    static constexpr std::size_t kBatchRows = 4096;
    static constexpr std::size_t kMostBatches = 3;

    explicit ReadAhead(std::unique_ptr<data::BarHistory> history);
    ~ReadAhead() override;

    [[nodiscard]] const data::BarFacts& facts() const override;
    Result<BarColumns> next(std::size_t most_rows) override;

  private:
    struct Shared;
    std::unique_ptr<Shared> shared_;
};

}  // namespace ct::storage
