#pragma once

#include <atomic>

namespace ct {

/// Once pulled it stays so. A risk rule reads it; whoever watches a file, a signal or a button pulls it, from any
/// thread or signal handler.
class KillSwitch {
  public:
    void pull() { pulled_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool is_pulled() const { return pulled_.load(std::memory_order_relaxed); }

  private:
    std::atomic<bool> pulled_ = false;
    static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler pulls it");
};

}  // namespace ct
