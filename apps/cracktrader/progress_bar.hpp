#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ct::cli {

/// A bar on standard error while long work runs: only on a terminal, only once the work takes a moment. It removes
/// itself.
class ProgressBar {
  public:
    explicit ProgressBar(std::string_view label);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// Draws nothing while the total is 0, which is unknown.
    void update(std::uint64_t done, std::uint64_t total);

  private:
    std::string label_;
    std::chrono::steady_clock::time_point next_draw_;
    bool on_terminal_;
    bool drawn_ = false;
};

}  // namespace ct::cli
