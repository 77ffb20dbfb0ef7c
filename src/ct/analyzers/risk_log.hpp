#pragma once

#include <utility>

#include "ct/core/observer.hpp"
#include "ct/core/records.hpp"
#include "ct/core/risk_decision.hpp"

namespace ct::analyzers {

/// Keeps what risk shrank and refused, in order.
class RiskLog : public Observer {
  public:
    [[nodiscard]] bool listens_to(Notice notice) const override { return notice == Notice::kRisk; }
    void on_risk(const RiskDecision& decision) override { decisions_.push_back(decision); }

    /// Hands the decisions out; the log is empty after it.
    [[nodiscard]] Records<RiskDecision> take() { return std::exchange(decisions_, {}); }

  private:
    Records<RiskDecision> decisions_;
};

}  // namespace ct::analyzers
