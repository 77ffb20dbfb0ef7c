// --report and --json: where they may be written and what stands there.

#include <filesystem>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/csv_text.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::backtest_args;
using test::CliRun;
using test::expect_refused;
using test::file_bytes;
using test::run_cli;
using test::sample_csv;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(OutputFiles, WritesAReportThatNeedsNothingElse) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "report.html";
    const CliRun run = run_cli(backtest_args(sample_csv(), {"--report", path}));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("report: " + path));

    const std::string page = file_bytes(path);
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
    EXPECT_TRUE(page.ends_with("</html>\n"));
    for (const char* part : {"<svg", "sma_cross", "default-src 'none'"}) {
        EXPECT_TRUE(page.find(part) != std::string::npos) << part;
    }
    // Addresses to click on are no requests; in a browser tests/python/test_report_page.py counts those.
    for (const char* outside :
         {"src=", "stylesheet\"", "@import", "url(http", "url(//", "url(\"", "fetch(", "XMLHttpRequest"}) {
        EXPECT_TRUE(page.find(outside) == std::string::npos) << outside;
    }
}

TEST(OutputFiles, WritesBothFilesAndNothingElse) {
    const test::TemporaryFolder folder;
    const CliRun run =
        run_cli(backtest_args(sample_csv(), {"--report", folder / "report.html", "--json", folder / "result.json"}));
    ASSERT_EQ(run.code, 0) << run.err;
    const std::filesystem::directory_iterator files(folder.path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 2);
    EXPECT_TRUE(file_bytes(folder / "result.json").ends_with("}\n"));
}

TEST(OutputFiles, WritesEachOrderAsALineOfJson) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "orders.jsonl";
    const CliRun run = run_cli(backtest_args(sample_csv(), {"--orders", path}));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("orders: " + path));
    const std::string lines = file_bytes(path);
    EXPECT_TRUE(lines.starts_with("{\"id\":1,\"time_ns\":"));
    EXPECT_THAT(lines, HasSubstr(R"("symbol":"BTC/USDT","side":"buy","type":"market","tif":"gtc","quantity":")"));
    EXPECT_TRUE(lines.ends_with("}\n"));
}

TEST(OutputFiles, FindsAnUnwritablePlaceBeforeTheRun) {
    const test::TemporaryFolder folder;
    const std::string file = folder.file("file", "x");
    for (const char* option : {"--report", "--orders", "--json"}) {
        expect_refused(backtest_args(sample_csv(), {option, folder / "no/such"}), 1, {"cannot write", "no/such"});
        expect_refused(backtest_args(sample_csv(), {option, folder.path()}), 1, {"cannot write", "directory"});
        expect_refused(backtest_args(sample_csv(), {option, file + "/x"}), 1, {"cannot write", "Not a directory"});
        expect_refused(backtest_args(sample_csv(), {option, (folder / "new").string() + "/"}), 1, {"cannot write"});
        EXPECT_THAT(run_cli(backtest_args(sample_csv(), {option, folder / "no/such"})).out, IsEmpty());
    }
}

TEST(OutputFiles, ShowsTheResultEvenIfADiskIsFull) {
    const CliRun run = run_cli(backtest_args(sample_csv(), {"--json", "/dev/full"}));
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.out, AllOf(HasSubstr("final value"), Not(HasSubstr("JSON:"))));
    EXPECT_EQ(run.err, "error: cannot write /dev/full: No space left on device\n");
}

TEST(OutputFiles, RefusesTwoNamesOfOneFile) {
    const test::TemporaryFolder folder;
    const std::string csv = folder.file("candles.csv", test::minutes({0, 1, 2}));
    const std::string path = folder / "result";
    const std::string same = folder / "./result";
    expect_refused(backtest_args(csv, {"--report", path, "--json", same}), 2, {"--report and --json", "the same file"});
    expect_refused(backtest_args(csv, {"--json", csv}), 2, {"--csv and --json", "the same file"});
    std::filesystem::create_symlink(csv, folder / "link.csv");
    expect_refused(backtest_args(csv, {"--report", folder / "link.csv"}), 2, {"--csv and --report", "the same file"});
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_EQ(file_bytes(csv), test::minutes({0, 1, 2}));
}

TEST(OutputFiles, LeavesWhatWasThereWhenTheRunFails) {
    const test::TemporaryFolder folder;
    const std::string old = folder.file("result.json", "old");
    const std::string csv = folder.file("candles.csv", test::minutes({0, 1, 1}));
    expect_refused(backtest_args(csv, {"--json", old, "--report", folder / "report.html"}), 2, {"candles.csv:4"});
    EXPECT_EQ(file_bytes(old), "old");
    EXPECT_FALSE(std::filesystem::exists(folder / "report.html"));
    EXPECT_EQ(run_cli(backtest_args(sample_csv(), {"--json", old})).code, 0);
    EXPECT_THAT(file_bytes(old), HasSubstr("final_value"));
}

}  // namespace
}  // namespace ct::cli
