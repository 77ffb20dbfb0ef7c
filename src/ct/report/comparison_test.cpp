#include "ct/report/comparison.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/report_json.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/sample_result_test.hpp"
#include "ct/report/compared_run.hpp"
#include "ct/report/unpacked_test.hpp"

namespace ct::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string sample_json() { return analyzers::to_json(analyzers::sample_result()); }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

std::string error_of(const std::string& json) {
    const auto run = read_run("a.json", json);
    return run ? "" : run.error().message;
}

TEST(ReadRun, TakesWhatTheJsonReportSays) {
    const ComparedRun run = read_run("a.json", sample_json()).value();
    EXPECT_EQ(run.name, "a.json");
    EXPECT_EQ(run.strategy, "sma_cross");
    EXPECT_EQ(run.symbols, "BTC/USDT 1h");
    EXPECT_EQ(run.range, "2024-01-01 00:00 to 2024-01-02 23:00 UTC");
    EXPECT_EQ(run.parameters, "fast 10, size 95%, short true, code 007");
    EXPECT_EQ(run.settings, "cash 10000, maker 0.001, account simple");
    EXPECT_EQ(run.initial_value, 10'000);
    EXPECT_THAT(run.equity, ElementsAre(9'985.5, 10'000.25));
    EXPECT_EQ(run.metrics.size(), 3U);
}

TEST(ReadRun, RefusesWhatIsNoRun) {
    const std::string good = sample_json();
    EXPECT_THAT(error_of("{\"version\": }"), HasSubstr("a.json: no JSON at byte 12"));
    EXPECT_THAT(error_of("[1]"), HasSubstr("a.json: expected a JSON object"));
    EXPECT_THAT(error_of("{}"),
                HasSubstr("a.json: expected a text 'version', as `cracktrader backtest --json` writes"));
    EXPECT_THAT(error_of(std::string(1'000'000, '[')), HasSubstr("no JSON"));
    EXPECT_THAT(error_of(replaced(good, "\"metrics\":{", "\"metrics\":{\"x\":\"y\",")),
                HasSubstr("a.json: expected a number as metric 'x'"));
    EXPECT_THAT(error_of(replaced(good, "\"equity_daily\"", "\"equity\"")),
                HasSubstr("a.json: the run was made without the analyzer equity_curve, which a comparison needs"));
    EXPECT_THAT(error_of(replaced(good, "\"equity_daily\":[", "\"equity_daily\":[[99999999999999999,1],")),
                HasSubstr("rising times in 'equity_daily', item 0"));
    EXPECT_THAT(error_of(replaced(good, "\"equity_daily\":[", "\"equity_daily\":[7,")), HasSubstr("item 0"));
    EXPECT_THAT(error_of(replaced(good, "\"first_time_ms\":", "\"first_time_ms\":1e300,\"x\":")), HasSubstr("1685"));
    EXPECT_THAT(error_of(replaced(good, "\"initial_value\":10000", "\"initial_value\":0")), HasSubstr("above zero"));
}

ComparedRun run_with(const char* name, double sharpe, double drawdown, double trades) {
    ComparedRun run;
    run.name = name;
    run.report_asset = "USDT";
    run.range = "2024";
    run.initial_value = 1000;
    run.metrics = {{"sharpe", sharpe}, {"max_drawdown", drawdown}, {"trades", trades}};
    run.time_ms = {1, 2};
    run.equity = {1100, 990};
    return run;
}

TEST(CompareMetrics, MarksTheBest) {
    const std::vector runs = {run_with("a", 1.5, 0.2, 7), run_with("b", 0.5, 0.1, 9)};
    const auto metrics = compare_metrics(runs);
    ASSERT_EQ(metrics.size(), 3U);
    EXPECT_EQ(metrics[0].label, "Sharpe ratio");
    EXPECT_THAT(metrics[0].values, ElementsAre("1.50", "0.50"));
    EXPECT_THAT(metrics[0].best, ElementsAre(0));
    EXPECT_THAT(metrics[1].best, ElementsAre(1)) << "less drawdown is better";
    EXPECT_THAT(metrics[2].best, IsEmpty()) << "more trades are neither";
}

TEST(CompareMetrics, NobodyIsTheBestOfEquals) {
    const std::vector runs = {run_with("a", 1.5, 0.2, 7), run_with("b", 1.5, 0.1, 9)};
    EXPECT_THAT(compare_metrics(runs)[0].best, IsEmpty());
}

TEST(ComparisonWarnings, NameWhatDiffers) {
    std::vector runs = {run_with("a", 1, 0, 0), run_with("b", 1, 0, 0)};
    EXPECT_THAT(comparison_warnings(runs), IsEmpty());
    runs[1].range = "2023";
    runs[1].report_asset = "BTC";
    EXPECT_THAT(comparison_warnings(runs),
                ElementsAre("The runs count in different assets.", "The runs cover different times."));
}

TEST(ComparisonHtml, HoldsTheRunsWithoutMarkup) {
    const std::vector runs = {run_with("</script><script>alert(1)</script>", 1, 0, 0), run_with("b", 2, 0, 0)};
    const std::string html = comparison_html(runs);
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
    const rapidjson::Document data = data_of_page(html);
    EXPECT_THAT(column_of(data, data["runs"][0]["index"]), ElementsAre(110, 99));
    EXPECT_THAT(column_of(data, data["runs"][0]["drawdown"]), ElementsAre(0, -10));
}

}  // namespace
}  // namespace ct::report
