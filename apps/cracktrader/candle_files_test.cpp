// Candle files of every packing, and what is said about them.

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/csv_text.hpp"
#include "support/packed.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::backtest_args;
using test::CliRun;
using test::expect_refused;
using test::minutes;
using test::run_cli;
using test::sample_csv;
using testing::AllOf;
using testing::HasSubstr;

TEST(CandleFiles, TheTimeframeIsDetectedOrConfirmed) {
    for (const CliRun& run :
         {run_cli(backtest_args(sample_csv())), run_cli(backtest_args(sample_csv(), {"--timeframe", "1h"}))}) {
        EXPECT_EQ(run.code, 0);
        EXPECT_THAT(run.out, AllOf(HasSubstr("6 columns with header"), HasSubstr("time in milliseconds, ascending"),
                                   HasSubstr("BTC/USDT 1h")));
    }
}

TEST(CandleFiles, ASingleRowRunsWithItsTimeframe) {
    const test::TemporaryFolder folder;
    const CliRun run = run_cli(backtest_args(folder.file("one.csv", minutes({0})), {"--timeframe", "1m"}));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr(" 1 bar, "));
}

TEST(CandleFiles, AZipIsOneSeries) {
    const test::TemporaryFolder folder;
    test::write_zip(folder / "candles.zip", {{"a.csv", minutes({0, 1, 2})}, {"b.csv", minutes({3, 4})}, {"c.md", "?"}});
    const CliRun run = run_cli(backtest_args(folder / "candles.zip"));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("candles.zip/a.csv: 3 rows"), HasSubstr("candles.zip/b.csv: 2 rows"),
                               HasSubstr("ignored"), HasSubstr("BTC/USDT 1m"), HasSubstr(" 5 bars, ")));
}

TEST(CandleFiles, AFolderIsOneSeries) {
    const test::TemporaryFolder folder;
    (void)folder.file("2.csv", minutes({2, 3}));
    (void)folder.file("1.csv.gz", test::gzipped(minutes({0, 1})));
    const CliRun run = run_cli(backtest_args(folder.path()));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("1.csv.gz: 2 rows"), HasSubstr("2.csv: 2 rows"), HasSubstr(" 4 bars, ")));
}

TEST(CandleFiles, AFolderWithoutCandlesIsRefused) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "none");
    expect_refused(backtest_args(folder / "none"), 2, {"none", "a folder without .csv"});
}

TEST(CandleFiles, MissingBarsAreCounted) {
    const test::TemporaryFolder folder;
    const CliRun run = run_cli(backtest_args(folder.file("gap.csv", minutes({0, 1, 2, 5}))));
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr(" 4 bars, open times 2024-01-01 00:00 to 2024-01-01 00:05 UTC, 2 missing"));
}

}  // namespace
}  // namespace ct::cli
