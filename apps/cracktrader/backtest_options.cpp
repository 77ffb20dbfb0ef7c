#include "cracktrader/backtest_options.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/fee_options.hpp"
#include "cracktrader/output_files.hpp"
#include "cracktrader/python_launch.hpp"
#include "ct/account/account.hpp"
#include "ct/account/asset_amount.hpp"
#include "ct/account/conversion.hpp"
#include "ct/account/fees.hpp"
#include "ct/analyzers/analyzer.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/matching_rules.hpp"
#include "ct/broker/model_text.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/config/risk_file.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/gap_policy.hpp"
#include "ct/risk/bundled_markets.hpp"
#include "ct/risk/registry.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "ct/storage/markets_file.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

namespace {

constexpr const char* kDefaultSymbol = "BTC/USDT";
constexpr std::string_view kBundledMarkets = "bundled";
constexpr std::int64_t kMostLatencyBars = 1'000'000;

using config::Given;
using config::RunOptions;

[[nodiscard]] tl::unexpected<Error> bad(const Given& given, const std::string& message) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}: {}", given.where, message));
}

/// Two ways to say the same thing, both given.
[[nodiscard]] tl::unexpected<Error> both(const Given& one, const Given& other) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("{} and {}: expected one of them", one.where, other.where));
}

/// Reads options one by one and keeps the first error, with the place where the option was given in front.
class OptionReader {
  public:
    template <class Value, class Parse>
    void read(Value& value, const Given& given, Parse parse) {
        if (!status_) return;
        if (auto parsed = parse(given.text)) {
            value = *std::move(parsed);
        } else {
            status_ = fail(parsed.error().code, fmt::format("{}: {}", given.where, parsed.error().message));
        }
    }
    /// Does nothing for an option that is not given.
    template <class Value, class Parse>
    void read(Value& value, const std::optional<Given>& given, Parse parse) {
        if (given) read(value, *given, parse);
    }
    [[nodiscard]] const Result<void>& status() const { return status_; }

  private:
    Result<void> status_;
};

template <class Number>
auto whole_number(Number most) {
    return [most](std::string_view text) -> Result<Number> {
        Number value = 0;
        const char* const begin = text.data();
        const char* const end = begin + text.size();
        const auto [stop, error] = std::from_chars(begin, end, value);
        if (error == std::errc{} && stop == end && text.front() != '-' && value <= most) return value;
        return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not a whole number from 0 to {}", text, most));
    };
}

Result<Money> parse_cash(std::string_view text) {
    auto cash = Money::parse(text);
    if (cash && cash->count <= 0) return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not above 0", text));
    return cash;
}

Result<Rate> parse_basis_points(std::string_view text) {
    auto slippage = Rate::parse_bps(text);
    if (!slippage || (slippage->count >= 0 && slippage->count < Rate::kOne)) return slippage;
    return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not from 0 to less than 10000 basis points", text));
}

/// A bare day as the end of a range counts whole.
Result<TimeNs> parse_end(std::string_view text) {
    auto time_ns = parse_iso_time(text);
    if (time_ns && is_iso_date(text)) *time_ns += kNsPerDay;
    return time_ns;
}

Result<std::string> parse_symbol(std::string_view text) {
    const auto instrument = Instrument::make(text, {});
    if (!instrument) return fail(instrument);
    return std::string(text);
}

/// Either an amount of the first quote asset or a list of assets.
Result<void> parse_balances(std::string_view text, session::BacktestConfig& config) {
    if (text.find_first_of(" ,") == std::string_view::npos) {
        const auto cash = parse_cash(text);
        if (!cash) return fail(cash);
        config.cash = *cash;
        return {};
    }
    auto balances = parse_asset_amounts(text);
    if (!balances) {
        return fail(balances.error().code,
                    fmt::format("'{}' is neither an amount, such as 10000, nor amounts with their assets, such as "
                                "10000 USDT, 1 BTC: {}",
                                text, balances.error().message));
    }
    config.balances = *std::move(balances);
    return {};
}

Result<std::string> parse_asset(std::string_view text) { return std::string(text); }

Result<std::vector<risk::RuleSettings>> check_rules(std::vector<risk::RuleSettings> settings) {
    const auto rules = risk::make_rules(settings, KillSwitch());
    if (!rules) return fail(rules);
    if (const auto sources = risk::kill_switch_sources(settings); !sources) return fail(sources);
    return settings;
}

/// The rules of a run file or of a file of their own, once made to see that they are right.
Result<std::vector<risk::RuleSettings>> read_rules(const RunOptions& options) {
    if (!options.risk) return check_rules(options.rules);
    auto rules = config::read_risk_file(options.risk->path());
    if (rules) rules = check_rules(*std::move(rules));
    if (!rules) return fail(rules.error().code, fmt::format("{}: {}", options.risk->where, rules.error().message));
    return rules;
}

Result<Rate> parse_participation(std::string_view text) {
    auto share = Rate::parse_share(text);
    if (!share || (share->count >= 0 && share->count <= Rate::kOne)) return share;
    return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not a share from 0 to 1, such as 0.1", text));
}

Result<void> parse_matching(const RunOptions& options, session::BacktestConfig& config) {
    OptionReader reader;
    broker::MatchingRules& rules = config.matching;
    reader.read(rules.intrabar, options.intrabar, broker::parse_intrabar);
    reader.read(rules.limit_fill, options.limit_fill, broker::parse_limit_fill);
    reader.read(rules.links, options.links, broker::parse_link_rules);
    reader.read(rules.participation, options.participation, parse_participation);
    rules.cheat_on_close = config::is_on(options.cheat_on_close);
    config.cheat_on_open = config::is_on(options.cheat_on_open);
    return reader.status();
}

/// The exchange's metadata in a file, or the table that comes with the program.
Result<Markets> read_markets(const Given& given) {
    if (given.text == kBundledMarkets) return risk::bundled_markets();
    auto markets = storage::load_markets(given.path());
    if (!markets) return fail(markets.error().code, fmt::format("{}: {}", given.where, markets.error().message));
    return markets;
}

/// Options that say the same thing.
Result<void> check_costs(const RunOptions& options) {
    for (const auto* const side : {&options.maker, &options.taker}) {
        if (options.commission && *side) return both(*options.commission, **side);
    }
    const auto for_all = std::find_if(options.fees.begin(), options.fees.end(),
                                      [](const Given& fees) { return fees.text.find('=') == std::string::npos; });
    for (const auto* const rate : {&options.commission, &options.maker, &options.taker}) {
        if (*rate && for_all != options.fees.end()) return both(**rate, *for_all);
    }
    if (options.slippage && options.slippage_bps) return both(*options.slippage, *options.slippage_bps);
    if (options.latency && options.latency_bars) return both(*options.latency, *options.latency_bars);
    return {};
}

Result<void> read_costs(const RunOptions& options, session::BacktestConfig& config) {
    OptionReader reader;
    reader.read(config.fees.standard.maker, options.commission, parse_fee);
    reader.read(config.fees.standard.taker, options.commission, parse_fee);
    reader.read(config.fees.standard.maker, options.maker, parse_fee);
    reader.read(config.fees.standard.taker, options.taker, parse_fee);
    reader.read(config.slippage, options.slippage, broker::parse_slippage);
    if (options.slippage_bps) config.slippage.kind = broker::SlippageModel::Kind::kShare;
    reader.read(config.slippage.share, options.slippage_bps, parse_basis_points);
    reader.read(config.latency, options.latency, broker::parse_latency);
    if (options.latency_bars) config.latency.kind = broker::LatencyModel::Kind::kBars;
    reader.read(config.latency.bars, options.latency_bars, whole_number(kMostLatencyBars));
    reader.read(config.seed, options.seed, whole_number(std::numeric_limits<std::uint64_t>::max()));
    if (!reader.status()) return reader.status();
    auto fees = parse_fees(options.fees, config.fees);
    if (!fees) return fail(fees);
    config.fees = *std::move(fees);
    return {};
}

/// The parts of a text that has commas between them.
std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> all;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(',', start), text.size());
        all.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return all;
}

Result<std::vector<Timeframe>> parse_timeframes(std::string_view text) {
    std::vector<Timeframe> timeframes;
    for (const std::string& part : parts(text)) {
        const auto timeframe = Timeframe::parse(part);
        if (!timeframe) return fail(timeframe);
        timeframes.push_back(*timeframe);
    }
    return timeframes;
}

/// The usual ones, unless some are given.
Result<analyzers::AnalyzerSet> read_analyzers(const std::vector<Given>& given) {
    std::vector<std::string> names;
    for (const Given& one : given) {
        const auto more = parts(one.text);
        names.insert(names.end(), more.begin(), more.end());
        if (const auto set = analyzers::AnalyzerSet::parse(names); !set) {
            return fail(set.error().code, fmt::format("{}: {}", one.where, set.error().message));
        }
    }
    return given.empty() ? analyzers::AnalyzerSet() : analyzers::AnalyzerSet::parse(names);
}

Result<session::BacktestConfig> parse_config(const RunOptions& options) {
    if (auto checked = check_costs(options); !checked) return fail(checked);
    session::BacktestConfig config;
    OptionReader reader;
    if (const auto read = parse_balances(options.cash->text, config); !read) {
        return fail(read.error().code, fmt::format("{}: {}", options.cash->where, read.error().message));
    }
    if (auto costs = read_costs(options, config); !costs) return fail(costs);
    reader.read(config.from_ns, options.from, parse_iso_time);
    reader.read(config.to_ns, options.to, parse_end);
    reader.read(config.account, options.account, parse_account_kind);
    reader.read(config.report_asset, options.report_asset, parse_asset);
    for (const Given& rate : options.rates) reader.read(config.rates.emplace_back(), rate, FixedRate::parse);
    for (const Given& given : options.resample) {
        std::vector<Timeframe> timeframes;
        reader.read(timeframes, given, parse_timeframes);
        config.resample.insert(config.resample.end(), timeframes.begin(), timeframes.end());
    }
    if (!reader.status()) return fail(reader.status());
    auto rules = read_rules(options);
    if (!rules) return fail(rules);
    config.risk = *std::move(rules);
    if (auto matching = parse_matching(options, config); !matching) return fail(matching);
    if (config.from_ns && config.to_ns && *config.to_ns <= *config.from_ns) {
        return bad(*options.to, fmt::format("the end {} is not after {} {}", options.to->text, options.from->where,
                                            options.from->text));
    }
    auto analyzers = read_analyzers(options.analyzers);
    if (!analyzers) return fail(analyzers);
    config.analyzers = *analyzers;
    config.charts = config.level_moves = options.report.has_value();
    return config;
}

Result<strategies::Parameters> parse_parameters(const std::vector<Given>& pairs) {
    strategies::Parameters parameters;
    for (const Given& pair : pairs) {
        const auto equals = pair.text.find('=');
        if (equals == std::string::npos || equals == 0) {
            return bad(pair, fmt::format("'{}' is not of the form name=value", pair.text));
        }
        if (!parameters.emplace(pair.text.substr(0, equals), pair.text.substr(equals + 1)).second) {
            return bad(pair, fmt::format("'{}' is given twice", pair.text.substr(0, equals)));
        }
    }
    return parameters;
}

/// The bars come from files or from the cache.
Result<void> check_source(const RunOptions& options) {
    if (options.csv.empty() && !options.exchange) {
        return fail(ErrorCode::kInvalidArgument,
                    "expected candles: --csv PATH, or --exchange NAME with --symbol for those of the cache; a run file "
                    "(--config) names them in its table data");
    }
    if (!options.csv.empty() && options.exchange) return both(options.csv.front(), *options.exchange);
    if (!options.exchange && options.instrument) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("{} belongs to --exchange", options.instrument->where));
    }
    if (options.exchange && config::is_on(options.no_cache)) {
        return bad(*options.no_cache,
                   "with --exchange the candles are those of the cache, there is no network to read from");
    }
    return {};
}

/// A wrong count of `given` names the first, or the option where there is none.
[[nodiscard]] tl::unexpected<Error> bad_count(const std::vector<Given>& given, const char* option,
                                              const std::string& message) {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: {}", given.empty() ? option : given.front().where, message));
}

Result<std::vector<CachedSeries>> parse_cached(const RunOptions& options) {
    const std::size_t timeframes = options.timeframes.size();
    if (options.symbols.empty()) {
        return fail(ErrorCode::kInvalidArgument, "--symbol: expected one or more with --exchange, such as BTC/USDT");
    }
    if (timeframes > 1 && timeframes != options.symbols.size()) {
        return bad_count(options.timeframes, "--timeframe",
                         fmt::format("expected one for all or one for each --symbol; there are {} --symbol and {} "
                                     "--timeframe",
                                     options.symbols.size(), timeframes));
    }
    std::vector<CachedSeries> cached;
    OptionReader reader;
    for (std::size_t i = 0; i < options.symbols.size(); ++i) {
        CachedSeries& series = cached.emplace_back();
        series.exchange = options.exchange->text;
        reader.read(series.symbol, options.symbols[i], parse_symbol);
        reader.read(series.market, options.instrument, storage::parse_market);
        if (timeframes > 0) {
            reader.read(series.timeframe, options.timeframes[timeframes == 1 ? 0 : i], Timeframe::parse);
        }
    }
    if (options.detail.size() > 1) {
        return bad(options.detail.front(), "expected one timeframe with --exchange, such as 1m");
    }
    for (std::size_t i = 0; !options.detail.empty() && i < options.symbols.size(); ++i) {
        CachedSeries series = cached[i];
        reader.read(series.timeframe, options.detail.front(), Timeframe::parse);
        series.detail = true;
        cached.push_back(std::move(series));
    }
    if (!reader.status()) return fail(reader.status());
    return cached;
}

Result<void> check_counts(const RunOptions& options) {
    const std::size_t files = options.csv.size();
    const std::size_t symbols = options.symbols.size();
    const std::size_t timeframes = options.timeframes.size();
    if (symbols != files && !(files == 1 && symbols == 0)) {
        return bad_count(options.symbols, "--symbol",
                         fmt::format("expected one for each --csv, in the same order; there are {} --csv and {} "
                                     "--symbol",
                                     files, symbols));
    }
    if (timeframes > 1 && timeframes != files) {
        return bad_count(options.timeframes, "--timeframe",
                         fmt::format("expected one for all or one for each --csv; there are {} --csv and {} "
                                     "--timeframe",
                                     files, timeframes));
    }
    return {};
}

Result<std::vector<HistoryFile>> parse_files(const RunOptions& options, std::optional<int> price_decimals) {
    if (auto counted = check_counts(options); !counted) return fail(counted);
    std::vector<HistoryFile> files;
    OptionReader reader;
    for (std::size_t i = 0; i < options.csv.size(); ++i) {
        HistoryFile& file = files.emplace_back();
        file.path = options.csv[i].path();
        file.symbol = kDefaultSymbol;
        if (!options.symbols.empty()) reader.read(file.symbol, options.symbols[i], parse_symbol);
        if (!options.timeframes.empty()) {
            reader.read(file.csv.timeframe, options.timeframes[options.timeframes.size() == 1 ? 0 : i],
                        Timeframe::parse);
        }
        file.csv.price_decimals = price_decimals;
    }
    if (!reader.status()) return fail(reader.status());
    if (!options.detail.empty() && options.detail.size() != options.csv.size()) {
        return bad_count(options.detail, "--detail",
                         fmt::format("expected a file for each --csv, in the same order; there are {} --csv and {} "
                                     "--detail",
                                     options.csv.size(), options.detail.size()));
    }
    for (std::size_t i = 0; i < options.detail.size(); ++i) {
        HistoryFile detail = files[i];
        detail.path = options.detail[i].path();
        detail.csv.timeframe.reset();
        detail.detail = true;
        files.push_back(std::move(detail));
    }
    return files;
}

}  // namespace

std::string strategy_name(const Given& strategy) {
    return is_python_strategy(strategy.text) ? strategy.path() : strategy.text;
}

Result<BacktestPlan> plan_settings(const RunOptions& options) {
    auto config = parse_config(options);
    if (!config) return fail(config);
    auto parameters = parse_parameters(options.parameters);
    if (!parameters) return fail(parameters);
    BacktestPlan plan{.config = *std::move(config),
                      .strategy = options.strategy ? strategy_name(*options.strategy) : "",
                      .parameters = *std::move(parameters),
                      .data_dir = options.data_dir->path()};
    OptionReader reader;
    reader.read(plan.price_decimals, options.price_decimals, whole_number(kMaxDecimals));
    reader.read(plan.gaps, options.gaps, data::parse_gap_policy);
    if (!reader.status()) return fail(reader.status());
    if (options.markets) {
        auto markets = read_markets(*options.markets);
        if (!markets) return fail(markets);
        plan.markets = *std::move(markets);
    }
    return plan;
}

Result<void> plan_series(const RunOptions& options, BacktestPlan& plan) {
    if (auto checked = check_source(options); !checked) return checked;
    if (options.exchange) {
        auto cached = parse_cached(options);
        if (!cached) return fail(cached);
        plan.cached = *std::move(cached);
        return {};
    }
    auto files = parse_files(options, plan.price_decimals);
    if (!files) return fail(files);
    plan.files = *std::move(files);
    return {};
}

Result<BacktestPlan> plan_backtest(const RunOptions& options) {
    auto plan = plan_settings(options);
    if (!plan) return plan;
    if (auto planned = plan_series(options, *plan); !planned) return fail(planned);
    if (auto writable = check_outputs(options); !writable) return fail(writable);
    return plan;
}

}  // namespace ct::cli
