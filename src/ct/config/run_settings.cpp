#include "ct/config/run_settings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/config/run_options.hpp"

namespace ct::config {

namespace {

using Kind = RunSetting::Kind;
using Options = RunOptions;

/// Parts of a strategy of expressions.
constexpr std::string_view kExpressionFlags =
    "--entry --exit --short-entry --short-exit --size --stop-loss --take-profit --trailing-stop --trade --cooldown "
    "--warm-up";

constexpr std::array kTables = {
    RunTable{"data", "The candles to run on: files, or series of the cache"},
    RunTable{"strategy", "What trades"},
    RunTable{"account", "What it trades with"},
    RunTable{"costs", "What trading costs"},
    RunTable{"matching", "How orders are checked and matched on bars"},
    RunTable{"risk", "The rules that orders must pass: tables of the form [risk.NAME], or a file of them"},
    RunTable{"report", "What is asked of the run, and what is written"},
};

constexpr std::array kSettings = {
    RunSetting{"data", "csv", "--csv", "PATH", Kind::kList, &Options::csv,
               "Candles: a .csv, .csv.gz or .zip file or a folder of them; repeat for more symbols",
               R"(["candles.csv.gz"])", "", "", "--exchange --instrument --no-cache"},
    RunSetting{"data", "exchange", "--exchange", "NAME", Kind::kText, &Options::exchange,
               "Candles of the cache, of this exchange (see `cracktrader data`)", R"("binance")", "", "", "--csv"},
    RunSetting{"data", "symbol", "--symbol", "SYMBOL", Kind::kList, &Options::symbols,
               "Symbol of each --csv, in the same order [BTC/USDT]; with --exchange one or more", R"(["BTC/USDT"])"},
    RunSetting{
        "data", "timeframe", "--timeframe", "NAME", Kind::kList, &Options::timeframes,
        "Bar length such as 1m, one for all or one for each series [detected]; with --exchange also a longer one "
        "than is stored",
        R"("1h")"},
    RunSetting{"data", "instrument", "--instrument", "TYPE", Kind::kText, &Options::instrument,
               "spot or futures, where the symbol does not tell [spot]", R"("spot")", "", "spot futures"},
    RunSetting{"data", "data_dir", "--data-dir", "DIR", Kind::kText, &Options::data_dir, "Folder of the cache",
               R"("data")", "data"},
    RunSetting{"data", "no_cache", "--no-cache", "", Kind::kFlag, &Options::no_cache,
               "Do not read candles from the cache", "false"},
    RunSetting{"data", "from", "--from", "TIME", Kind::kTime, &Options::from,
               "First open time, UTC: 2024-01-01 or 2024-01-01T12:00:00Z [all]", "2024-01-01"},
    RunSetting{"data", "to", "--to", "TIME", Kind::kTime, &Options::to,
               "End of the open times, UTC: a day counts whole, a time is excluded [all]", "2024-06-30"},
    RunSetting{"data", "price_decimals", "--price-decimals", "COUNT", Kind::kNumber, &Options::price_decimals,
               "Decimals of prices [the most in the data]", "2"},
    RunSetting{"data", "gaps", "--gaps", "POLICY", Kind::kText, &Options::gaps,
               "Missing bars: keep, fill (idle bars at the last close) or error", R"("keep")", "keep",
               "keep fill error"},
    RunSetting{"data", "detail", "--detail", "FILE", Kind::kList, &Options::detail,
               "Finer candles to match orders on, one for each --csv; a timeframe of the cache",
               R"(["minutes.csv.gz"])"},
    RunSetting{"data", "resample", "--resample", "TIMEFRAMES", Kind::kList, &Options::resample,
               "Longer timeframes that the strategy sees too, made of the candles: 4h, or 4h,1d; expressions need none",
               R"(["4h"])"},

    RunSetting{"strategy", "name", "--strategy", "NAME", Kind::kText, &Options::strategy,
               "A built-in strategy or file.py:Class", R"("sma_cross")", "", "", kExpressionFlags},
    RunSetting{"strategy", "parameters", "--param", "NAME=VALUE", Kind::kParameters, &Options::parameters,
               "Parameter of the strategy; repeat for more", "{ fast = 10, slow = 50 }"},
    RunSetting{"strategy", "entry", "--entry", "TEXT", Kind::kText, &Options::entry,
               "In place of --strategy: buy when this holds (docs/expressions.md)",
               "'crossover(ema(close, fast), ema(close, 50))'", "", "", "--strategy"},
    RunSetting{"strategy", "exit", "--exit", "TEXT", Kind::kText, &Options::exit,
               "Close a long position when this holds", "'rsi(14) > 70'"},
    RunSetting{"strategy", "short_entry", "--short-entry", "TEXT", Kind::kText, &Options::short_entry,
               "Sell short when this holds", "'crossunder(ema(close, fast), ema(close, 50))'", "", "", "--strategy"},
    RunSetting{"strategy", "short_exit", "--short-exit", "TEXT", Kind::kText, &Options::short_exit,
               "Close a short position when this holds", "'rsi(14) < 30'"},
    RunSetting{"strategy", "size", "--size", "SIZE", Kind::kText, &Options::size,
               "Of an entry: 0.5, 95%, 5000quote, or risk 1% 2 * atr(14) [95%]", R"("95%")"},
    RunSetting{"strategy", "stop_loss", "--stop-loss", "LEVEL", Kind::kText, &Options::stop_loss,
               "3% or 2 * atr(14) from the entry price, or at low[1]", R"("3%")"},
    RunSetting{"strategy", "take_profit", "--take-profit", "LEVEL", Kind::kText, &Options::take_profit,
               "Likewise, on the other side", R"("6%")"},
    RunSetting{"strategy", "trailing_stop", "--trailing-stop", "LEVEL", Kind::kText, &Options::trailing_stop,
               "3% or 2 * atr(14) behind the best close", "'2 * atr(14)'"},
    RunSetting{"strategy", "trade", "--trade", "SYMBOL", Kind::kList, &Options::trade,
               "Trade only this symbol of the run; repeat for more [all]", R"(["BTC/USDT"])"},
    RunSetting{"strategy", "cooldown", "--cooldown", "BARS", Kind::kNumber, &Options::cooldown,
               "Bars without an entry after a position was closed [0]", "5"},
    RunSetting{"strategy", "warm_up", "--warm-up", "BARS", Kind::kNumber, &Options::warm_up,
               "First bars without signals [0]", "100"},

    RunSetting{"account", "cash", "--cash", "AMOUNT", Kind::kNumber, &Options::cash,
               "Starting cash in the quote asset of the first symbol, or a list such as \"10000 USDT, 1 BTC\"", "10000",
               "10000"},
    RunSetting{"account", "kind", "--account", "KIND", Kind::kText, &Options::account,
               "Account kind: simple or spot (docs/accounts.md)", R"("simple")", "simple", "simple spot"},
    RunSetting{"account", "report_asset", "--report-asset", "ASSET", Kind::kText, &Options::report_asset,
               "What equity is counted in [the quote asset of the first symbol]", R"("USDT")"},
    RunSetting{"account", "rates", "--rate", "PAIR=RATE", Kind::kPairs, &Options::rates,
               "Rate of an asset that no symbol joins to it: EUR/USDT=1.08; repeat for more",
               R"({ "EUR/USDT" = 1.08 })"},

    RunSetting{"costs", "commission", "--commission", "SHARE", Kind::kNumber, &Options::commission,
               "Maker and taker fee as a share of the notional, 0.001 or 0.1% [0.001]", "0.001", "", "",
               "--maker --taker --fees"},
    RunSetting{"costs", "maker", "--maker", "SHARE", Kind::kNumber, &Options::maker, "Maker fee [0.001]", "0.001"},
    RunSetting{"costs", "taker", "--taker", "SHARE", Kind::kNumber, &Options::taker, "Taker fee [0.001]", "0.001"},
    RunSetting{"costs", "fees", "--fees", "FEES", Kind::kPairs, &Options::fees,
               "A venue's (binance, bybit, coinbase, kraken, okx) or MAKER,TAKER[,FLAT]; SYMBOL=FEES for one symbol; "
               "repeat",
               R"("binance")", "", "", "--commission --maker --taker", ';'},
    RunSetting{"costs", "slippage", "--slippage", "MODEL", Kind::kText, &Options::slippage,
               "bps=5, ticks=1, spread_bps=4, spread=0.02, impact=0.1 (docs/costs.md) [none]", R"("bps=5")", "", "",
               "--slippage-bps"},
    RunSetting{"costs", "slippage_bps", "--slippage-bps", "BPS", Kind::kNumber, &Options::slippage_bps,
               "The same as --slippage bps=BPS", "5", "", "", "--slippage"},
    RunSetting{"costs", "latency", "--latency", "MODEL", Kind::kText, &Options::latency,
               "How long orders take: bars=1, 50ms, normal=50ms,10ms, empirical=40ms,60ms (docs/costs.md) [none]",
               R"("50ms")", "", "", "--latency-bars"},
    RunSetting{"costs", "latency_bars", "--latency-bars", "BARS", Kind::kNumber, &Options::latency_bars,
               "The same as --latency bars=BARS", "1", "", "", "--latency"},
    RunSetting{"costs", "seed", "--seed", "NUMBER", Kind::kNumber, &Options::seed, "Decides what is drawn at random",
               "0", "0"},

    RunSetting{"matching", "markets", "--markets", "FILE", Kind::kText, &Options::markets,
               "Hold orders to the filters of exchange metadata; bundled: Binance spot", R"("bundled")"},
    RunSetting{"matching", "intrabar", "--intrabar", "MODEL", Kind::kText, &Options::intrabar,
               "Prices inside a bar: range, or path (open, nearer extreme, other, close)", R"("range")", "range",
               "range path"},
    RunSetting{"matching", "limit_fill", "--limit-fill", "RULE", Kind::kText, &Options::limit_fill,
               "A resting limit fills on touch, or through: a price beyond it", R"("touch")", "touch", "touch through"},
    RunSetting{"matching", "participation", "--participation", "SHARE", Kind::kNumber, &Options::participation,
               "Of a bar's volume that orders may fill; 0: no limit", "0.1", "0"},
    RunSetting{"matching", "links", "--links", "PROFILE", Kind::kText, &Options::links,
               "How linked orders end each other: native or backtrader (docs/orders.md)", R"("native")", "native",
               "native backtrader"},
    RunSetting{"matching", "cheat_on_close", "--cheat-on-close", "", Kind::kFlag, &Options::cheat_on_close,
               "Market orders fill at the close they are made at", "false"},
    RunSetting{"matching", "cheat_on_open", "--cheat-on-open", "", Kind::kFlag, &Options::cheat_on_open,
               "Strategies see opens before orders match on them", "false"},

    RunSetting{"risk", "file", "--risk", "FILE", Kind::kText, &Options::risk,
               "File of risk rules that orders must pass (docs/risk.md)", R"("risk.toml")"},

    RunSetting{
        "report", "analyzers", "--analyzers", "NAMES", Kind::kList, &Options::analyzers,
        "What is asked of the run: returns, drawdown, exposure, trades, costs, benchmark, periods, equity_curve, "
        "trade_log, decision_log [all but the last]",
        R"(["trades", "drawdown"])"},
    RunSetting{"report", "all_metrics", "--all-metrics", "", Kind::kFlag, &Options::all_metrics,
               "Show all metrics, and the returns of months and years", "false"},
    RunSetting{"report", "html", "--report", "FILE", Kind::kText, &Options::report,
               "Write one self-contained HTML page", R"("report.html")"},
    RunSetting{"report", "orders", "--orders", "FILE", Kind::kText, &Options::orders,
               "Write each order as a line of JSON", R"("orders.jsonl")"},
    RunSetting{"report", "json", "--json", "FILE", Kind::kText, &Options::json,
               "Write the result as JSON; - for standard output, without the table", R"("result.json")"},
};

}  // namespace

std::string RunSetting::name() const { return fmt::format("{}.{}", table, key); }

std::string RunSetting::variable() const {
    std::string name = fmt::format("CRACKTRADER_{}__{}", table, key);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::toupper(c); });
    return name;
}

std::span<const RunTable> run_tables() { return kTables; }

std::span<const RunSetting> run_settings() { return kSettings; }

}  // namespace ct::config
