// `cracktrader data`: the cache from the command line.

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/csv_text.hpp"
#include "support/flat_json.hpp"
#include "support/packed.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

namespace fs = std::filesystem;
using test::Args;
using test::CliRun;
using test::expect_refused;
using test::FlatJson;
using test::minutes;
using test::run_cli;
using test::sample_csv;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class DataCommands : public testing::Test {
  protected:
    [[nodiscard]] Args args(const Args& command) const {
        Args all = {"data"};
        all.insert(all.end(), command.begin(), command.end());
        all.insert(all.end(), {"--data-dir", (folder_.path() / "data").string()});
        return all;
    }
    [[nodiscard]] CliRun run(const Args& command) const { return run_cli(args(command)); }
    /// Runs what must work.
    [[nodiscard]] std::string out(const Args& command) const {
        const CliRun done = run(command);
        EXPECT_EQ(done.code, 0) << done.err;
        return done.out;
    }
    /// The same of one series, BTC/USDT 1m of binance.
    [[nodiscard]] static Args minute_series(Args command, const char* symbol = "BTC/USDT") {
        command.insert(command.end(), {"--exchange", "binance", "--symbol", symbol, "--timeframe", "1m"});
        return command;
    }

    test::TemporaryFolder folder_;
};

TEST_F(DataCommands, ImportInfoAndList) {
    const std::string file = folder_.file("a.csv.gz", test::gzipped(minutes({0, 1, 2, 5})));
    EXPECT_THAT(out(minute_series({"import", file})),
                AllOf(HasSubstr("a.csv.gz: 4 rows"), HasSubstr("4 rows read, 4 added"), HasSubstr("1 months written")));
    const FlatJson info(out(minute_series({"info", "--json"})));
    EXPECT_EQ(info["rows"], "4");
    EXPECT_EQ(info["gaps"], "1");
    EXPECT_EQ(info["missing"], "2");
    EXPECT_EQ(info["duplicates_dropped"], "0");
    EXPECT_EQ(info["files"], "1");
    EXPECT_EQ(std::stoll(info["last"]) - std::stoll(info["first"]), 5 * 60'000);
    EXPECT_GT(std::stoll(info["bytes"]), 500);
    EXPECT_THAT(out(minute_series({"info"})), AllOf(HasSubstr("bars"), HasSubstr("1, 2 bars missing")));
    EXPECT_THAT(out({"list"}), AllOf(HasSubstr("BTC/USDT"), HasSubstr("1m")));
    EXPECT_EQ(FlatJson(out({"list", "--json"})).size(""), 1U);
}

TEST_F(DataCommands, ImportMergesInAnyOrder) {
    const std::string newest_first = folder_.file("b.csv", minutes({5, 4, 3}));
    const std::string shuffled = folder_.file("a.csv", minutes({2, 0, 1, 0, 3}));
    const FlatJson report(out(minute_series({"import", newest_first, shuffled, "--json"})));
    EXPECT_EQ(report["rows_read"], "8");
    EXPECT_EQ(report["rows_added"], "6");
    EXPECT_EQ(report["duplicates_dropped"], "1");
    EXPECT_EQ(FlatJson(out(minute_series({"info", "--json"})))["gaps"], "0");
    EXPECT_EQ(FlatJson(out(minute_series({"import", newest_first, "--json"})))["months_written"], "0");
}

TEST_F(DataCommands, ExportGivesWhatWasImported) {
    ASSERT_EQ(run({"import", sample_csv(), "--exchange", "binance", "--symbol", "BTC/USDT", "--timeframe", "1h"}).code,
              0);
    const Args series = {"--exchange", "binance", "--symbol", "BTC/USDT", "--timeframe", "1h"};
    for (const char* ending : {"csv", "csv.gz"}) {
        const std::string file = (folder_.path() / "out.").string() + ending;
        Args command = {"export", "--output", file};
        command.insert(command.end(), series.begin(), series.end());
        EXPECT_THAT(out(command), HasSubstr("5,980 rows -> "));
        // The same run comes out of it.
        const FlatJson exported(run_cli(test::backtest_args(file, {"--json", "-"})).out);
        const FlatJson original(run_cli(test::backtest_args(sample_csv(), {"--json", "-"})).out);
        EXPECT_EQ(exported["result_hash"], original["result_hash"]);
        EXPECT_EQ(exported["input_hash"], original["input_hash"]);
    }
    Args day = {
        "export", "--from", "2024-02-01", "--to", "2024-02-01", "--output", (folder_.path() / "day.parquet").string()};
    day.insert(day.end(), series.begin(), series.end());
    EXPECT_THAT(out(day), HasSubstr("24 rows -> "));
    EXPECT_TRUE(fs::is_regular_file(folder_.path() / "day.parquet"));
}

TEST_F(DataCommands, ExportFillsGapsOrRefusesThem) {
    ASSERT_EQ(run(minute_series({"import", folder_.file("a.csv", minutes({0, 1, 4}))})).code, 0);
    const std::string file = (folder_.path() / "out.csv").string();
    EXPECT_THAT(out(minute_series({"export", "--output", file, "--gaps", "fill"})), HasSubstr("5 rows -> "));
    EXPECT_THAT(test::file_bytes(file), HasSubstr("1704067320000,105,105,105,105,0\n1704067380000,"));
    expect_refused(args(minute_series({"export", "--output", file, "--gaps", "error"})), 2, {"2024-01-01 00:02:00"});
    expect_refused(args(minute_series({"export", "--output", file, "--gaps", "x"})), 2, {"--gaps", "'x'"});
    EXPECT_THAT(test::file_bytes(file), HasSubstr("1704067320000,105"));  // the file of before is still there
}

TEST_F(DataCommands, VerifyFindsWhatIsWrongAndFails) {
    ASSERT_EQ(run(minute_series({"import", folder_.file("a.csv", minutes({0, 1, 2, 3}))})).code, 0);
    EXPECT_THAT(out({"verify"}), HasSubstr("nothing wrong"));
    const fs::path month = [&] {
        for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / "data")) {
            if (entry.path().extension() == ".parquet") return entry.path();
        }
        return fs::path();
    }();
    std::fstream file(month, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(60).put('\x7f');
    file.close();
    const CliRun found = run({"verify"});
    EXPECT_EQ(found.code, 1);
    EXPECT_THAT(found.out, AllOf(HasSubstr(month.filename().string()), HasSubstr("finding")));
    EXPECT_EQ(run({"verify", "--json"}).code, 1);
    expect_refused(args({"verify", "--exchange", "kraken"}), 2, {"nothing of the cache"});
}

TEST_F(DataCommands, GenerateIsAWalkOfAnyLength) {
    const FlatJson report(out(minute_series({"generate", "--rows", "100000", "--json"})));
    EXPECT_EQ(report["rows_added"], "100000");
    EXPECT_THAT(out({"verify"}), HasSubstr("nothing wrong"));
    const CliRun backtest = run_cli({"backtest", "--exchange", "binance", "--symbol", "BTC/USDT", "--strategy",
                                     "sma_cross", "--data-dir", (folder_.path() / "data").string()});
    EXPECT_EQ(backtest.code, 0) << backtest.err;
    EXPECT_THAT(backtest.out, HasSubstr("100,000 bars"));
    expect_refused(args(minute_series({"generate", "--rows", "0"})), 2, {"--rows", "expected 1 to"});
    expect_refused(args(minute_series({"generate", "--seed", "x"})), 2, {"--seed", "'x'"});
    expect_refused(args(minute_series({"generate", "--start", "yesterday"})), 2, {"--start", "yesterday"});
}

TEST_F(DataCommands, InvalidateRemovesAtEachLevel) {
    const std::string file = folder_.file("a.csv", minutes({0, 1}));
    for (const char* symbol : {"BTC/USDT", "ETH/USDT", "BTC/USDT:USDT"}) {
        ASSERT_EQ(run(minute_series({"import", file}, symbol)).code, 0);
    }
    EXPECT_THAT(out(minute_series({"invalidate"}, "ETH/USDT")), HasSubstr("removed binance ETH/USDT 1m"));
    EXPECT_THAT(out({"list"}), AllOf(HasSubstr("BTC/USDT:USDT"), Not(HasSubstr("ETH"))));
    EXPECT_THAT(out({"invalidate", "--instrument", "futures"}), HasSubstr("BTC/USDT:USDT"));
    EXPECT_THAT(out({"invalidate", "--exchange", "kraken"}), HasSubstr("nothing of that"));
    expect_refused(args({"invalidate"}), 2, {"--all"});
    expect_refused(args({"invalidate", "--all", "--exchange", "binance"}), 2, {"--all means everything"});
    EXPECT_THAT(out({"invalidate", "--all"}), HasSubstr("removed binance BTC/USDT 1m"));
    EXPECT_THAT(out({"list"}), HasSubstr("holds nothing"));
}

TEST_F(DataCommands, BadInputIsRefusedAndChangesNothing) {
    ASSERT_EQ(run(minute_series({"import", folder_.file("a.csv", minutes({0, 1}))})).code, 0);
    expect_refused(args(minute_series({"import", (folder_.path() / "none.csv").string()})), 2, {"none.csv"});
    expect_refused(args(minute_series({"import", folder_.file("bad.csv", "open_time,open\n1,2\n")})), 2, {"bad.csv"});
    expect_refused(args(minute_series({"import", folder_.file("b.csv", minutes({0}))}, "../../x")), 2, {"../../x"});
    expect_refused(args({"import", sample_csv(), "--exchange", "binance", "--symbol", "BTC/USDT"}), 2,
                   {"--timeframe is required"});
    expect_refused(args(minute_series({"import", sample_csv()})), 2, {"1m"});
    expect_refused(args(minute_series({"import", sample_csv(), "--instrument", "option"})), 2,
                   {"--instrument", "spot or futures"});
    expect_refused(args(minute_series({"export", "--output", "x.txt"})), 2, {"x.txt", ".parquet"});
    expect_refused(args(minute_series({"info"}, "BTC/EUR")), 2, {"there is no binance BTC/EUR 1m", "nearest"});
    expect_refused({"data"}, 2, {"subcommand"});
    expect_refused({"data", "imprt"}, 2, {"unknown command 'imprt', did you mean 'import'"});
    expect_refused(args({"list", "--exchagne", "x"}), 2, {"unknown option '--exchagne', did you mean '--exchange'"});
    EXPECT_EQ(FlatJson(out(minute_series({"info", "--json"})))["rows"], "2");
    EXPECT_FALSE(fs::exists(folder_.path() / "x"));
}

TEST_F(DataCommands, OddSymbolsStayInsideTheFolder) {
    const std::string file = folder_.file("a.csv", minutes({0, 1}));
    for (const char* symbol : {"1000SHIB/USDT", "BTC/USDT:USDT-240628", "BTC/USD:BTC", "\xe2\x82\xbf/\xe2\x82\xac",
                               "../..", "A_B/C.D", "./.", "a b/%2F"}) {
        ASSERT_EQ(run(minute_series({"import", file}, symbol)).code, 0) << symbol;
        EXPECT_THAT(out(minute_series({"info"}, symbol)), HasSubstr(symbol));
    }
    EXPECT_EQ(FlatJson(out({"list", "--json"})).size(""), 8U);
    expect_refused(args(minute_series({"import", file}, "A\nB/C")), 2, {"the symbol holds the control character 0x0a"});
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(folder_.path())) entries += entry.is_directory() ? 1U : 0U;
    EXPECT_EQ(entries, 1U);
}

TEST_F(DataCommands, EveryCommandHasHelpWithAnExample) {
    for (const char* command :
         {"import", "list", "info", "verify", "export", "invalidate", "generate", "migrate-cache"}) {
        const CliRun help = run_cli({"data", command, "--help"});
        EXPECT_EQ(help.code, 0);
        EXPECT_THAT(help.out, AllOf(HasSubstr("Example:\n  cracktrader data "), HasSubstr("--data-dir DIR=data")));
    }
}

}  // namespace
}  // namespace ct::cli
