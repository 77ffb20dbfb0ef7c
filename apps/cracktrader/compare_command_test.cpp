#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cracktrader/cli_run_test.hpp"
#include "support/temporary_folder.hpp"

namespace ct::cli {
namespace {

using test::backtest_args;
using test::CliRun;
using test::run_cli;
using test::sample_csv;
using testing::HasSubstr;

class Compare : public testing::Test {
  protected:
    /// Runs the sample and returns where its JSON is.
    std::string run_of(const std::string& name, const std::string& fast) {
        const std::string path = (folder_ / name).string();
        EXPECT_EQ(run_cli(backtest_args(sample_csv(), {"--param", "fast=" + fast, "--json", path})).code, 0);
        return path;
    }

    test::TemporaryFolder folder_;
};

TEST_F(Compare, PrintsATableAndWritesAPage) {
    const std::string page = (folder_ / "page.html").string();
    const CliRun run = run_cli({"compare", run_of("a.json", "10"), run_of("b.json", "20"), "--report", page});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, testing::ContainsRegex("Total return +-?[0-9.]+%[ *] +-?[0-9.]+%[ *]"));
    EXPECT_THAT(run.out, HasSubstr("*: the best of its row"));
    std::ifstream file(page);
    const std::string html{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(html, HasSubstr("\"page\":\"compare\""));
    EXPECT_THAT(html, HasSubstr("fast 20, slow 50"));
}

TEST_F(Compare, RefusesWhatItCannotCompare) {
    const std::string run = run_of("a.json", "10");
    test::expect_refused({"compare", run}, 2, {"expected 2 to 16 files, not 1"});
    test::expect_refused({"compare", run, (folder_ / "none.json").string()}, 1, {"cannot read", "none.json"});
    test::expect_refused({"compare", run, run, "--report", run}, 2, {"would overwrite"});
    const std::string bare = (folder_ / "bare.json").string();
    EXPECT_EQ(run_cli(backtest_args(sample_csv(), {"--analyzers", "trades", "--json", bare})).code, 0);
    test::expect_refused({"compare", run, bare}, 2,
                         {"bare.json: the run was made without the analyzer equity_curve, which a comparison needs"});
    std::ofstream((folder_ / "bad.json").string()) << "{";
    test::expect_refused({"compare", run, (folder_ / "bad.json").string()}, 2, {"bad.json: no JSON at byte 1"});
}

}  // namespace
}  // namespace ct::cli
