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

/// Reads options one by one and keeps the first error, with the option's name in front.
class OptionReader {
  public:
    /// Does nothing for an option that is not given.
    template <class Value, class Parse>
    void read(Value& value, std::string_view option, const std::optional<std::string>& text, Parse parse) {
        if (text) read_given(value, option, *text, parse);
    }
    /// Of an option that may be given more than once.
    template <class Value, class Parse>
    void read(Value& value, std::string_view option, const std::vector<std::string>& texts, Parse parse) {
        if (!texts.empty()) read_given(value, option, texts, parse);
    }
    [[nodiscard]] const Result<void>& status() const { return status_; }

  private:
    template <class Value, class Given, class Parse>
    void read_given(Value& value, std::string_view option, const Given& given, Parse parse) {
        if (!status_) return;
        if (auto parsed = parse(given)) {
            value = *std::move(parsed);
        } else {
            status_ = fail(parsed.error().code, fmt::format("{}: {}", option, parsed.error().message));
        }
    }

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
    if (!balances) return fail(balances);
    config.balances = *std::move(balances);
    return {};
}

Result<std::string> parse_asset(std::string_view text) { return std::string(text); }

/// The rules of a file, once made to see that they are right.
Result<std::vector<risk::RuleSettings>> read_rules(const std::string& path) {
    auto settings = config::read_risk_file(path);
    if (!settings) return settings;
    const auto rules = risk::make_rules(*settings, KillSwitch());
    if (!rules) return fail(rules);
    if (const auto sources = risk::kill_switch_sources(*settings); !sources) return fail(sources);
    return settings;
}

Result<Rate> parse_participation(std::string_view text) {
    auto share = Rate::parse(text);
    if (!share || (share->count >= 0 && share->count <= Rate::kOne)) return share;
    return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not a share from 0 to 1, such as 0.1", text));
}

Result<void> parse_matching(const BacktestOptions& options, session::BacktestConfig& config) {
    OptionReader reader;
    broker::MatchingRules& rules = config.matching;
    reader.read(rules.intrabar, "--intrabar", options.intrabar, broker::parse_intrabar);
    reader.read(rules.limit_fill, "--limit-fill", options.limit_fill, broker::parse_limit_fill);
    reader.read(rules.links, "--links", options.links, broker::parse_link_rules);
    reader.read(rules.participation, "--participation", options.participation, parse_participation);
    rules.cheat_on_close = options.cheat_on_close;
    config.cheat_on_open = options.cheat_on_open;
    return reader.status();
}

/// The exchange's metadata in a file, or the table that comes with the program.
Result<Markets> read_markets(const std::string& text) {
    if (text == kBundledMarkets) return risk::bundled_markets();
    return storage::load_markets(text);
}

/// Options that say the same thing.
Result<void> check_costs(const BacktestOptions& options) {
    const auto bad = [](const char* message) { return fail(ErrorCode::kInvalidArgument, message); };
    const auto for_all = [](const std::string& fees) { return fees.find('=') == std::string::npos; };
    if (options.commission && (options.maker || options.taker)) {
        return bad("--commission sets the maker and the taker fee: give it, or --maker and --taker");
    }
    if ((options.commission || options.maker || options.taker) &&
        std::any_of(options.fees.begin(), options.fees.end(), for_all)) {
        return bad(
            "--fees for all symbols sets the maker and the taker fee: give it, or --commission, --maker, --taker");
    }
    if (options.slippage && options.slippage_bps) return bad("--slippage and --slippage-bps: expected one of them");
    if (options.latency && options.latency_bars) return bad("--latency and --latency-bars: expected one of them");
    return {};
}

void read_costs(OptionReader& reader, const BacktestOptions& options, session::BacktestConfig& config) {
    reader.read(config.fees.standard.maker, "--commission", options.commission, parse_fee);
    reader.read(config.fees.standard.taker, "--commission", options.commission, parse_fee);
    reader.read(config.fees.standard.maker, "--maker", options.maker, parse_fee);
    reader.read(config.fees.standard.taker, "--taker", options.taker, parse_fee);
    reader.read(config.fees, "--fees", options.fees,
                [&](const std::vector<std::string>& texts) { return parse_fees(texts, config.fees); });
    reader.read(config.slippage, "--slippage", options.slippage, broker::parse_slippage);
    if (options.slippage_bps) config.slippage.kind = broker::SlippageModel::Kind::kShare;
    reader.read(config.slippage.share, "--slippage-bps", options.slippage_bps, parse_basis_points);
    reader.read(config.latency, "--latency", options.latency, broker::parse_latency);
    if (options.latency_bars) config.latency.kind = broker::LatencyModel::Kind::kBars;
    reader.read(config.latency.bars, "--latency-bars", options.latency_bars, whole_number(kMostLatencyBars));
    reader.read(config.seed, "--seed", options.seed, whole_number(std::numeric_limits<std::uint64_t>::max()));
}

Result<session::BacktestConfig> parse_config(const BacktestOptions& options) {
    if (auto checked = check_costs(options); !checked) return fail(checked);
    session::BacktestConfig config;
    OptionReader reader;
    if (const auto read = parse_balances(options.cash, config); !read) {
        return fail(read.error().code, fmt::format("--cash: {}", read.error().message));
    }
    read_costs(reader, options, config);
    reader.read(config.from_ns, "--from", options.from, parse_iso_time);
    reader.read(config.to_ns, "--to", options.to, parse_end);
    reader.read(config.risk, "--risk", options.risk, read_rules);
    reader.read(config.account, "--account", options.account, parse_account_kind);
    reader.read(config.report_asset, "--report-asset", options.report_asset, parse_asset);
    for (const std::string& rate : options.rates) {
        reader.read(config.rates.emplace_back(), "--rate", rate, FixedRate::parse);
    }
    if (!reader.status()) return fail(reader.status());
    if (auto matching = parse_matching(options, config); !matching) return fail(matching);
    if (config.from_ns && config.to_ns && *config.to_ns <= *config.from_ns) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--to: the end {} is not after --from {}", *options.to, *options.from));
    }
    if (!options.analyzers.empty()) {
        const auto chosen = analyzers::AnalyzerSet::parse(options.analyzers);
        if (!chosen) return fail(chosen.error().code, fmt::format("--analyzers: {}", chosen.error().message));
        config.analyzers = *chosen;
    }
    config.charts = options.report.has_value();
    return config;
}

Result<strategies::Parameters> parse_parameters(const std::vector<std::string>& pairs) {
    strategies::Parameters parameters;
    for (const std::string& pair : pairs) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("--param: '{}' is not of the form name=value", pair));
        }
        if (!parameters.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("--param: '{}' is given twice", pair.substr(0, equals)));
        }
    }
    return parameters;
}

/// The bars come from files or from the cache.
Result<void> check_source(const BacktestOptions& options) {
    const auto bad = [](const char* message) { return fail(ErrorCode::kInvalidArgument, message); };
    if (options.csv.empty() && !options.exchange) {
        return bad("expected candles: --csv PATH, or --exchange NAME with --symbol for those of the cache");
    }
    if (!options.csv.empty() && options.exchange) return bad("--csv and --exchange: expected one of them, not both");
    if (!options.exchange && options.instrument) return bad("--instrument belongs to --exchange");
    if (options.exchange && options.no_cache) {
        return bad("--no-cache: with --exchange the candles are those of the cache, there is no network to read from");
    }
    return {};
}

Result<std::vector<CachedSeries>> parse_cached(const BacktestOptions& options) {
    const std::size_t timeframes = options.timeframes.size();
    if (options.symbols.empty()) {
        return fail(ErrorCode::kInvalidArgument, "--symbol: expected one or more with --exchange, such as BTC/USDT");
    }
    if (timeframes > 1 && timeframes != options.symbols.size()) {
        return fail(
            ErrorCode::kInvalidArgument,
            fmt::format("--timeframe: expected one for all or one for each --symbol; there are {} --symbol and {} "
                        "--timeframe",
                        options.symbols.size(), timeframes));
    }
    std::vector<CachedSeries> cached;
    OptionReader reader;
    for (std::size_t i = 0; i < options.symbols.size(); ++i) {
        CachedSeries& series = cached.emplace_back();
        series.exchange = *options.exchange;
        reader.read(series.symbol, "--symbol", options.symbols[i], parse_symbol);
        reader.read(series.market, "--instrument", options.instrument, storage::parse_market);
        if (timeframes > 0) {
            reader.read(series.timeframe, "--timeframe", options.timeframes[timeframes == 1 ? 0 : i], Timeframe::parse);
        }
    }
    if (options.detail.size() > 1) {
        return fail(ErrorCode::kInvalidArgument, "--detail: expected one timeframe with --exchange, such as 1m");
    }
    for (std::size_t i = 0; !options.detail.empty() && i < options.symbols.size(); ++i) {
        CachedSeries series = cached[i];
        reader.read(series.timeframe, "--detail", options.detail.front(), Timeframe::parse);
        series.detail = true;
        cached.push_back(std::move(series));
    }
    if (!reader.status()) return fail(reader.status());
    return cached;
}

Result<void> check_counts(const BacktestOptions& options) {
    const std::size_t files = options.csv.size();
    const std::size_t symbols = options.symbols.size();
    const std::size_t timeframes = options.timeframes.size();
    if (symbols != files && !(files == 1 && symbols == 0)) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--symbol: expected one for each --csv, in the same order; there are {} --csv and {} "
                                "--symbol",
                                files, symbols));
    }
    if (timeframes > 1 && timeframes != files) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--timeframe: expected one for all or one for each --csv; there are {} --csv and {} "
                                "--timeframe",
                                files, timeframes));
    }
    return {};
}

Result<std::vector<HistoryFile>> parse_files(const BacktestOptions& options, std::optional<int> price_decimals) {
    if (auto counted = check_counts(options); !counted) return fail(counted);
    std::vector<HistoryFile> files;
    OptionReader reader;
    for (std::size_t i = 0; i < options.csv.size(); ++i) {
        HistoryFile& file = files.emplace_back();
        file.path = options.csv[i];
        reader.read(file.symbol, "--symbol", options.symbols.empty() ? kDefaultSymbol : options.symbols[i],
                    parse_symbol);
        if (!options.timeframes.empty()) {
            reader.read(file.csv.timeframe, "--timeframe", options.timeframes[options.timeframes.size() == 1 ? 0 : i],
                        Timeframe::parse);
        }
        file.csv.price_decimals = price_decimals;
    }
    if (!reader.status()) return fail(reader.status());
    if (!options.detail.empty() && options.detail.size() != options.csv.size()) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--detail: expected a file for each --csv, in the same order; there are {} --csv and "
                                "{} --detail",
                                options.csv.size(), options.detail.size()));
    }
    for (std::size_t i = 0; i < options.detail.size(); ++i) {
        HistoryFile detail = files[i];
        detail.path = options.detail[i];
        detail.csv.timeframe.reset();
        detail.detail = true;
        files.push_back(std::move(detail));
    }
    return files;
}

}  // namespace

Result<BacktestPlan> plan_backtest(const BacktestOptions& options) {
    auto config = parse_config(options);
    if (!config) return fail(config);
    auto parameters = parse_parameters(options.parameters);
    if (!parameters) return fail(parameters);
    if (auto checked = check_source(options); !checked) return fail(checked);
    BacktestPlan plan{.config = *std::move(config), .parameters = *std::move(parameters), .data_dir = options.data_dir};
    OptionReader reader;
    reader.read(plan.price_decimals, "--price-decimals", options.price_decimals, whole_number(kMaxDecimals));
    reader.read(plan.gaps, "--gaps", options.gaps, data::parse_gap_policy);
    reader.read(plan.markets, "--markets", options.markets, read_markets);
    if (!reader.status()) return fail(reader.status());
    if (options.exchange) {
        auto cached = parse_cached(options);
        if (!cached) return fail(cached);
        plan.cached = *std::move(cached);
    } else {
        auto files = parse_files(options, plan.price_decimals);
        if (!files) return fail(files);
        plan.files = *std::move(files);
    }
    if (auto writable = check_outputs(options); !writable) return fail(writable);
    return plan;
}

}  // namespace ct::cli
