// Candle files as a user meets them on the command line: what is accepted, and what is refused and how.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/cli_run.hpp"
#include "support/csv_text.hpp"
#include "support/packed.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::backtest;
using test::CliRun;
using test::expect_refused;
using test::minutes;
using test::run_cli;
using test::sample_csv;
using testing::AllOf;
using testing::HasSubstr;

TEST(CandleFilesTest, RefusesWhatIsNoCandleFile) {
    const test::TemporaryFolder folder;
    const std::string packed = test::gzipped(minutes({0, 1, 2, 3, 4, 5}));
    expect_refused(backtest(folder / "missing.csv"), 2, {"no such file", "missing.csv"});
    expect_refused(backtest(folder.file("empty.csv", "")), 2, {"empty.csv", "empty file", "expected"});
    expect_refused(backtest(folder.file("header.csv", minutes({}))), 2, {"header.csv", "no rows"});
    expect_refused(backtest(folder.file("binary.csv", std::string_view("\0\1\2\3", 4))), 2, {"binary.csv:1", "binary"});
    expect_refused(backtest(folder.file("cut.csv.gz", packed.substr(0, packed.size() - 12))), 2,
                   {"cut.csv.gz", "truncated gzip"});
    expect_refused(backtest(folder.file("columns.csv", "a,b,c\n1,2,3\n")), 2, {"columns.csv:1", "'a,b,c'", "expected"});
    std::filesystem::create_directory(folder / "none");
    expect_refused(backtest(folder / "none"), 2, {"none", "a folder without .csv"});
}

TEST(CandleFilesTest, NamesLineAndFieldOfABadRow) {
    struct Row {
        const char* text;
        std::vector<std::string> words;
    };
    const std::vector<Row> rows = {
        {"1704067260,nan,110,90,105,7", {"open is 'nan'", "expected a number"}},
        {"1704067260,100,110,-1,105,7", {"low is -1", "expected a price above 0"}},
        {"1704067260,100,110,90,0,7", {"close is 0", "expected a price above 0"}},
        {"1704067260,100,80,90,85,7", {"high 80 is below low 90"}},
        {"1704067260,abc,110,90,105,7", {"open is 'abc'", "expected a number"}},
        {"1704067260,100,110,90,105", {"5 columns, expected 6"}},
        {"1704067260,100,110,90,105,-7", {"volume is '-7'"}},
        {"1704067200,100,110,90,105,7", {"2024-01-01 00:00:00 repeats", "data import"}},
    };
    const test::TemporaryFolder folder;
    for (const Row& row : rows) {
        auto words = row.words;
        words.emplace_back("candles.csv:3: ");
        expect_refused(backtest(folder.file("candles.csv", minutes({0}) + row.text + "\n")), 2, words);
    }
    expect_refused(backtest(folder.file("unsorted.csv", minutes({0, 2, 1}))), 2,
                   {"unsorted.csv:4", "expected ascending times", "data import"});
}

TEST(CandleFilesTest, DetectsTheTimeframeOrRefusesAnother) {
    const CliRun run = run_cli(backtest(sample_csv()));
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, HasSubstr("BTC/USDT 1h"));
    EXPECT_EQ(run_cli(backtest(sample_csv(), {"--timeframe", "1h"})).code, 0);
    expect_refused(backtest(sample_csv(), {"--timeframe", "1m"}), 2, {"1h bars", "coarser than --timeframe 1m"});
    expect_refused(backtest(sample_csv(), {"--timeframe", "4h"}), 2, {"1h bars", "finer than --timeframe 4h"});
}

TEST(CandleFilesTest, AsksForTheTimeframeOfASingleRow) {
    const test::TemporaryFolder folder;
    const std::string csv = folder.file("one.csv", minutes({0}));
    expect_refused(backtest(csv), 2, {"one.csv", "--timeframe"});
    const CliRun run = run_cli(backtest(csv, {"--timeframe", "1m"}));
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, HasSubstr(" 1 bar, "));
}

TEST(CandleFilesTest, SaysWhatItDetected) {
    const CliRun run = run_cli(backtest(sample_csv()));
    EXPECT_THAT(run.out, AllOf(HasSubstr("1h_2024.csv.gz: 5980 rows, 6 columns with header"),
                               HasSubstr("time in milliseconds, ascending")));
}

TEST(CandleFilesTest, ReadsZipsAndFolders) {
    const test::TemporaryFolder folder;
    test::write_zip(folder / "candles.zip", {{"a.csv", minutes({0, 1, 2})}, {"b.csv", minutes({3, 4})}, {"c.md", "?"}});
    const CliRun zip = run_cli(backtest(folder / "candles.zip"));
    EXPECT_EQ(zip.code, 0) << zip.err;
    EXPECT_THAT(zip.out, AllOf(HasSubstr("candles.zip/a.csv: 3 rows"), HasSubstr("candles.zip/b.csv: 2 rows"),
                               HasSubstr("ignored"), HasSubstr("BTC/USDT 1m"), HasSubstr(" 5 bars, ")));

    std::filesystem::create_directory(folder / "months");
    (void)folder.file("months/2.csv", minutes({2, 3}));
    (void)folder.file("months/1.csv.gz", test::gzipped(minutes({0, 1})));
    const CliRun months = run_cli(backtest(folder / "months"));
    EXPECT_EQ(months.code, 0) << months.err;
    EXPECT_THAT(months.out, AllOf(HasSubstr("1.csv.gz: 2 rows"), HasSubstr("2.csv: 2 rows"), HasSubstr(" 4 bars, ")));
}

TEST(CandleFilesTest, CountsWhatIsMissing) {
    const test::TemporaryFolder folder;
    const CliRun run = run_cli(backtest(folder.file("gap.csv", minutes({0, 1, 2, 5}))));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr(" 4 bars, open times 2024-01-01 00:00 to 2024-01-01 00:05 UTC, 2 missing"));
}

}  // namespace
}  // namespace ct::cli
