#pragma once

#include <span>
#include <utility>

#include "ct/core/fill.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/records.hpp"

namespace ct::analyzers {

/// Keeps every fill, in order.
class FillLog : public Observer {
  public:
    [[nodiscard]] bool listens_to(Notice notice) const override { return notice == Notice::kFill; }
    void on_fill(const Fill& fill) override { fills_.push_back(fill); }

    [[nodiscard]] std::span<const Fill> fills() const { return fills_; }
    /// Hands the fills out; the log is empty after it.
    [[nodiscard]] Records<Fill> take() { return std::exchange(fills_, {}); }

  private:
    Records<Fill> fills_;
};

}  // namespace ct::analyzers
