#include "ct/analyzers/buy_and_hold.hpp"

#include <cstddef>
#include <span>
#include <vector>

#include "ct/analyzers/daily_equity.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

void DailyCloses::add(const BarColumns& bars) {
    if (bars.size() == 0) return;
    if (closes_.time_ns().empty()) first_open_ = bars.open.front();
    if (!timeframe_.is_month()) return closes_.add(bars.time_ns, bars.close);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const TimeNs step_ns = timeframe_.close_of(bars.time_ns[i]);
        closes_.add({&step_ns, 1}, bars.close.subspan(i, 1));
    }
}

std::vector<double> buy_and_hold(double start, std::span<const TimeNs> day_ends_ns,
                                 std::span<const DailyCloses> instruments) {
    std::vector<double> value(day_ends_ns.size());
    const double share = start / static_cast<double>(instruments.size());
    for (const DailyCloses& instrument : instruments) {
        const DailyEquity& closes = instrument.closes();
        double worth = share;
        std::size_t next = 0;
        for (std::size_t day = 0; day < value.size(); ++day) {
            for (; next < closes.time_ns().size() && closes.time_ns()[next] <= day_ends_ns[day]; ++next) {
                worth = share * (closes.equity()[next] / instrument.first_open());
            }
            value[day] += worth;
        }
    }
    return value;
}

}  // namespace ct::analyzers
