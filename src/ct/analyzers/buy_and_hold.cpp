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
    if (closes_.time_ns().empty()) {
        first_open_ = bars.open.front();
        first_ns_ = bars.time_ns.front();
    }
    if (!timeframe_.is_month()) return closes_.add(bars.time_ns, bars.close);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const TimeNs step_ns = timeframe_.close_of(bars.time_ns[i]);
        closes_.add({&step_ns, 1}, bars.close.subspan(i, 1));
    }
}

std::vector<double> buy_and_hold(double start, std::span<const TimeNs> day_ends_ns,
                                 std::span<const DailyCloses> instruments, const QuoteRate& rate) {
    const std::size_t count = instruments.size();
    const double share = start / static_cast<double>(count);
    std::vector<double> prices;
    for (const DailyCloses& instrument : instruments) prices.push_back(instrument.first_open());
    std::vector<double> paid(count);  // for one of each; 0: not bought
    std::vector<std::size_t> next(count);
    std::vector<double> value(day_ends_ns.size());
    for (std::size_t day = 0; day < value.size(); ++day) {
        for (std::size_t i = 0; i < count; ++i) {
            const bool begun =
                !instruments[i].closes().time_ns().empty() && instruments[i].first_ns() < day_ends_ns[day];
            if (begun && paid[i] == 0) paid[i] = prices[i] * rate(i, prices);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const DailyEquity& closes = instruments[i].closes();
            for (; next[i] < closes.time_ns().size() && closes.time_ns()[next[i]] <= day_ends_ns[day]; ++next[i]) {
                prices[i] = closes.equity()[next[i]];
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            value[day] += paid[i] == 0 ? share : share * (prices[i] * rate(i, prices) / paid[i]);
        }
    }
    return value;
}

}  // namespace ct::analyzers
