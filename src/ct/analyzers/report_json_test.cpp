#include "ct/analyzers/report_json.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

#include "ct/analyzers/buckets.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/sample_result_test.hpp"

namespace ct::analyzers {
namespace {

using testing::ElementsAre;

/// Reads JSON into the text of each value by its path: {"a": [1.50, "x"]} is a[0] = 1.50 and a[1] = "x". Numbers keep
/// their digits, text stands in quotes. Also keeps the names of each object in order.
class Flat {
  public:
    explicit Flat(const std::string& json) {
        rapidjson::StringStream stream(json.c_str());
        rapidjson::Reader reader;
        EXPECT_TRUE((reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, *this))) << json;
    }

    const std::string& operator[](const std::string& path) const {
        static const std::string kNone = "no such path";
        const auto found = values_.find(path);
        return found == values_.end() ? kNone : found->second;
    }
    const std::vector<std::string>& names(const std::string& path) { return names_[path]; }
    [[nodiscard]] bool has(const std::string& path) const { return values_.contains(path); }

    // What the reader calls, under names of its choice. NOLINTBEGIN(readability-identifier-naming)
    using Ch = char;
    using Size = rapidjson::SizeType;
    bool Null() { return value("null"); }
    bool Bool(bool truth) { return value(truth ? "true" : "false"); }
    bool Int(int /*number*/) { return false; }  // numbers come as text
    bool Uint(unsigned /*number*/) { return false; }
    bool Int64(std::int64_t /*number*/) { return false; }
    bool Uint64(std::uint64_t /*number*/) { return false; }
    bool Double(double /*number*/) { return false; }
    bool RawNumber(const char* text, Size size, bool /*copy*/) { return value({text, size}); }
    bool String(const char* text, Size size, bool /*copy*/) { return value('"' + std::string(text, size) + '"'); }
    bool Key(const char* text, Size size, bool /*copy*/) {
        name_ = std::string(text, size);
        names_[levels_.back().path].push_back(name_);
        return true;
    }
    bool StartObject() { return open(false); }
    bool StartArray() { return open(true); }
    bool EndObject(Size /*count*/) { return close(); }
    bool EndArray(Size /*count*/) { return close(); }
    // NOLINTEND(readability-identifier-naming)

  private:
    struct Level {
        std::string path;
        bool array = false;
        std::size_t next = 0;
    };

    std::string place() {
        if (levels_.empty()) return {};
        Level& level = levels_.back();
        if (level.array) return level.path + "[" + std::to_string(level.next++) + "]";
        return level.path.empty() ? name_ : level.path + "." + name_;
    }
    bool value(std::string text) {
        values_[place()] = std::move(text);
        return true;
    }
    bool open(bool array) {
        levels_.push_back({place(), array});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }

    std::vector<Level> levels_;
    std::string name_;
    std::map<std::string, std::string> values_;
    std::map<std::string, std::vector<std::string>> names_;
};

TEST(ReportJson, HasTheDocumentedMembersInOrder) {
    Flat json(to_json(sample_result()));
    EXPECT_THAT(json.names(""), ElementsAre("version", "strategy", "parameters", "settings", "series", "bars",
                                            "initial_cash", "final_cash", "final_value", "fees", "orders",
                                            "rejected_orders", "metrics", "positions", "fills", "trades",
                                            "equity_daily", "seconds", "peak_rss_bytes", "result_hash", "input_hash"));
    EXPECT_THAT(json.names("fills[0]"),
                ElementsAre("time_ms", "instrument", "side", "quantity", "price", "fee", "order_id", "liquidity"));
    EXPECT_THAT(json.names("trades[0]"),
                ElementsAre("entry_time_ms", "exit_time_ms", "instrument", "side", "quantity", "entry_price",
                            "exit_price", "fees", "pnl", "open", "entry_order_id"));
}

TEST(ReportJson, MoneyPricesAndQuantitiesAreExactNumberTokens) {
    const Flat json(to_json(sample_result()));
    EXPECT_EQ(json["initial_cash"], "10000");
    EXPECT_EQ(json["final_cash"], "5790.123456789012345678");
    EXPECT_EQ(json["final_value"], "10000.123456789012345678");
    EXPECT_EQ(json["fills[1].quantity"], "0.1");
    EXPECT_EQ(json["fills[1].price"], "42100.5");
    EXPECT_EQ(json["fills[1].fee"], "4.2");
    EXPECT_EQ(json["trades[0].entry_price"], "42000");
    EXPECT_EQ(json["trades[0].exit_price"], "42100.5");
    EXPECT_EQ(json["trades[0].fees"], "8.4");
    EXPECT_EQ(json["trades[0].pnl"], "1.65");
    EXPECT_EQ(json["positions[0].last_price"], "42470");
}

TEST(ReportJson, ValuesAreWhereTheyBelong) {
    const Flat json(to_json(sample_result()));
    EXPECT_EQ(json["strategy"], R"("sma_cross")");
    EXPECT_EQ(json["bars"], "48");
    EXPECT_EQ(json["orders"], "2");
    EXPECT_EQ(json["series[0].last_time_ms"], "1704236400000");
    EXPECT_EQ(json["series[0].timeframe"], R"("1h")");
    EXPECT_EQ(json["metrics.total_return"], "0.0000123");
    EXPECT_EQ(json["metrics.sharpe"], "null");
    EXPECT_EQ(json["fills[1].time_ms"], "1704085200000");
    EXPECT_EQ(json["fills[1].side"], R"("sell")");
    EXPECT_EQ(json["fills[1].order_id"], "3");
    EXPECT_EQ(json["fills[1].liquidity"], R"("maker")");
    EXPECT_FALSE(json.has("fills[3].price"));
    EXPECT_EQ(json["equity_daily[1][0]"], "1704240000000");
    EXPECT_EQ(json["equity_daily[1][1]"], "10000.25");
    EXPECT_EQ(json["seconds.run"], "0.5");
    EXPECT_EQ(json["peak_rss_bytes"], "12345678");
    EXPECT_EQ(json["result_hash"], R"("00000000000000010000000000000002")");
}

TEST(ReportJson, AnOpenTradeHasNoExitTime) {
    const Flat json(to_json(sample_result()));
    EXPECT_EQ(json["trades[0].open"], "false");
    EXPECT_EQ(json["trades[0].exit_time_ms"], "1704085200000");
    EXPECT_EQ(json["trades[1].open"], "true");
    EXPECT_EQ(json["trades[1].exit_time_ms"], "null");
    EXPECT_EQ(json["trades[1].exit_price"], "42470");
}

TEST(ReportJson, SaysWhyOrdersWereRejected) {
    const Flat json(to_json(sample_result()));
    EXPECT_EQ(json["rejected_orders.count"], "1");
    EXPECT_EQ(json["rejected_orders.first_order_id"], "2");
    EXPECT_EQ(json["rejected_orders.first_reason"], R"("insufficient_cash")");
    EXPECT_EQ(json["rejected_orders.needed"], "37800.5");
    EXPECT_EQ(json["rejected_orders.available"], "10000");

    const Flat none(to_json(RunResult{}));
    EXPECT_EQ(none["rejected_orders.count"], "0");
    EXPECT_EQ(none["rejected_orders.first_reason"], "null");
    EXPECT_EQ(none["rejected_orders.needed"], "null");
}

TEST(ReportJson, ParametersThatAreJsonValuesStaySo) {
    RunResult result;
    const std::vector<std::string> literals = {"10", "0", "-0.5", "1e-7", "2E+5", "true", "false"};
    const std::vector<std::string> texts = {"95%", "007", "1.", "+1", "", "nan", " 1", "-", ".5", "1e", "[1]", "null"};
    for (const std::string& text : literals) result.parameters.emplace_back(text, text);
    for (const std::string& text : texts) result.settings.emplace_back(text, text);
    const Flat json(to_json(result));
    for (const std::string& text : literals) EXPECT_EQ(json["parameters." + text], text);
    for (const std::string& text : texts) EXPECT_EQ(json["settings." + text], '"' + text + '"');
}

TEST(ReportJson, BucketsComeOnRequest) {
    RunResult result;
    result.equity = Buckets(2);
    for (int i = 0; i < 4; ++i) result.equity.add(i * 1'000'000, 10.0 + i);
    EXPECT_FALSE(Flat(to_json(result)).has("equity_buckets[0][0]"));
    const Flat json(to_json(result, {.equity_buckets = true}));
    EXPECT_EQ(json["equity_buckets[1][0]"], "2");
    EXPECT_EQ(json["equity_buckets[1][1]"], "12.0");
    EXPECT_EQ(json["equity_buckets[1][4]"], "13.0");
}

TEST(ReportJson, EscapesText) {
    RunResult result;
    result.strategy = "a\"b\\c\n\x01";
    result.parameters = {{"k\"ey", "v\"alue"}};
    const Flat json(to_json(result));
    EXPECT_EQ(json["strategy"], '"' + result.strategy + '"');
    EXPECT_EQ(json["parameters.k\"ey"], "\"v\"alue\"");
}

}  // namespace
}  // namespace ct::analyzers
