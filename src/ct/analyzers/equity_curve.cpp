#include "ct/analyzers/equity_curve.hpp"

#include "ct/analyzers/column_scan.hpp"
#include "ct/core/event.hpp"

namespace ct::analyzers {

void EquityCurve::on_equity(const EquityPoints& points) {
    buckets_.add(points.time_ns, points.equity);
    daily_.add(points.time_ns, points.equity);
    daily_cash_.add(points.time_ns, points.cash);
    drawdown_.add(points.time_ns, points.equity);
    exposed_steps_ += count_positive(points.exposure);
}

}  // namespace ct::analyzers
