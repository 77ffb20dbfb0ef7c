#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/daily_equity.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/time.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/rolling_sharpe.hpp"
#include "ct/report/underwater.hpp"

namespace ct::report {

namespace {

using analyzers::Bucket;
using analyzers::RunResult;

constexpr std::size_t kPointsPerBucket = 4;  ///< first, lowest, highest, last
constexpr std::size_t kMaxFalls = 8;

/// A line of equity and the drawdown below it, in percent.
struct EquityLine {
    std::vector<double> time_ms;
    std::vector<double> value;
    std::vector<double> drawdown;
    double peak;

    void add(double at_ms, double equity) {
        peak = std::max(peak, equity);
        time_ms.push_back(at_ms);
        value.push_back(equity);
        drawdown.push_back(peak > 0 ? (equity / peak - 1) * 100 : 0);
    }
    /// A bucket as the points that its shape needs, spread over its time.
    void add(const Bucket& bucket, double width_ms) {
        const bool rises = bucket.last >= bucket.first;
        const double at_ms = milliseconds(bucket.time_ns);
        add(at_ms, bucket.first);
        add(at_ms + width_ms / 4, rises ? bucket.min : bucket.max);
        add(at_ms + width_ms / 2, rises ? bucket.max : bucket.min);
        add(at_ms + width_ms * 3 / 4, bucket.last);
    }
};

EquityLine line_of(const RunResult& result) {
    const auto buckets = result.equity.buckets();
    EquityLine line{{}, {}, {}, result.initial_value.to_double()};
    if (result.equity.points() == buckets.size() && buckets.size() <= kMaxChartPoints) {
        for (const Bucket& bucket : buckets) line.add(milliseconds(bucket.time_ns), bucket.last);
        return line;
    }
    const auto fewer = analyzers::thinned(buckets, kMaxChartPoints / kPointsPerBucket);
    for (std::size_t i = 0; i < fewer.size(); ++i) {
        const TimeNs end_ns = i + 1 < fewer.size() ? fewer[i + 1].time_ns : result.daily_time_ns.back();
        line.add(fewer[i], milliseconds(end_ns) - milliseconds(fewer[i].time_ns));
    }
    return line;
}

std::vector<double> day_ends_ms(const RunResult& result) {
    std::vector<double> times_ms;
    times_ms.reserve(result.daily_time_ns.size());
    for (const TimeNs time_ns : result.daily_time_ns) times_ms.push_back(milliseconds(time_ns));
    return times_ms;
}

/// Every so many-th value and the last, at most kMaxChartPoints.
std::vector<double> thinned_days(std::span<const double> values) {
    const std::size_t step = values.size() / kMaxChartPoints + 1;
    std::vector<double> fewer;
    for (std::size_t i = 0; i < values.size(); i += step) fewer.push_back(values[i]);
    return fewer;
}

void write_periods(DataWriter& out, const RunResult& result) {
    out.array("months", [&] {
        for (const analyzers::PeriodReturn& period : result.monthly_returns) {
            out.array([&] { out.integer(period.year), out.integer(period.month), out.number(period.value, 6); });
        }
    });
    out.array("years", [&] {
        for (const analyzers::PeriodReturn& period : result.yearly_returns) {
            out.array([&] { out.integer(period.year), out.number(period.value, 6); });
        }
    });
}

void write_falls(DataWriter& out, const RunResult& result) {
    const auto falls = deepest_falls(result.equity.buckets(), result.initial_value.to_double(), kMaxFalls);
    const TimeNs end_ns = result.daily_time_ns.empty() ? 0 : result.daily_time_ns.back();
    out.array("underwater", [&] {
        for (const Underwater& fall : falls) {
            const TimeNs until_ns = fall.recovered_ns.value_or(end_ns);
            out.array([&] {
                out.integer(floor_div(fall.peak_ns, kNsPerMs));
                out.integer(floor_div(fall.trough_ns, kNsPerMs));
                if (fall.recovered_ns) {
                    out.integer(floor_div(*fall.recovered_ns, kNsPerMs));
                } else {
                    out.null();
                }
                out.number(fall.depth, 6);
                out.number(static_cast<double>(until_ns - fall.peak_ns) / static_cast<double>(kNsPerDay), 2);
            });
        }
    });
}

}  // namespace

void write_equity(DataWriter& out, const RunResult& result) {
    const EquityLine line = line_of(result);
    const std::uint64_t points = result.equity.points();
    constexpr int kShareDecimals = 3;
    out.object("equity", [&] {
        out.key("start"), out.number(result.initial_value.to_double());
        out.column("time_ms", line.time_ms, 0);
        out.column("value", line.value, reading_precision(line.value));
        out.column("drawdown", line.drawdown, kShareDecimals);
        const auto hold = thinned_days(result.buy_and_hold);
        out.column("hold_ms", hold.empty() ? hold : thinned_days(day_ends_ms(result)), 0);
        out.column("hold", hold, reading_precision(hold));
        const bool whole = points == line.value.size();
        out.text("note", whole
                             ? ""
                             : fmt::format("{} values drawn as {} stretches, each with its first, lowest, highest and "
                                           "last value.",
                                           analyzers::grouped(points),
                                           analyzers::grouped(line.value.size() / kPointsPerBucket)));
    });
}

void write_returns(DataWriter& out, const RunResult& result) {
    constexpr int kReturnDecimals = 6;
    constexpr int kRatioDecimals = 3;
    const auto returns = analyzers::daily_returns(result.initial_value.to_double(), result.daily_equity);
    write_falls(out, result);
    write_periods(out, result);
    out.column("returns", returns, kReturnDecimals);
    out.object("rolling", [&] {
        const auto ratios = thinned_days(rolling_sharpe(returns, kRollingDays));
        const bool any = returns.size() >= kRollingDays;
        out.integer("window", kRollingDays);
        out.column("time_ms", any ? thinned_days(day_ends_ms(result)) : std::vector<double>(), 0);
        out.column("value", any ? ratios : std::vector<double>(), kRatioDecimals);
    });
}

}  // namespace ct::report
