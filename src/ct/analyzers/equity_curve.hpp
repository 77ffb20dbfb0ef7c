#pragma once

#include <cstdint>

#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/daily_equity.hpp"
#include "ct/analyzers/drawdown.hpp"
#include "ct/core/event.hpp"
#include "ct/core/observer.hpp"

namespace ct::analyzers {

/// All that a report and the metrics need of the equity of every step, streamed: the thinned curve, the ends of the
/// days, the deepest fall, and how long there was a position.
class EquityCurve : public Observer {
  public:
    explicit EquityCurve(double start_equity) : drawdown_(start_equity), start_equity_(start_equity) {}

    [[nodiscard]] bool listens_to(Notice notice) const override { return notice == Notice::kEquity; }
    void on_equity(const EquityPoints& points) override;

    [[nodiscard]] double start_equity() const { return start_equity_; }
    [[nodiscard]] const Buckets& buckets() const { return buckets_; }
    [[nodiscard]] const DailyEquity& daily() const { return daily_; }
    [[nodiscard]] const DailyEquity& daily_cash() const { return daily_cash_; }
    [[nodiscard]] const DeepestFall& deepest_fall() const { return drawdown_.deepest(); }
    [[nodiscard]] std::uint64_t steps() const { return buckets_.points(); }
    /// Steps at whose end there was a position.
    [[nodiscard]] std::uint64_t exposed_steps() const { return exposed_steps_; }

  private:
    Buckets buckets_;
    DailyEquity daily_;
    DailyEquity daily_cash_;
    Drawdown drawdown_;
    double start_equity_;
    std::uint64_t exposed_steps_ = 0;
};

}  // namespace ct::analyzers
