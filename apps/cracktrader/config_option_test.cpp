// `cracktrader backtest --config`: the same run from every format, and which layer wins.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli.hpp"
#include "cracktrader/cli_run_test.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"
#include "support/flat_json.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using config::RunSetting;
using test::Args;
using test::CliRun;
using test::expect_refused;
using test::FlatJson;
using test::run_cli;
using test::TemporaryFolder;
using testing::HasSubstr;

/// A folder with candles.csv.gz, the sample.
class ConfigOption : public testing::Test {
  protected:
    ConfigOption() { std::filesystem::copy_file(test::sample_csv(), folder_ / "candles.csv.gz"); }

    std::string file(std::string_view text, std::string_view name = "run.toml") {
        return folder_.file(name, text).string();
    }
    static FlatJson json(Args args) {
        args.insert(args.begin(), "backtest");
        args.insert(args.end(), {"--json", "-"});
        const CliRun run = run_cli(args);
        EXPECT_EQ(run.code, 0) << run.err;
        return FlatJson(run.out);
    }
    /// Runs what must be refused with this sentence, in which FILE stands for the file.
    void refused(std::string_view text, std::string sentence, Args more = {}, std::string_view name = "run.toml") {
        const std::string path = file(text, name);
        if (const auto at = sentence.find("FILE"); at != std::string::npos) sentence.replace(at, 4, path);
        more.insert(more.begin(), {"backtest", "--config", path});
        const CliRun run = run_cli(more);
        EXPECT_EQ(run.code, 2);
        EXPECT_EQ(run.err, fmt::format("error: {}\n", sentence));
        EXPECT_EQ(run.out, "");
    }

    TemporaryFolder folder_;
};

constexpr std::string_view kToml = R"(
[data]
csv = "candles.csv.gz"
symbol = "BTC/USDT"
timeframe = "1h"
resample = "1d"
from = 2024-02-01
to = "2024-05-31"
[strategy]
name = "sma_cross"
parameters = { fast = 10, slow = 40, short = true }
[account]
cash = 5000.5
[costs]
maker = 0.0002
taker = 0.0005
slippage = "bps=2"
latency_bars = 1
seed = 7
[matching]
intrabar = "path"
participation = 0.5
[risk.max_order]
notional = 4000
[[risk.order_rate]]
orders = 5
window = "1d"
)";
constexpr std::string_view kJson = R"({
"data": {"csv": ["candles.csv.gz"], "symbol": ["BTC/USDT"], "timeframe": ["1h"], "resample": ["1d"], "from": "2024-02-01", "to": "2024-05-31"},
"strategy": {"name": "sma_cross", "parameters": ["fast=10", "slow=40", "short=true"]},
"account": {"cash": "5000.50"},
"costs": {"maker": 2e-4, "taker": 0.00050, "slippage": "bps=2", "latency_bars": 1, "seed": 7},
"matching": {"intrabar": "path", "participation": 0.5},
"risk": {"max_order": {"notional": 4000}, "order_rate": [{"orders": 5, "window": "1d"}]}})";
constexpr std::string_view kYaml = R"(
data:
  csv: candles.csv.gz
  symbol: [BTC/USDT]
  timeframe: 1h
  resample: 1d
  from: 2024-02-01
  to: 2024-05-31
strategy:
  name: sma_cross
  parameters: {fast: 10, slow: 40, short: true}
account: {cash: 5000.5}
costs:
  maker: 0.0002
  taker: 0.0005
  slippage: bps=2
  latency_bars: 1
  seed: 7
matching:
  intrabar: path
  participation: 0.5
risk:
  max_order: {notional: 4000}
  order_rate:
  - {orders: 5, window: 1d}
)";

TEST_F(ConfigOption, EveryFormatAndTheFlagsGiveTheSameRun) {
    const FlatJson toml = json({"--config", file(kToml)});
    const FlatJson with_json = json({"--config", file(kJson, "run.json")});
    const FlatJson with_yaml = json({"--config", file(kYaml, "run.yaml")});
    const std::string rules = file(kToml.substr(kToml.find("[risk.max_order]")), "risk.toml");
    const FlatJson flags = json({"--csv",
                                 (folder_ / "candles.csv.gz").string(),
                                 "--symbol",
                                 "BTC/USDT",
                                 "--timeframe",
                                 "1h",
                                 "--resample",
                                 "1d",
                                 "--from",
                                 "2024-02-01",
                                 "--to",
                                 "2024-05-31",
                                 "--strategy",
                                 "sma_cross",
                                 "--param",
                                 "fast=10",
                                 "--param",
                                 "slow=40",
                                 "--param",
                                 "short=true",
                                 "--cash",
                                 "5000.5",
                                 "--maker",
                                 "0.0002",
                                 "--taker",
                                 "0.0005",
                                 "--slippage",
                                 "bps=2",
                                 "--latency-bars",
                                 "1",
                                 "--seed",
                                 "7",
                                 "--intrabar",
                                 "path",
                                 "--participation",
                                 "0.5",
                                 "--risk",
                                 rules});
    EXPECT_EQ(toml["initial_value"], "5000.5");
    EXPECT_NE(toml["orders"], "0");
    for (const FlatJson* other : {&with_json, &with_yaml, &flags}) {
        EXPECT_EQ((*other)["result_hash"], toml["result_hash"]);
        EXPECT_EQ((*other)["input_hash"], toml["input_hash"]);
    }
}

TEST_F(ConfigOption, FlagsWinOverTheEnvironmentAndThatOverTheFile) {
    const std::string path =
        file("[data]\ncsv = 'candles.csv.gz'\n[strategy]\nname = 'sma_cross'\n[account]\ncash = 1000\n");
    EXPECT_EQ(json({"--config", path})["initial_value"], "1000");
    EXPECT_EQ(json({"--config", path, "--cash", "3000"})["initial_value"], "3000");
    ::setenv("CRACKTRADER_ACCOUNT__CASH", "2000", 1);  // NOLINT(misc-include-cleaner): of POSIX
    EXPECT_EQ(json({"--config", path})["initial_value"], "2000");
    EXPECT_EQ(json({"--config", path, "--cash", "3000"})["initial_value"], "3000");
    EXPECT_EQ(json({"--csv", test::sample_csv(), "--strategy", "sma_cross"})["initial_value"], "2000");
    ::setenv("CRACKTRADER_ACCOUNT__CASH", "much", 1);  // NOLINT(misc-include-cleaner)
    refused("[data]\ncsv = 'candles.csv.gz'\n[strategy]\nname = 'sma_cross'\n",
            "CRACKTRADER_ACCOUNT__CASH: 'much' is not a decimal number");
    ::unsetenv("CRACKTRADER_ACCOUNT__CASH");  // NOLINT(misc-include-cleaner)
}

TEST_F(ConfigOption, WritesBesideTheFile) {
    const std::string path = file(R"(
[data]
csv = "candles.csv.gz"
[strategy]
name = "buy_and_hold"
[report]
html = "report.html"
orders = "orders.jsonl"
json = "result.json"
)");
    const CliRun run = run_cli({"backtest", "--config", path});
    EXPECT_EQ(run.code, 0) << run.err;
    for (const char* name : {"report.html", "orders.jsonl", "result.json"}) {
        EXPECT_TRUE(std::filesystem::exists(folder_ / name)) << name;
        EXPECT_THAT(run.out, HasSubstr((folder_ / name).string()));
    }
}

TEST_F(ConfigOption, AKillSwitchLiesBesideTheFile) {
    const std::string path =
        file("[data]\ncsv = 'candles.csv.gz'\n[strategy]\nname = 'buy_and_hold'\n[risk.kill_switch]\nfile = 'stop'\n");
    EXPECT_TRUE(json({"--config", path}).has("fills[0].order_id"));
    ASSERT_TRUE(std::filesystem::exists(folder_.file("stop", "")));
    const FlatJson stopped = json({"--config", path});
    EXPECT_FALSE(stopped.has("fills[0].order_id"));
    EXPECT_EQ(stopped["risk_decisions[0].rule"], "\"kill_switch\"");
}

TEST_F(ConfigOption, AStrategyInPythonStandsBesideTheFile) {
    std::string spec;
    const auto loader = [&](std::string_view given, const strategies::Parameters&) -> Result<LoadedStrategy> {
        spec = given;
        return fail(ErrorCode::kNotFound, "none");
    };
    const std::string path = file("[data]\ncsv = 'candles.csv.gz'\n[strategy]\nname = 'mine.py:Mine'\n");
    run_cli({"backtest", "--config", path}, {.load_strategy = loader});
    EXPECT_EQ(spec, (folder_ / "mine.py:Mine").string());
    run_cli({"backtest", "--config", path, "--strategy", "other.py:Mine"}, {.load_strategy = loader});
    EXPECT_EQ(spec, "other.py:Mine");
}

/// A value that is wrong for each setting whose values are checked, and what is said of it.
TEST_F(ConfigOption, SaysWhereAValueIsWrong) {
    struct Case {
        const char* table;
        const char* line;
        const char* sentence;
    };
    const Case cases[] = {
        {"data", "timeframe = 'one'", "2:13: data.timeframe: unknown timeframe 'one'"},
        {"data", "symbol = 'BTC'", "2:10: data.symbol: "},
        {"data", "from = 'may'", "2:8: data.from: 'may'"},
        {"data", "to = 'may'", "2:6: data.to: 'may'"},
        {"data", "from = 2024-02-01\nto = 2024-01-01", "3:6: data.to: the end 2024-01-01 is not after "},
        {"data", "price_decimals = 1.5", "2:18: data.price_decimals: '1.5' is not a whole number from 0 to 18"},
        {"data", "gaps = 'kep'", "2:8: data.gaps: "},
        {"data", "detail = ['a', 'b']", "2:11: data.detail: expected a file for each --csv"},
        {"data", "instrument = 'spot'", "2:14: data.instrument belongs to --exchange"},
        {"data", "exchange = 'binance'", "3:7: data.csv and "},
        {"account", "cash = 0", "2:8: account.cash: '0' is not above 0"},
        {"account", "cash = 'x'", "2:8: account.cash: "},
        {"account", "kind = 'sport'", "2:8: account.kind: "},
        {"account", "rates = ['EUR']", "2:10: account.rates: "},
        {"costs", "commission = 1", "2:14: costs.commission: '1' is not a share"},
        {"costs", "commission = 0\nmaker = 0", "2:14: costs.commission and "},
        {"costs", "maker = -1", "2:9: costs.maker: '-1' is not a share"},
        {"costs", "taker = nan", "2:9: costs.taker: "},
        {"costs", "fees = 'binanc'", "2:8: costs.fees: "},
        {"costs", "fees = 'binance'\ntaker = 0", "3:9: costs.taker and "},
        {"costs", "fees = ['BTC/USDT=1,1']", "2:9: costs.fees: "},
        {"costs", "slippage = 'bp=1'", "2:12: costs.slippage: "},
        {"costs", "slippage = 'bps=1'\nslippage_bps = 1", "2:12: costs.slippage and "},
        {"costs", "slippage_bps = 10000", "2:16: costs.slippage_bps: "},
        {"costs", "latency = 'soon'", "2:11: costs.latency: "},
        {"costs", "latency = '1ms'\nlatency_bars = 1", "2:11: costs.latency and "},
        {"costs", "latency_bars = -1", "2:16: costs.latency_bars: "},
        {"costs", "seed = -1", "2:8: costs.seed: "},
        {"matching", "markets = 'none.json'", "2:11: matching.markets: "},
        {"matching", "intrabar = 'pth'", "2:12: matching.intrabar: "},
        {"matching", "limit_fill = 'never'", "2:14: matching.limit_fill: "},
        {"matching", "participation = 2", "2:17: matching.participation: '2' is not a share"},
        {"matching", "links = 'nativ'", "2:9: matching.links: "},
        {"risk", "file = 'none.toml'", "2:8: risk.file: there is no file "},
        {"risk.max_ordr", "notional = 1", "1:1: no risk rule 'max_ordr'; did you mean 'max_order'?"},
        {"risk.max_order", "notional = -1", "2:12: max_order.notional: expected a number above 0"},
        {"report", "analyzers = ['trades', 'drawdwn']", "2:24: report.analyzers: no analyzer 'drawdwn'"},
        {"report", "json = 'none/result.json'", ""},
        {"report", "json = 'candles.csv.gz'", "2:8: report.json name the same file"},
    };
    for (const Case& wrong : cases) {
        SCOPED_TRACE(wrong.line);
        const std::string table = wrong.table;
        std::string text = fmt::format("[{}]\n{}\n", table, wrong.line);
        text += table == "data" ? "csv = 'candles.csv.gz'\n" : "[data]\ncsv = 'candles.csv.gz'\n";
        text += "[strategy]\nname = 'sma_cross'\n";
        const CliRun run = run_cli({"backtest", "--config", file(text)});
        EXPECT_EQ(run.code, std::string_view(wrong.sentence).empty() ? 1 : 2);
        EXPECT_TRUE(run.err.starts_with("error: ")) << run.err;
        const std::string place = std::string_view(wrong.sentence).empty() ? "" : (folder_ / "run.toml").string() + ":";
        EXPECT_THAT(run.err, HasSubstr(place + wrong.sentence));
        EXPECT_EQ(run.out, "");
    }
}

TEST_F(ConfigOption, SaysWhereAStrategyIsWrong) {
    constexpr std::string_view kData = "[data]\ncsv = 'candles.csv.gz'\n";
    refused(std::string(kData) + "[strategy]\nname = 'sma_cros'\n",
            "FILE:4:8: strategy.name: no strategy 'sma_cros', did you mean 'sma_cross'? There is bollinger_reversion, "
            "breakout, buy_and_hold, dca, macd_trend, momentum_rotation, pairs_zscore, rsi_reversion, sma_cross");
    refused(std::string(kData) + "[strategy]\nname = 'mine.py'\n",
            "FILE:4:8: strategy.name: 'mine.py' is a file, expected mine.py:Class");
    refused(std::string(kData) + "[strategy]\nname = 'sma_cross'\nparameters = { fast = 0 }\n",
            "FILE:5:23: strategy.parameters: parameter fast=0: expected a whole number from 1 to 100000");
    refused(
        std::string(kData) + "[strategy]\nname = 'sma_cross'\n[strategy.parameters]\nfst = 5\n",
        "FILE:6:7: strategy.parameters: strategy 'sma_cross' has no parameter 'fst', did you mean 'fast'? It has fast, "
        "slow, size, short");
    refused(std::string(kData) + "[strategy]\nparameters = { fast = 5 }\n",
            "--strategy or --entry is required\nRun `cracktrader backtest --help` for more information.");
}

constexpr std::string_view kExpressions = R"toml(
[data]
csv = "candles.csv.gz"
[strategy]
entry = "crossover(sma_exact(close, fast), sma_exact(close, slow))"
exit = "crossunder(sma_exact(close, fast), sma_exact(close, slow))"
stop_loss = "5%"
cooldown = 3
[strategy.parameters]
slow = 50
[strategy.parameters.fast]
default = 10
min = 2
max = 40
step = 2
text = "bars of the fast average"
)toml";

TEST_F(ConfigOption, AStrategyOfExpressionsIsThatOfTheFlags) {
    const std::string path = file(kExpressions);
    const FlatJson from_file = json({"--config", path});
    const auto typed = [&](const char* fast) {
        return json({"--csv", test::sample_csv(), "--entry",
                     "crossover(sma_exact(close, fast), sma_exact(close, slow))", "--exit",
                     "crossunder(sma_exact(close, fast), sma_exact(close, slow))", "--stop-loss", "5%", "--cooldown",
                     "3", "--param", std::string("fast=") + fast, "--param", "slow=50"});
    };
    EXPECT_EQ(from_file["result_hash"], typed("10")["result_hash"]);
    EXPECT_EQ(from_file["parameters.fast"], "10");
    EXPECT_EQ(json({"--config", path, "--param", "fast=20"})["result_hash"], typed("20")["result_hash"]);
    const CliRun named = run_cli({"backtest", "--config", path, "--strategy", "buy_and_hold"});
    EXPECT_EQ(named.code, 0) << named.err;
}

TEST_F(ConfigOption, ExpressionsAreRefusedWithLineAndColumn) {
    const std::string path = file(kExpressions);
    for (const char* value : {"fast=41", "fast=3", "fast=nan"}) {
        expect_refused({"backtest", "--config", path, "--param", value}, 2, {"parameter fast"});
    }
    const std::string data = "[data]\ncsv = 'candles.csv.gz'\n[strategy]\n";
    const auto at = [&](const std::string& place) { return (folder_ / "run.toml").string() + place; };
    expect_refused({"backtest", "--config", file(data + "entry = 'close > smaa(20)'\n")}, 2,
                   {at(":4:18: strategy.entry: no function is called 'smaa'; the nearest name is 'sma'")});
    expect_refused({"backtest", "--config", file(data + "entry = 'close > 1'\nsize = 'lots'\n")}, 2,
                   {at(":5:9: strategy.size: size 'lots'")});
    expect_refused({"backtest", "--config", file(data + "entry = 'close > 1'\ncooldown = 1.5\n")}, 2,
                   {at(":5:12: strategy.cooldown: '1.5' is no whole number of bars")});
    expect_refused({"backtest", "--config", file(data + "exit = 'close > 1'\n")}, 2,
                   {at(":4:8: strategy.exit: expected --entry or --short-entry beside it")});
    expect_refused({"backtest", "--config", file(data + "entry = 'close > 1'\nname = 'sma_cross'\n")}, 2,
                   {at(":5:8: strategy.name and "), at(":4:9: strategy.entry: expected a strategy or expressions")});
    expect_refused({"backtest", "--config", file(data + "name = 'sma_cross'\nparameters.fast.default = 1\n")}, 2,
                   {"strategy.parameters.fast: a table with a default belongs to a strategy of expressions"});
}

TEST_F(ConfigOption, AFaultOfAnExpressionIsShownWhereItStandsInTheFile) {
    constexpr std::string_view kFault = "strategy.entry: no function is called 'smaa'; the nearest name is 'sma'";
    const std::string toml = "[data]\ncsv = 'candles.csv.gz'\n[strategy]\n";
    const auto shown = [&](const std::string& place, std::string_view line, std::string_view carets) {
        return fmt::format("FILE:{}: {}\n  {}\n  {}", place, kFault, line, carets);
    };
    refused(toml + "entry = 'close > smaa(20)'  # buy\n",
            shown("4:18", "entry = 'close > smaa(20)'  # buy", "                 ^^^^"));
    refused(toml + "entry = \"close > smaa(20)\"\r\n",
            shown("4:18", "entry = \"close > smaa(20)\"", "                 ^^^^"));
    refused(toml + "size='1'\nexit='low<1'\nentry = \"\"\"\n  close > 1\n  and close > smaa(20)\"\"\"\n",
            shown("8:15", "  and close > smaa(20)\"\"\"", "              ^^^^"));
    refused(toml + "entry = '''close > smaa(20)'''\n",
            shown("4:20", "entry = '''close > smaa(20)'''", "                   ^^^^"));
    refused(
        "[data]\ncsv = 'candles.csv.gz'\n[strategy.parameters]\nfast = 3\n[strategy]\nentry = 'smaa(2) > 1 and true'\n",
        shown("6:10", "entry = 'smaa(2) > 1 and true'", "         ^^^^"));
    refused("{\"data\": {\"csv\": \"candles.csv.gz\"},\n \"strategy\": {\"entry\": \"close > smaa(20)\"}}",
            shown("2:33", " \"strategy\": {\"entry\": \"close > smaa(20)\"}}", "                                ^^^^"),
            {}, "run.json");
    const std::string yaml = "data: {csv: candles.csv.gz}\nstrategy:\n";
    refused(yaml + "  entry: close > smaa(20)\n", shown("3:18", "  entry: close > smaa(20)", "                 ^^^^"),
            {}, "run.yaml");
    refused(yaml + "  entry: 'close > smaa(20)'\n",
            shown("3:19", "  entry: 'close > smaa(20)'", "                  ^^^^"), {}, "run.yaml");
    // A level's mark is no part of its expression.
    refused(toml + "entry = 'close > 1'\nstop_loss = 'at lowe[1]'\n",
            "FILE:5:17: strategy.stop_loss: nothing is called 'lowe'; the nearest name is the value 'low'\n"
            "  stop_loss = 'at lowe[1]'\n                  ^^^^");
}

TEST_F(ConfigOption, AFaultBehindAnEscapeIsShownInTheText) {
    const std::string toml = "[data]\ncsv = 'candles.csv.gz'\n[strategy]\n";
    refused(toml + "entry = \"close\\t> smaa(20)\"\n",
            "FILE:4:9: strategy.entry, column 9: no function is called 'smaa'; the nearest name is 'sma'\n"
            "  close > smaa(20)\n          ^^^^");
    refused(toml + "entry = \"close > smaa(20)\\t\"\n",
            "FILE:4:18: strategy.entry: no function is called 'smaa'; the nearest name is 'sma'\n"
            "  entry = \"close > smaa(20)\\t\"\n                   ^^^^");
    refused("data: {csv: candles.csv.gz}\nstrategy:\n  entry: |\n    close > 1\n    and smaa(20) > 1\n",
            "FILE:3:10: strategy.entry, line 2, column 5: no function is called 'smaa'; the nearest name is 'sma'\n"
            "  and smaa(20) > 1\n      ^^^^",
            {}, "run.yaml");
}

TEST_F(ConfigOption, SaysWhatIsWrongWithTheFile) {
    refused("[data]\ncvs = 'x'\n",
            "FILE:2:1: data.cvs: no such setting; did you mean 'csv'? There is csv, exchange, symbol, timeframe, "
            "instrument, data_dir, no_cache, from, to, price_decimals, gaps, detail, resample");
    refused("", "FILE: expected a file that ends in .toml, .json, .yaml or .yml", {}, "run.ini");
    refused("{", "FILE:1:2: expected JSON: Missing a name for object member.", {}, "run.json");
    expect_refused({"backtest", "--config", (folder_ / "none.toml").string()}, 2, {"there is no file", "none.toml"});
    expect_refused({"backtest", "--config", ""}, 2, {"--config", "the value is empty"});
}

TEST_F(ConfigOption, ChoicesAreWhatTheSettingsTake) {
    for (const RunSetting& setting : config::run_settings()) {
        for (std::size_t start = 0; start < setting.choices.size();) {
            const auto end = std::min(setting.choices.find(' ', start), setting.choices.size());
            const std::string choice(setting.choices.substr(start, end - start));
            start = end + 1;
            SCOPED_TRACE(setting.name() + " = " + choice);
            const std::string source =
                setting.key == "instrument" ? "exchange = 'x'\nsymbol = 'A/B'" : "csv = 'candles.csv.gz'";
            const std::string more = setting.table == "data" ? "" : fmt::format("[{}]\n", setting.table);
            const CliRun run = run_cli({"backtest", "--config",
                                        file(fmt::format("[strategy]\nname = 'buy_and_hold'\n[data]\n{}\n{}{} = '{}'\n",
                                                         source, more, setting.key, choice))});
            EXPECT_THAT(run.err, testing::Not(HasSubstr(setting.name())));
        }
    }
}

}  // namespace
}  // namespace ct::cli
