#include "ct/session/backtest/universe.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/account/account.hpp"
#include "ct/account/asset_amount.hpp"
#include "ct/account/conversion.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/account/fees.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/model_text.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/bar_grid.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/memory_history.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/session/backtest/backtest.hpp"

namespace ct::session {

namespace {

constexpr std::uint32_t kInputHashVersion = 2;
constexpr int kQuantityDecimals = 8;
/// A position of this many times what the cash buys at the lowest price must still be countable.
constexpr double kQuantityHeadroom = 10;
constexpr double kMostCounts = 9e18;

BarColumns cut(const BarColumns& columns, const BacktestConfig& config) {
    const auto position_of = [&](TimeNs time_ns) {
        const auto found = std::lower_bound(columns.time_ns.begin(), columns.time_ns.end(), time_ns);
        return static_cast<std::size_t>(found - columns.time_ns.begin());
    };
    const std::size_t begin = config.from_ns ? position_of(*config.from_ns) : 0;
    const std::size_t end = config.to_ns ? position_of(*config.to_ns) : columns.size();
    return columns.rows(begin, std::max(begin, end));
}

/// 8, fewer where the price has many decimals or is so low that the cash buys more than 64 bits can count.
int quantity_decimals(int price_decimals, double lowest_price, double cash) {
    int decimals = std::min(kQuantityDecimals, kMaxDecimals - price_decimals);
    const double most = kQuantityHeadroom * cash / lowest_price;
    while (decimals > 0 && most * pow10_double(decimals) > kMostCounts) --decimals;
    return decimals;
}

/// Detail data begin and end with the bars that they are the detail of: where they lack, no order could fill.
Result<void> check_cover(const std::string& symbol, const data::BarFacts& detail, const data::BarFacts& bars) {
    const TimeNs detail_end_ns = detail.timeframe.close_of(detail.last_ns);
    const TimeNs end_ns = bars.timeframe.close_of(bars.last_ns);
    if (detail.first_ns <= bars.first_ns && detail_end_ns >= end_ns) return {};
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("the detail data of {} go from {} to {}: expected all of {} to {}, as the {} bars do",
                            symbol, format_iso_time(detail.first_ns), format_iso_time(detail_end_ns),
                            format_iso_time(bars.first_ns), format_iso_time(end_ns), bars.timeframe.text()));
}

/// Detail data stand behind the series that they are the detail of, are finer, and cover them.
Result<void> check_details(const Universe& universe) {
    for (std::size_t i = 0; i < universe.infos.size(); ++i) {
        const Series& detail = universe.infos[i];
        if (!detail.detail) {
            if (i == 0 || !universe.infos[i - 1].detail) continue;
            return fail(ErrorCode::kInvalidArgument, "detail data are to be given after all other series");
        }
        const std::string& symbol = universe.instruments[detail.instrument].symbol;
        bool has_coarser = false;
        for (std::size_t j = 0; j < universe.infos.size(); ++j) {
            const Series& series = universe.infos[j];
            if (series.detail || series.instrument != detail.instrument) continue;
            has_coarser = true;
            if (series.timeframe <= detail.timeframe) {
                return fail(ErrorCode::kInvalidArgument,
                            fmt::format("the detail data of {} are {} bars: expected finer ones than {}", symbol,
                                        detail.timeframe.text(), series.timeframe.text()));
            }
            const auto covered =
                check_cover(symbol, universe.series[i].history->facts(), universe.series[j].history->facts());
            if (!covered) return covered;
        }
        if (!has_coarser) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("detail data of {}, which is not in the run", symbol));
        }
    }
    return {};
}

Result<void> check_one_timeframe(const Universe& universe) {
    for (const Series& series : universe.infos) {
        if (series.timeframe == universe.infos.front().timeframe) continue;
        return fail(ErrorCode::kUnsupported,
                    fmt::format("cheat_on_open needs one timeframe, the run has {} and {}",
                                universe.infos.front().timeframe.text(), series.timeframe.text()));
    }
    return {};
}

/// Only what differs from the usual, so that the hash of a usual run stays what it was.
void hash_matching(Hasher& hasher, const Universe& universe, const BacktestConfig& config) {
    const broker::MatchingRules usual;
    const broker::MatchingRules& rules = config.matching;
    if (rules.intrabar != usual.intrabar) hasher.text(broker::name(rules.intrabar));
    if (rules.limit_fill != usual.limit_fill) hasher.text(broker::name(rules.limit_fill));
    if (rules.links != usual.links) hasher.text(broker::name(rules.links));
    if (rules.participation.count > 0) hasher.text("participation " + rules.participation.text());
    if (rules.cheat_on_close) hasher.text("cheat_on_close");
    if (config.cheat_on_open) hasher.text("cheat_on_open");
    for (std::size_t i = 0; i < universe.filters.size(); ++i) {
        const Scale& scale = universe.instruments[i].scale;
        for_each_filter(universe.filters[i], [&](std::string_view name, const auto& filter) {
            hasher.text(name);
            hasher.text(filter_text(filter, scale));
        });
    }
    for (std::size_t i = 0; i < universe.infos.size(); ++i) {
        if (universe.infos[i].detail) hasher.text(fmt::format("detail {}", i));
    }
}

std::string range_text(const BacktestConfig& config) {
    return fmt::format("[{}, {})", config.from_ns ? format_iso_time(*config.from_ns) : "start",
                       config.to_ns ? format_iso_time(*config.to_ns) : "end");
}

Result<void> check_range(const BacktestConfig& config) {
    if (!config.from_ns || !config.to_ns || *config.to_ns > *config.from_ns) return {};
    return fail(ErrorCode::kInvalidArgument, fmt::format("the range {} ends before it starts", range_text(config)));
}

Result<void> check_series(std::span<const HistoryInput> inputs, std::size_t index) {
    const HistoryInput& input = inputs[index];
    const data::BarFacts& facts = input.history->facts();
    for (std::size_t earlier = 0; earlier < index; ++earlier) {
        if (inputs[earlier].symbol == input.symbol && inputs[earlier].history->facts().timeframe == facts.timeframe) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("{} at {} is given twice; each series needs a symbol or timeframe of its own",
                                    input.symbol, facts.timeframe.text()));
        }
    }
    return {};
}

Error no_bars(const std::string& symbol, Timeframe timeframe, const BacktestConfig& config, std::string_view there) {
    return {ErrorCode::kNotFound,
            fmt::format("no bar of {} {} in {}{}", symbol, timeframe.text(), range_text(config), there)};
}

Result<InstrumentIndex> add_instrument(Universe& universe, const HistoryInput& input, const BacktestConfig& config) {
    for (std::size_t i = 0; i < universe.instruments.size(); ++i) {
        if (universe.instruments[i].symbol == input.symbol) return static_cast<InstrumentIndex>(i);
    }
    auto instrument = Instrument::make(input.symbol, {});
    if (!instrument) return fail(instrument);
    if (config.account == AccountKind::kSpot && input.symbol.find(':') != std::string::npos) {
        return fail(
            ErrorCode::kUnsupported,
            fmt::format("{} is a contract, which a spot account cannot hold: use the account simple", input.symbol));
    }
    universe.instruments.push_back(*instrument);
    return static_cast<InstrumentIndex>(universe.instruments.size() - 1);
}

/// Every price must be a positive count on the instrument's grid.
Result<void> check_prices(const Instrument& instrument, double lowest, double highest) {
    const int decimals = instrument.scale.price_decimals;
    const auto least = price_from_double(lowest, decimals);
    const auto most = price_from_double(highest, decimals);
    for (const auto* price : {&least, &most}) {
        if (!*price) return fail(price->error().code, fmt::format("{}: {}", instrument.symbol, price->error().message));
    }
    if (least->count > 0) return {};
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: price {} is not above 0 with {} decimals", instrument.symbol, lowest, decimals));
}

/// Null when the run has no markets. Errors: kNotFound.
Result<const Market*> market_of(const std::string& symbol, const BacktestConfig& config) {
    if (config.markets == nullptr) return nullptr;
    const Market* const market = config.markets->find(symbol);
    if (market != nullptr) return market;
    return fail(ErrorCode::kNotFound, fmt::format("{} is not among the markets of {}; the nearest name is '{}'", symbol,
                                                  config.markets->source(), config.markets->nearest_name(symbol)));
}

/// The prices of one instrument in all its series.
struct PriceRange {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = 0;
    int decimals = 0;
};

std::vector<PriceRange> price_ranges(const Universe& universe) {
    std::vector<PriceRange> ranges(universe.instruments.size());
    for (const auto& [series, history] : universe.series) {
        PriceRange& range = ranges[series.instrument];
        const data::BarFacts& facts = history->facts();
        range.decimals = std::max(range.decimals, facts.price_decimals);
        range.lowest = std::min(range.lowest, facts.lowest_price);
        range.highest = std::max(range.highest, facts.highest_price);
    }
    return ranges;
}

/// About the most that a start balance can come to in a quote asset: at the best price of an instrument that joins the
/// two, else unit for unit.
double most_in(const std::string& quote, const AssetAmount& start, const Universe& universe,
               std::span<const PriceRange> ranges) {
    const double amount = start.amount.to_double();
    double most = amount;
    for (std::size_t i = 0; i < ranges.size() && start.asset != quote; ++i) {
        const Instrument& instrument = universe.instruments[i];
        if (instrument.base == start.asset && instrument.quote == quote) most = amount * ranges[i].highest;
        if (instrument.base == quote && instrument.quote == start.asset) most = amount / ranges[i].lowest;
    }
    return most;
}

Result<void> settle_decimals(Universe& universe, const BacktestConfig& config) {
    const std::vector<PriceRange> ranges = price_ranges(universe);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        Instrument& instrument = universe.instruments[i];
        double cash = config.balances.empty() ? config.cash.to_double() : 0;
        for (const AssetAmount& start : config.balances) cash += most_in(instrument.quote, start, universe, ranges);
        const PriceRange& range = ranges[i];
        const auto market = market_of(instrument.symbol, config);
        if (!market) return fail(market);
        // The grid holds the prices of the data and the filters of the market.
        int prices = range.decimals;
        if (*market != nullptr) prices = std::max(prices, (*market)->instrument.scale.price_decimals);
        int sizes = quantity_decimals(prices, range.lowest, cash);
        if (*market != nullptr) sizes = std::max(sizes, (*market)->instrument.scale.quantity_decimals);
        const auto scale = Scale::make(prices, sizes);
        if (!scale) return fail(scale);
        instrument.scale = *scale;
        if (*market != nullptr) {
            universe.filters.push_back(rescaled((*market)->filters, (*market)->instrument.scale, *scale));
        }
        if (auto checked = check_prices(instrument, range.lowest, range.highest); !checked) return checked;
    }
    return {};
}

Result<void> settle_costs(Universe& universe, const BacktestConfig& config) {
    auto fees = config.fees.resolve(universe.instruments);
    if (!fees) return fail(fees);
    universe.fees = *std::move(fees);
    for (std::size_t i = 0; i < universe.instruments.size(); ++i) {
        const Instrument& instrument = universe.instruments[i];
        const Price tick = universe.filters.empty() ? Price{} : universe.filters[i].tick_size;
        universe.ticks.push_back(std::max(tick, Price{1}));
        if (auto checked = check(config.slippage, instrument.scale, universe.ticks.back()); !checked) {
            return fail(checked.error().code, fmt::format("{}: {}", instrument.symbol, checked.error().message));
        }
    }
    return {};
}

/// What trading costs, and the seed where it decides anything.
void hash_costs(Hasher& hasher, const Universe& universe, const BacktestConfig& config) {
    for (const FeeSchedule& fees : universe.fees) {
        hasher.i64(fees.maker.count);
        hasher.i64(fees.taker.count);
        hasher.i128(fees.flat.count);
    }
    hasher.text(text(config.slippage));
    hasher.text(text(config.latency));
    for (const TimeNs sample_ns : config.latency.samples_ns) hasher.i64(sample_ns);
    if (is_random(config.latency)) hasher.u64(config.seed);
}

}  // namespace

std::uint64_t rows_in_range(std::span<const SeriesInput> inputs, const BacktestConfig& config) {
    std::uint64_t rows = 0;
    for (const SeriesInput& input : inputs) rows += cut(input.columns, config).size();
    return rows;
}

Result<std::vector<std::unique_ptr<data::MemoryHistory>>> cut_to_range(std::span<const SeriesInput> inputs,
                                                                       const BacktestConfig& config) {
    if (auto checked = check_range(config); !checked) return fail(checked);
    std::vector<std::unique_ptr<data::MemoryHistory>> histories;
    for (const SeriesInput& input : inputs) {
        const BarColumns columns = cut(input.columns, config);
        if (columns.size() == 0) {
            const auto& times_ns = input.columns.time_ns;
            const std::string there = times_ns.empty()
                                          ? "is empty"
                                          : fmt::format("goes from {} to {}", format_iso_time(times_ns.front()),
                                                        format_iso_time(times_ns.back()));
            return tl::make_unexpected(no_bars(input.symbol, input.timeframe, config, ": the data " + there));
        }
        histories.push_back(std::make_unique<data::MemoryHistory>(columns, input.timeframe, input.price_decimals));
    }
    return histories;
}

Result<Universe> make_universe(std::span<const HistoryInput> inputs, const BacktestConfig& config) {
    if (inputs.empty()) return fail(ErrorCode::kInvalidArgument, "a backtest needs at least one series of bars");
    if (auto checked = check_range(config); !checked) return fail(checked);
    Universe universe;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const HistoryInput& input = inputs[i];
        const data::BarFacts& facts = input.history->facts();
        if (auto checked = check_series(inputs, i); !checked) return fail(checked);
        if (facts.rows == 0) return tl::make_unexpected(no_bars(input.symbol, facts.timeframe, config, ""));
        const auto instrument = add_instrument(universe, input, config);
        if (!instrument) return fail(instrument);
        universe.infos.push_back({*instrument, facts.timeframe, input.detail});
        universe.series.push_back({universe.infos.back(), input.history});
        universe.start_ns = i == 0 ? facts.first_ns : std::min(universe.start_ns, facts.first_ns);
    }
    if (auto checked = check_details(universe); !checked) return fail(checked);
    if (config.cheat_on_open) {
        if (auto checked = check_one_timeframe(universe); !checked) return fail(checked);
    }
    if (auto settled = settle_decimals(universe, config); !settled) return fail(settled);
    if (auto settled = settle_costs(universe, config); !settled) return fail(settled);
    return universe;
}

std::vector<BarGrid> shown_grids(const Universe& universe) {
    std::vector<std::optional<BarGrid>> finest(universe.instruments.size());
    for (const auto& [series, history] : universe.series) {
        auto& grid = finest[series.instrument];
        if (series.detail || (grid && grid->timeframe() < series.timeframe)) continue;
        grid = BarGrid(series.timeframe, history->facts().first_ns);
    }
    std::vector<BarGrid> grids;
    grids.reserve(finest.size());
    for (const auto& grid : finest) grids.push_back(grid.value());
    return grids;
}

Result<std::vector<Money>> start_balances(const Account& account, const BacktestConfig& config) {
    std::vector<Money> balances(account.balances().size());
    if (config.balances.empty()) balances.front() = config.cash;
    for (const AssetAmount& start : config.balances) {
        const auto asset = account.assets().find(start.asset);
        if (!asset || *asset >= balances.size()) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("cash in {}: a {} account of this run has {}{}", start.asset, name(account.kind()),
                                    fmt::join(account.assets().names().first(balances.size()), ", "),
                                    asset ? "; a spot account has balances of bases too" : ""));
        }
        balances[*asset] = start.amount;
    }
    return balances;
}

Digest input_hash(const Universe& universe, const BacktestConfig& config, const StrategyInput& strategy) {
    Hasher hasher;
    hasher.u32(kInputHashVersion);
    hasher.u64(universe.series.size());
    for (const auto& input : universe.series) {
        const Instrument& instrument = universe.instruments[input.series.instrument];
        const Digest data = input.history->facts().digest;
        hasher.text(instrument.symbol);
        hasher.text(input.series.timeframe.text());
        hasher.u32(static_cast<std::uint32_t>(instrument.scale.price_decimals));
        hasher.u32(static_cast<std::uint32_t>(instrument.scale.quantity_decimals));
        hasher.u64(data.high);
        hasher.u64(data.low);
    }
    hasher.i128(config.cash.count);
    hash_costs(hasher, universe, config);
    hasher.text(strategy.name);
    auto parameters = strategy.parameters;
    std::sort(parameters.begin(), parameters.end());
    hasher.u64(parameters.size());
    for (const auto& [name, value] : parameters) {
        hasher.text(name);
        hasher.text(value);
    }
    if (!config.risk.empty()) hasher.text(risk::text(config.risk));
    hash_matching(hasher, universe, config);
    // What most runs do not set is named, so that it cannot be taken for something else.
    const auto add = [&](std::string_view setting, const std::string& value) {
        hasher.text(setting);
        hasher.text(value);
    };
    if (config.account != AccountKind::kSimple) add("account", name(config.account));
    if (!config.balances.empty()) add("balances", text(config.balances));
    if (!config.report_asset.empty()) add("report_asset", config.report_asset);
    for (const FixedRate& rate : config.rates) add("rate", rate.text());
    return hasher.digest();
}

}  // namespace ct::session
