// `cracktrader init`.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "ct/config/run_schema.hpp"
#include "support/project.hpp"
#include "support/temporary_folder.hpp"

namespace ct {
namespace {

namespace fs = std::filesystem;
using test::CliRun;
using test::expect_refused;
using test::run_cli;
using test::TemporaryFolder;
using testing::HasSubstr;

/// Works in a folder, then goes back.
class In {
  public:
    explicit In(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
    In(const In&) = delete;
    In& operator=(const In&) = delete;
    ~In() { fs::current_path(before_); }

  private:
    fs::path before_;
};

std::string content(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

TEST(Init, InTheProjectRunsOnTheSample) {
    const TemporaryFolder folder;
    const In project(test::project_folder());
    const std::string file = (folder / "run.toml").string();
    const CliRun run = run_cli({"init", file});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, file + " is written.\nRun it: cracktrader backtest --config " + file + "\n");
    EXPECT_THAT(content(file).substr(0, content(file).find('\n')), testing::EndsWith("docs/run.schema.json"));
    const CliRun backtest = run_cli({"backtest", "--config", file});
    EXPECT_EQ(backtest.code, 0) << backtest.err;
    EXPECT_THAT(backtest.out, HasSubstr("sma_cross fast=10 slow=50"));
    EXPECT_TRUE(fs::exists(folder / "report.html"));
}

TEST(Init, TakesCandlesAsSeenFromTheFile) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "runs");
    fs::copy_file(test::sample_csv(), folder / "candles.csv.gz");
    const In there(folder.path());
    EXPECT_EQ(run_cli({"init", "runs/mine.toml", "--csv", "candles.csv.gz"}).code, 0);
    EXPECT_THAT(content("runs/mine.toml"), HasSubstr("\ncsv = [\"../candles.csv.gz\"]\n"));
    EXPECT_TRUE(content("runs/mine.toml").starts_with("#:schema run.schema.json\n"));
    EXPECT_EQ(run_cli({"backtest", "--config", "runs/mine.toml"}).code, 0);
    EXPECT_TRUE(fs::exists("runs/report.html"));
}

TEST(Init, SaysWhatIsMissingOutsideTheProject) {
    const TemporaryFolder folder;
    const In there(folder.path());
    EXPECT_THAT(run_cli({"init"}).out, HasSubstr("run.toml is written.\nThere is no examples/data/"));
}

TEST(Init, OverwritesOnlyWhenForced) {
    const TemporaryFolder folder;
    const std::string file = folder.file("run.toml", "mine").string();
    expect_refused({"init", file}, 2, {"run.toml is there already; --force overwrites it"});
    EXPECT_EQ(content(file), "mine");
    EXPECT_EQ(run_cli({"init", file, "--force"}).code, 0);
    EXPECT_NE(content(file), "mine");
}

TEST(Init, RefusesWhatItCannotWrite) {
    const TemporaryFolder folder;
    expect_refused({"init", (folder / "run.yaml").string()}, 2, {"expected a file that ends in .toml"});
    expect_refused({"init", (folder / "none/run.toml").string()}, 1, {"cannot write", "none/run.toml"});
    expect_refused({"init", (folder / "run.toml").string(), "--csv", "none.csv"}, 2,
                   {"--csv: there is no file none.csv"});
    EXPECT_FALSE(fs::exists(folder / "run.toml"));
}

TEST(Init, PrintsTheSchema) {
    EXPECT_EQ(run_cli({"init", "--schema"}).out, config::run_schema());
    expect_refused({"init", "x.toml", "--schema"}, 2, {"--schema"});
}

}  // namespace
}  // namespace ct
