#include "ct/analyzers/report_html.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/analyzers/report_charts.hpp"
#include "ct/analyzers/report_tables.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/sample_result_test.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

/// The text between two marks, each of which must be there.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    EXPECT_NE(from, std::string_view::npos) << begin;
    const std::size_t to = text.find(end, from + begin.size());
    EXPECT_NE(to, std::string_view::npos) << end;
    return text.substr(from + begin.size(), to - from - begin.size());
}

/// Empty if every element that opens also closes, in order; else what is wrong.
std::string structure_error(std::string_view html) {
    std::vector<std::string_view> open;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const std::string_view tag = html.substr(at + 1, html.find('>', at) - at - 1);
        if (tag.starts_with('!') || tag.ends_with('/')) continue;
        const bool closes = tag.starts_with('/');
        const std::string_view name = tag.substr(closes ? 1 : 0, tag.find_first_of(" \n") - (closes ? 1 : 0));
        if (name == "meta" || name == "link") continue;
        if (!closes) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "unexpected </" + std::string(name) + ">";
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? std::string() : "not closed: " + std::string(open.back());
}

TEST(ReportHtml, IsWellFormed) {
    EXPECT_EQ(structure_error(to_html(sample_result())), "");
    EXPECT_EQ(structure_error(to_html(RunResult{})), "");
}

TEST(ReportHtml, AsksForNothing) {
    const std::string html = to_html(sample_result());
    EXPECT_THAT(html, Not(HasSubstr("://")));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("@import")));
    EXPECT_THAT(html, Not(HasSubstr("url(")));
    EXPECT_THAT(html, Not(HasSubstr(" src=")));
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(ReportHtml, ShowsWhatHappened) {
    const std::string html = to_html(sample_result());
    for (const char* part :
         {"sma_cross", "BTC/USDT", "2024-01-01 00:00 to 2024-01-02 23:00 UTC", "48 bars", "10,000.12", "from 10,000.00",
          "Total return", "1 of 4 orders rejected.", "needed 37,800.50, available 10,000.00 USDT", "<em>open</em>",
          "00000000000000010000000000000002", "00000000000000030000000000000004", "1.2.3", "2 taker", "95%",
          "1h closes", "<td class=\"up\">1.65</td>"}) {
        EXPECT_THAT(html, HasSubstr(part));
    }
    EXPECT_EQ(count(html, "<svg class=\"chart "), 3U);
}

TEST(ReportHtml, CountsWhatEachRiskRuleHasDone) {
    RunResult result = sample_result();
    EXPECT_THAT(to_html(result), Not(HasSubstr("Risk decisions")));
    result.risk_decisions = {{.rule = Reason::kMaxOrder, .action = RiskDecision::Action::kModify},
                             {.rule = Reason::kMaxOrder, .action = RiskDecision::Action::kReject},
                             {.rule = Reason::kMaxOrder, .action = RiskDecision::Action::kReject}};
    const std::string page = to_html(result);
    EXPECT_THAT(page, HasSubstr("Risk decisions"));
    EXPECT_THAT(page, HasSubstr("1 shrunk, 2 refused"));
}

TEST(ReportHtml, MarksEntriesAndExits) {
    const std::string html = to_html(sample_result());
    const std::string_view chart = between(html, "<svg class=\"chart price\"", "</section>");
    EXPECT_EQ(count(chart, "href=\"#long\""), 2U);
    EXPECT_EQ(count(chart, "href=\"#profit\""), 1U);
    EXPECT_EQ(count(chart, "href=\"#short\"") + count(chart, "href=\"#loss\""), 0U);
}

TEST(ReportHtml, EscapesAllText) {
    constexpr const char* kHostile = "<script>alert('x')</script>&\"";
    RunResult result = sample_result();
    result.version = result.strategy = kHostile;
    result.parameters = {{kHostile, kHostile}};
    result.settings = {{kHostile, kHostile}};
    result.metrics.emplace_back(kHostile, 1);
    result.seconds = {{kHostile, 1}};
    result.instruments[0].symbol = result.instruments[0].base = result.instruments[0].quote = kHostile;
    const std::string html = to_html(result);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("alert('x')")));
    EXPECT_THAT(html, Not(HasSubstr("&\"")));
    EXPECT_EQ(structure_error(html), "");
}

TEST(ReportHtml, CutsTheTradeTableAndSaysSo) {
    RunResult result = sample_result();
    const RoundTrip trade = result.trades[0];
    result.trades.clear();
    for (std::size_t i = 0; i < kMaxTradeRows; ++i) result.trades.push_back(trade);
    std::string html = to_html(result);
    EXPECT_THAT(html, Not(HasSubstr("The last 5,000")));
    EXPECT_EQ(count(between(html, "class=\"rows trades\"", "</table>"), "<tr><td>"), kMaxTradeRows);

    result.trades.push_back(trade);
    html = to_html(result);
    EXPECT_THAT(html, HasSubstr("The last 5,000 of 5,001 trades"));
    const std::string_view table = between(html, "class=\"rows trades\"", "</table>");
    EXPECT_EQ(count(table, "<tr><td>"), kMaxTradeRows);
    EXPECT_THAT(std::string(table), HasSubstr("<td>5001</td>"));
    EXPECT_THAT(std::string(table), Not(HasSubstr("<tr><td>1</td>")));
}

/// The points a chart draws: a path's points and its markers.
std::size_t points_of(std::string_view chart) { return count(chart, "L") + count(chart, "V") + count(chart, "<use "); }

TEST(ReportHtml, CutsTheChartsAndSaysSo) {
    RunResult result = sample_result();
    const RoundTrip trade = result.trades[0];
    for (int i = 0; i < 300'000; ++i) {
        result.series[0].closes.add(kSampleStart + (48 + i) * kSampleHour, 42'000 + i % 977);
        result.equity.add(kSampleStart + (49 + i) * kSampleHour, 10'000 + i % 991);
    }
    result.trades.clear();
    for (int i = 0; i < 20'000; ++i) result.trades.push_back(trade);
    const std::string html = to_html(result);
    EXPECT_THAT(html, HasSubstr("One in 40 of the 20,000 trades is marked."));
    EXPECT_EQ(count(html, "300,048 values drawn as "), 3U);
    for (const char* chart :
         {"<svg class=\"chart price\"", "<svg class=\"chart equity\"", "<svg class=\"chart drawdown\""}) {
        const std::size_t points = points_of(between(html, chart, "</section>"));
        EXPECT_LE(points, kMaxChartPoints + 3) << chart;  // 3 close the outline
        EXPECT_GT(points, kMaxChartPoints / 2) << chart;
    }
    EXPECT_LT(html.size(), 2'500'000U);
}

TEST(ReportHtml, ShortSeriesAreDrawnWhole) {
    const std::string html = to_html(sample_result());
    EXPECT_EQ(points_of(between(html, "<svg class=\"chart price\"", "</section>")), 47U + 3U);
    EXPECT_THAT(html, Not(HasSubstr("values drawn as")));
}

TEST(ReportHtml, ManySeriesHaveFewerPriceCharts) {
    RunResult result = sample_result();
    result.series.assign(kMaxPriceCharts + 1, result.series[0]);
    const std::string html = to_html(result);
    EXPECT_EQ(count(html, "<svg class=\"chart price\""), kMaxPriceCharts);
    EXPECT_THAT(html, HasSubstr("Price charts of the first 12 of 13 series."));
}

TEST(ReportHtml, TheDrawdownFallsFromTheRunningPeak) {
    RunResult result = sample_result();
    result.equity = Buckets();
    constexpr std::array kEquity = {10'000.0, 12'000.0, 9'000.0, 12'000.0, 6'000.0};
    for (std::size_t i = 0; i < kEquity.size(); ++i) {
        result.equity.add(kSampleStart + static_cast<TimeNs>(i + 1) * kSampleHour, kEquity[i]);
    }
    const std::string html = drawdown_section(result);
    // The axis ends at 1.08 times the deepest fall of 50 %: 0, 0, 25, 0, 50 of 54 % of the height of 4000.
    const std::string path(between(html, R"(<path class="line area" d=")", "\"/>"));
    for (const char* y : {" 0L", " 1852L", " 0L", " 3704V"}) EXPECT_THAT(path, HasSubstr(y));
}

}  // namespace
}  // namespace ct::analyzers
