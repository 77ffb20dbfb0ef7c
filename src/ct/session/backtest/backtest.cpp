#include "ct/session/backtest/backtest.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/account/account.hpp"
#include "ct/account/asset_amount.hpp"
#include "ct/account/conversion.hpp"
#include "ct/account/fees.hpp"
#include "ct/account/position_book.hpp"
#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/buy_and_hold.hpp"
#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/equity_curve.hpp"
#include "ct/analyzers/fill_log.hpp"
#include "ct/analyzers/level_log.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/result_hash.hpp"
#include "ct/analyzers/risk_log.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/model_text.hpp"
#include "ct/broker/simulated_broker.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/bar_grid.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_source.hpp"
#include "ct/data/quality.hpp"
#include "ct/engine/chart_indicator.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/engine.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/session/backtest/chart_recorder.hpp"
#include "ct/session/backtest/conservation.hpp"
#include "ct/session/backtest/detail_check.hpp"
#include "ct/session/backtest/run_series.hpp"
#include "ct/session/backtest/start_prices.hpp"
#include "ct/session/backtest/universe.hpp"
#include "ct/session/backtest/watched_history.hpp"

namespace ct::session {

namespace {

using analyzers::RunResult;

class Stopwatch {
  public:
    /// Seconds since the last call or the start.
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> passed = now - last_;
        last_ = now;
        return passed.count();
    }

  private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

Result<void> check_config(const BacktestConfig& config) {
    const auto bad = [](std::string message) { return fail(ErrorCode::kInvalidArgument, std::move(message)); };
    if (config.cash.count <= 0) return bad(fmt::format("cash must be positive, not {}", config.cash.text()));
    for (const AssetAmount& start : config.balances) {
        if (start.amount.count > 0) continue;
        return bad(fmt::format("cash must be positive, not {} {}", start.amount.text(), start.asset));
    }
    if (auto checked = config.fees.check(); !checked) return checked;
    if (auto checked = broker::check(config.latency); !checked) return checked;
    const Rate participation = config.matching.participation;
    if (participation.count < 0 || participation.count > Rate::kOne) {
        return bad(fmt::format("participation must be from 0 to 1, not {}", participation.text()));
    }
    const bool has_path = config.matching.intrabar == broker::Intrabar::kPath;
    if (has_path && config.matching.links == broker::LinkRules::kBacktrader) {
        return bad("intrabar=path and links=backtrader: there each order has the whole bar for itself");
    }
    if (config.matching.cheat_on_close && config.cheat_on_open) {
        return bad("cheat_on_close and cheat_on_open: what sees an open could fill at the close before it");
    }
    if (config.matching.cheat_on_close && participation.count > 0) {
        return bad("cheat_on_close and participation: a fill at the close has no bar whose volume it could share");
    }
    if (config.matching.cheat_on_close && config.slippage.kind == broker::SlippageModel::Kind::kImpact) {
        return bad("cheat_on_close and slippage by impact: a fill at the close has no bar whose volume it could share");
    }
    return {};
}

/// What differs from the usual, so that results of usual runs stay short.
void add_matching(std::vector<std::pair<std::string, std::string>>& settings, const BacktestConfig& config) {
    const broker::MatchingRules usual;
    const broker::MatchingRules& rules = config.matching;
    if (rules.intrabar != usual.intrabar) settings.emplace_back("intrabar", broker::name(rules.intrabar));
    if (rules.limit_fill != usual.limit_fill) settings.emplace_back("limit_fill", broker::name(rules.limit_fill));
    if (rules.links != usual.links) settings.emplace_back("links", broker::name(rules.links));
    if (rules.participation.count > 0) settings.emplace_back("participation", rules.participation.text());
    if (rules.cheat_on_close) settings.emplace_back("cheat_on_close", "true");
    if (config.cheat_on_open) settings.emplace_back("cheat_on_open", "true");
    if (config.markets != nullptr) settings.emplace_back("markets", config.markets->source());
}

std::vector<std::pair<std::string, std::string>> settings_of(const BacktestConfig& config) {
    std::vector<std::pair<std::string, std::string>> settings = {
        {"account", name(config.account)},
        {"cash", config.balances.empty() ? config.cash.text() : text(config.balances)},
        {"fees", config.fees.text()},
        {"slippage", broker::text(config.slippage)},
        {"latency", broker::text(config.latency)},
        {"from", config.from_ns ? format_iso_time(*config.from_ns) : ""},
        {"to", config.to_ns ? format_iso_time(*config.to_ns) : ""}};
    if (!config.report_asset.empty()) settings.emplace_back("report_asset", config.report_asset);
    std::string rates;
    for (const FixedRate& rate : config.rates) rates += (rates.empty() ? "" : ", ") + rate.text();
    if (!rates.empty()) settings.emplace_back("rates", rates);
    return settings;
}

bool has_details(const Universe& universe) {
    return std::any_of(universe.infos.begin(), universe.infos.end(), [](const Series& info) { return info.detail; });
}

/// A spot account cannot go short, whatever a strategy does.
Result<void> check_shorts(const BacktestConfig& config, const StrategyInput& strategy) {
    if (config.account != AccountKind::kSpot || !strategy.strategy.shorts()) return {};
    return fail(ErrorCode::kUnsupported,
                fmt::format("strategy '{}' sells short, which a spot account cannot: run it on the account simple, or "
                            "without its short side",
                            strategy.name));
}

/// The observers of a backtest and what they saw.
struct Analysis {
    Analysis(const Universe& universe, const BacktestConfig& config, const Money& start_value)
        : trades(scales(universe.instruments)), equity(start_value.to_double()) {
        if (!config.risk.empty() || config.markets != nullptr) observers.push_back(&risk);
        if (config.level_moves) observers.push_back(&levels);
        observers.insert(observers.end(), config.observers.begin(), config.observers.end());
    }
    static std::vector<Scale> scales(std::span<const Instrument> instruments) {
        std::vector<Scale> all;
        all.reserve(instruments.size());
        for (const Instrument& instrument : instruments) all.push_back(instrument.scale);
        return all;
    }

    analyzers::ResultHasher hasher;
    analyzers::FillLog fills;
    analyzers::TradeLog trades;
    analyzers::RiskLog risk;
    analyzers::LevelLog levels;
    analyzers::EquityCurve equity;
    std::vector<Observer*> observers{&hasher, &trades, &fills, &equity};
};

Digest finish_hash(Analysis& analysis, const Universe& universe, const Account& account) {
    std::vector<analyzers::FinalBalance> balances;
    balances.reserve(universe.instruments.size());
    for (std::size_t i = 0; i < universe.instruments.size(); ++i) {
        balances.push_back({account.positions()[i], universe.instruments[i].scale});
    }
    return analysis.hasher.finish(account.balances(), balances);
}

Result<std::vector<Price>> last_prices(const Universe& universe, const engine::Context& context) {
    std::vector<Price> prices;
    for (std::size_t i = 0; i < universe.instruments.size(); ++i) {
        const auto price = context.last_price(static_cast<InstrumentIndex>(i));
        if (!price) {
            return fail(ErrorCode::kInternal, fmt::format("{} never closed a bar", universe.instruments[i].symbol));
        }
        prices.push_back(*price);
    }
    return prices;
}

/// Has the charts made while the bars are read.
void record_charts(std::deque<WatchedHistory>& watched, const engine::Context& context) {
    std::vector<std::uint64_t> bars;
    bars.reserve(watched.size());
    for (const WatchedHistory& history : watched) bars.push_back(history.facts().rows);
    const auto limits = analyzers::candle_limits(bars);
    for (std::size_t i = 0; i < watched.size(); ++i) {
        if (limits[i] > 0) watched[i].record(limits[i], context.charted(static_cast<SeriesIndex>(i)));
    }
}

/// Makes charts of the bars after the run, for who has kept them.
auto chart_maker(const data::BarFacts& facts, const std::vector<engine::ChartIndicator>& indicators) {
    return [facts, indicators](const BarColumns& bars, std::size_t most_candles) {
        ChartRecorder recorder(facts, most_candles, indicators);
        recorder.add(bars);
        return recorder.take();
    };
}

void summarize_series(RunResult& result, const Universe& universe, const RunSeries& all,
                      std::span<const std::uint64_t> rows, std::deque<WatchedHistory>& watched,
                      const engine::Context& context) {
    for (std::size_t i = 0; i < universe.series.size(); ++i) {
        const auto& [info, history] = universe.series[i];
        const data::BarFacts& facts = history->facts();
        result.series.push_back({.instrument = info.instrument,
                                 .timeframe = info.timeframe,
                                 .bars = rows[i],
                                 .first_ns = facts.first_ns,
                                 .last_ns = facts.last_ns,
                                 .missing = data::missing_bars(facts.first_ns, facts.last_ns, rows[i], info.timeframe),
                                 .resampled_from = all.source_of(i),
                                 .chart = watched[i].take_chart(),
                                 .make_chart = chart_maker(facts, context.charted(static_cast<SeriesIndex>(i)))});
        result.bars += rows[i];
    }
}

/// Positions, balances and fees. Errors: kOverflow.
Result<void> settle_accounts(RunResult& result, const Account& account, std::span<const Money> start,
                             std::span<const Price> prices) {
    for (std::size_t i = 0; i < account.balances().size(); ++i) {
        const auto asset = static_cast<AssetIndex>(i);
        const Money& left = account.balance(asset);
        const auto value = account.conversion().to_report(asset, left, prices);
        if (!value) return fail(value);
        result.balances.push_back({account.assets().name(asset), start[i], left, {}, *value});
    }
    PositionBook book(Analysis::scales(account.instruments()));
    for (const Fill& fill : result.fills) {
        Money& fees = result.balances[account.assets().quote(fill.instrument)].fees;
        const auto sum = add(fees, fill.fee);
        if (!sum) return fail(sum);
        fees = *sum;
        if (auto filled = book.fill(fill); !filled) return filled;
    }
    for (std::size_t i = 0; i < result.balances.size(); ++i) {
        const auto fees = account.conversion().to_report(static_cast<AssetIndex>(i), result.balances[i].fees, prices);
        if (!fees) return fail(fees);
        const auto sum = add(result.fees, *fees);
        if (!sum) return fail(sum);
        result.fees = *sum;
    }
    for (std::size_t i = 0; i < prices.size(); ++i) {
        const auto instrument = static_cast<InstrumentIndex>(i);
        if (auto marked = book.mark(instrument, prices[i]); !marked) return marked;
        const Holding& holding = book.at(instrument);
        const auto open_profit = unrealised(holding);
        if (!open_profit) return fail(open_profit);
        Result<Money> average;
        if (holding.quantity.count != 0) average = average_price(holding, account.instruments()[i].scale);
        if (!average) return fail(average);
        result.positions.push_back(
            {instrument, account.position(instrument), prices[i], *average, holding.realised, *open_profit});
    }
    return {};
}

/// What one of each instrument's quote asset is worth.
std::vector<double> quote_rates(const Account& account, std::span<const Price> prices) {
    std::vector<double> closes;
    closes.reserve(prices.size());
    for (std::size_t i = 0; i < prices.size(); ++i) {
        closes.push_back(to_double(prices[i], account.instruments()[i].scale));
    }
    std::vector<double> rates;
    rates.reserve(prices.size());
    for (std::size_t i = 0; i < prices.size(); ++i) {
        rates.push_back(account.conversion().factor(account.assets().quote(static_cast<InstrumentIndex>(i)), closes));
    }
    return rates;
}

/// Totals and trades from what the observers saw. Errors: kOverflow, kInternal.
Result<void> settle(RunResult& result, const Universe& universe, Analysis& analysis, const Account& account,
                    std::span<const Money> start, engine::Engine& engine) {
    const auto prices = last_prices(universe, engine.context());
    if (!prices) return fail(prices);
    auto trades = analysis.trades.finish(*prices);
    if (!trades) return fail(trades);
    const auto value = equity(account, *prices);
    if (!value) return fail(value);

    result.fills = analysis.fills.take();
    if (auto conserved = check_conservation(result.fills, start, account); !conserved) return conserved;
    if (auto settled = settle_accounts(result, account, start, *prices); !settled) return settled;
    result.orders = engine.take_orders();
    result.client_ids = engine.take_client_ids();
    result.trades = std::move(*trades);
    result.risk_decisions = analysis.risk.take();
    result.level_moves = analysis.levels.take();
    result.final_cash = account.cash();
    result.final_value = *value;
    result.quote_rates = quote_rates(account, *prices);
    return {};
}

/// The daily closes of each instrument's first series.
std::vector<analyzers::DailyCloses> daily_closes(const Universe& universe, const std::deque<WatchedHistory>& watched) {
    std::vector<analyzers::DailyCloses> closes;
    for (std::size_t i = 0; i < universe.series.size(); ++i) {
        if (universe.series[i].series.instrument == closes.size()) closes.push_back(watched[i].daily());
    }
    return closes;
}

analyzers::QuoteRate quote_rate(const Account& account) {
    return [&account](std::size_t instrument, std::span<const double> prices) {
        const AssetIndex quote = account.assets().quote(static_cast<InstrumentIndex>(instrument));
        return account.conversion().factor(quote, prices);
    };
}

/// The chosen analyzers' part of a result whose facts are settled.
void analyze(RunResult& result, const analyzers::EquityCurve& curve, std::span<const analyzers::DailyCloses> closes,
             const Account& account, TimeNs start_ns, TimeNs end_ns) {
    const double start = result.initial_value.to_double();
    const auto day_ends_ns = curve.daily().time_ns();
    const auto equity = curve.daily().equity();
    if (result.analyzers.contains(analyzers::Analyzer::kBenchmark)) {
        result.buy_and_hold = analyzers::buy_and_hold(start, day_ends_ns, closes, quote_rate(account));
    }
    result.metrics = analyzers::compute_metrics({.start_ns = start_ns,
                                                 .end_ns = end_ns,
                                                 .initial_value = result.initial_value,
                                                 .final_value = result.final_value,
                                                 .fees = result.fees,
                                                 .curve = curve,
                                                 .trades = result.trades,
                                                 .fills = result.fills,
                                                 .orders = result.orders,
                                                 .instruments = result.instruments,
                                                 .quote_rates = result.quote_rates,
                                                 .buy_and_hold = result.buy_and_hold},
                                                result.analyzers);
    if (result.analyzers.contains(analyzers::Analyzer::kPeriods)) {
        result.monthly_returns = analyzers::monthly_returns(start, day_ends_ns, equity);
        result.yearly_returns = analyzers::yearly_returns(start, day_ends_ns, equity);
    }
    result.equity = curve.buckets();
    result.daily_time_ns.assign(day_ends_ns.begin(), day_ends_ns.end());
    result.daily_equity.assign(equity.begin(), equity.end());
    const auto cash = curve.daily_cash().equity();
    result.daily_cash.assign(cash.begin(), cash.end());
}

/// What the start balances are worth. Errors: kOverflow.
Result<Money> start_value(const Account& account, std::span<const Money> balances, std::span<const Price> prices) {
    Result<Money> total;
    for (std::size_t i = 0; i < balances.size() && total; ++i) {
        const auto value = account.conversion().to_report(static_cast<AssetIndex>(i), balances[i], prices);
        if (!value) return value;
        total = add(*total, *value);
    }
    return total;
}

}  // namespace

Result<RunResult> run_backtest(std::span<const SeriesInput> inputs, const BacktestConfig& config,
                               const StrategyInput& strategy) {
    if (auto checked = check_config(config); !checked) return fail(checked);
    Stopwatch watch;
    const auto histories = cut_to_range(inputs, config);
    if (!histories) return fail(histories);
    std::vector<HistoryInput> borrowed;
    borrowed.reserve(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i)
        borrowed.push_back({inputs[i].symbol, (*histories)[i].get(), inputs[i].detail});
    const double digest_seconds = watch.lap();
    auto result = run_backtest(borrowed, config, strategy);
    if (result) result->seconds.emplace(result->seconds.begin(), "digest", digest_seconds);
    return result;
}

Result<RunResult> run_backtest(std::span<const HistoryInput> inputs, const BacktestConfig& config,
                               const StrategyInput& strategy) {
    if (auto checked = check_config(config); !checked) return fail(checked);
    if (auto checked = check_shorts(config, strategy); !checked) return fail(checked);
    const KillSwitch never_pulled;
    auto rules = risk::make_rules(config.risk, config.kill_switch != nullptr ? *config.kill_switch : never_pulled);
    if (!rules) return fail(rules);
    Stopwatch watch;
    const auto all = RunSeries::make(inputs, config, strategy.strategy);
    if (!all) return fail(all);
    auto universe = make_universe(all->inputs(), config);
    if (!universe) return fail(universe);
    if (auto known = risk::check_symbols(config.risk, universe->instruments); !known) return fail(known);

    auto account =
        Account::make(universe->instruments, {config.account, config.report_asset, config.rates, universe->fees});
    if (!account) return fail(account);
    const auto balances = start_balances(*account, config);
    if (!balances) return fail(balances);
    StartPrices peeked;
    Result<std::vector<Price>> start_prices;
    if (!account->conversion().is_identity()) start_prices = peeked.read(*universe);
    if (!start_prices) return fail(start_prices);
    const auto worth = start_value(*account, *balances, *start_prices);
    if (!worth) return fail(worth);

    RunResult result;
    result.version = CT_VERSION;
    result.strategy = strategy.name;
    result.parameters = strategy.parameters;
    result.settings = settings_of(config);
    add_matching(result.settings, config);
    if (is_random(config.latency)) result.settings.emplace_back("seed", fmt::format("{}", config.seed));
    if (!config.risk.empty()) result.settings.emplace_back("risk", risk::text(config.risk));
    if (!all->resampled().empty()) result.settings.emplace_back("resampled", all->resampled());
    result.instruments = universe->instruments;
    result.report_asset = account->conversion().report_asset();
    result.analyzers = config.analyzers;
    result.initial_cash = balances->front();
    result.initial_value = *worth;
    result.input_hash = input_hash(*universe, config, strategy);

    std::deque<WatchedHistory> watched;
    for (auto& [info, history] : universe->series) history = &watched.emplace_back(*history);
    data::BarSource source(universe->series, config.batch_rows);
    const bool with_details = has_details(*universe);
    broker::SimulatedBroker broker({.fees_by_instrument = universe->fees,
                                    .slippage = config.slippage,
                                    .ticks = universe->ticks,
                                    .closes = with_details ? shown_grids(*universe) : std::vector<BarGrid>{},
                                    .latency = config.latency,
                                    .seed = config.seed,
                                    .matching = config.matching},
                                   universe->instruments, *account);
    const bool plain = config.risk.empty() && config.markets == nullptr;
    risk::Pipeline risk = plain ? risk::Pipeline::standard() : risk::Pipeline::with(*std::move(rules));
    Analysis analysis(*universe, config, *worth);
    DetailCheck checked(source, *universe);
    engine::Engine engine({with_details ? static_cast<EventSource&>(checked) : source, broker, risk, *account,
                           strategy.strategy, analysis.observers},
                          {universe->instruments, universe->infos, *balances, universe->fees, universe->filters,
                           universe->start_ns, config.cheat_on_open, config.progress, *start_prices});
    if (config.charts) record_charts(watched, engine.context());
    if (auto ran = engine.run(); !ran) return fail(ran);
    result.result_hash = finish_hash(analysis, *universe, *account);
    result.blocks = engine.blocks();
    result.warnings = config.fees.warnings();
    for (std::string& warning : strategy.strategy.warnings()) result.warnings.push_back(std::move(warning));
    result.seconds.emplace_back("run", watch.lap());

    summarize_series(result, *universe, *all, source.rows(), watched, engine.context());
    if (auto settled = settle(result, *universe, analysis, *account, *balances, engine); !settled) return fail(settled);
    analyze(result, analysis.equity, daily_closes(*universe, watched), *account, universe->start_ns,
            engine.context().now_ns());
    result.seconds.emplace_back("analyze", watch.lap());
    return result;
}

}  // namespace ct::session
