#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "ct/core/event.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/records.hpp"

namespace ct::analyzers {

/// Where orders waited before they were moved: trailing stops, and orders that the strategy changed.
struct LevelMoves {
    Records<LevelMove> moves;  ///< in the order of their time
    /// Of this order and the later ones not every move is there.
    OrderId first_incomplete = std::numeric_limits<OrderId>::max();
};

/// Keeps these moves.
class LevelLog : public Observer {
  public:
    static constexpr std::size_t kMostMoves = 500'000;

    explicit LevelLog(std::size_t most = kMostMoves) : most_(most) {}

    [[nodiscard]] bool listens_to(Notice notice) const override { return notice == Notice::kLevel; }
    void on_level(const LevelMove& move) override {
        if (log_.moves.size() < most_) {
            log_.moves.push_back(move);
        } else {
            log_.first_incomplete = std::min(log_.first_incomplete, move.order_id);
        }
    }

    /// Hands the moves out; the log is empty after it.
    [[nodiscard]] LevelMoves take() { return std::exchange(log_, {}); }

  private:
    std::size_t most_;
    LevelMoves log_;
};

}  // namespace ct::analyzers
