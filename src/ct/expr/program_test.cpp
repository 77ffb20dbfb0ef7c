#include "ct/expr/program.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/bits.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/random_walk.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/parser.hpp"
#include "ct/indicators/indicator.hpp"
#include "support/expression_values.hpp"
#include "support/expressions.hpp"
#include "support/random.hpp"

namespace ct::expr {
namespace {

using test::compile;
using test::Compiled;
using test::FieldColumns;
using test::Random;

constexpr std::size_t kRows = 700;  // more than two blocks

/// Random texts of the language, of a wanted type.
class Writer {
  public:
    explicit Writer(Random& random) : random_(random) {}

    std::string number(int depth) {
        static constexpr std::array kLeaves = {"close", "open", "high", "volume", "2",
                                               "0.5",   "-3",   "hl2",  "hour",   "fast"};
        static constexpr std::array kOperators = {"+", "-", "*", "/", "%"};
        if (depth == 0) return std::string(one_of(kLeaves));
        const auto a = [&] { return number(depth - 1); };
        switch (random_.between(0, 11)) {
            case 0:
            case 1:
            case 2:
                return fmt::format("({} {} {})", a(), one_of(kOperators), a());
            case 3:
                return fmt::format("(close - {})[{}]", a(), random_.between(0, 400));
            case 4:
                return fmt::format("sma(close + {}, {})", a(), random_.between(1, 30));
            case 5:
                return fmt::format("ema({} - close * 2, {})", a(), random_.between(1, 30));
            case 6:
                return fmt::format("if({}, {}, {})", condition(depth - 1), a(), a());
            case 7:
                return fmt::format("nz(sqrt(close - {}), {})", a(), a());
            case 8:
                return fmt::format("since({} or close[1] > close)", condition(depth - 1));
            case 9:
                return fmt::format("macd(close * 2 + {}, {}, 17, 5).signal", a(), random_.between(2, 16));
            case 10:
                return fmt::format("{}({}, {})", random_.once_in(2) ? "min" : "max", a(), a());
            default:
                return fmt::format("abs(-{})", a());
        }
    }
    std::string condition(int depth) {
        static constexpr std::array kComparisons = {"<", "<=", ">", ">=", "==", "!="};
        const auto a = [&] { return number(std::max(depth - 1, 0)); };
        if (depth == 0) return fmt::format("{} {} {}", a(), one_of(kComparisons), a());
        const auto c = [&] { return condition(depth - 1); };
        switch (random_.between(0, 7)) {
            case 0:
                return fmt::format("({} and {})", c(), c());
            case 1:
                return fmt::format("({} or {})", c(), c());
            case 2:
                return fmt::format("not ({})", c());
            case 3:
                return fmt::format("crossover(close + {}, open)", a());
            case 4:
                return fmt::format("rising(close * {}, {})", a(), random_.between(1, 3));
            case 5:
                return fmt::format("na(close / {})", a());
            case 6:
                return fmt::format("({})[{}] and close > 0", fmt::format("close > {}", a()), random_.between(0, 5));
            default:
                return fmt::format("({} {} {})", a(), one_of(kComparisons), a());
        }
    }

  private:
    template <std::size_t Count>
    const char* one_of(const std::array<const char*, Count>& texts) {
        return texts[static_cast<std::size_t>(random_.between(0, static_cast<std::int64_t>(Count) - 1))];
    }
    Random& random_;
};

bool same(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || bit_cast<std::uint64_t>(a + 0.0) == bit_cast<std::uint64_t>(b + 0.0);
}

std::unique_ptr<Program> program_of(std::string_view text, Type type, const ParameterValues& parameters = {}) {
    return std::move(compile(text, type, parameters).value().plan.parts[0].program);
}

/// The first row in which they differ.
std::size_t first_difference(const std::vector<double>& a, const std::vector<double>& b) {
    std::size_t row = 0;
    while (row < a.size() && same(a[row], b[row])) ++row;
    return row;
}

TEST(Program, OfRandomExpressionsIsWhatASlowEvaluatorSays) {
    Random random(11);
    Writer writer(random);
    const Timeframe timeframe = Timeframe::parse("1h").value();
    const ParameterValues parameters = {{"fast", 7}};
    int compared = 0;
    for (int round = 0; round < 1'500; ++round) {
        const auto series = data::RandomWalk(static_cast<std::uint64_t>(round), timeframe).next(kRows);
        const FieldColumns bars(series.columns(), timeframe);
        const Type type = random.once_in(2) ? Type::kNumber : Type::kCondition;
        const int depth = static_cast<int>(random.between(0, 4));
        const std::string text = type == Type::kNumber ? writer.number(depth) : writer.condition(depth);
        SCOPED_TRACE(text);
        auto whole = compile(text, type, parameters);
        // Constants may have no value, or no past.
        if (!whole) continue;
        const std::vector<double> values = test::values_of(*whole, bars);
        const auto tree = parse({text, "entry"});
        const std::vector<double> slow = test::SlowEvaluator(bars, parameters).values(**tree);
        ASSERT_EQ(first_difference(values, slow), kRows);
        ++compared;
        if (whole->plan.parts.empty()) continue;

        // In chunks, with a copy that goes on by itself, and another that goes on from what was saved.
        std::vector<double> pieces(kRows);
        const auto& fields = whole->plan.parts[0].fields;
        std::unique_ptr<indicators::Indicator> program = program_of(text, type, parameters);
        for (std::size_t at = 0; at < kRows;) {
            const auto length = static_cast<std::size_t>(random.between(1, random.once_in(4) ? 400 : 20));
            const std::size_t end = std::min(at + length, kRows);
            if (random.once_in(10)) program = program->clone();
            if (random.once_in(10)) {
                auto fresh = program_of(text, type, parameters);
                ASSERT_TRUE(fresh->restore(program->save()));
                program = std::move(fresh);
            }
            test::run_rows(dynamic_cast<Program&>(*program), fields, bars, at, end, pieces.data() + at);
            at = end;
        }
        ASSERT_EQ(first_difference(values, pieces), kRows);
    }
    EXPECT_GT(compared, 1'000);
}

TEST(Program, LeadInIsThatOfTheLongestWay) {
    const auto lead_in = [](std::string_view text) { return program_of(text, Type::kNumber)->lead_in(); };
    EXPECT_EQ(lead_in("close"), 0U);
    EXPECT_EQ(lead_in("close[3] + 1"), 3U);
    EXPECT_EQ(lead_in("sma(sma(close, 10), 5)[2] + sma(close, 3)"), 15U);
}

TEST(Program, RefusesTheStateOfAnother) {
    auto state = program_of("sma(close, 10)", Type::kNumber)->save();
    EXPECT_FALSE(program_of("sma(close, 10)[1] + ema(close, 3)", Type::kNumber)->restore(state));
    EXPECT_FALSE(program_of("sma(close, 10)", Type::kNumber)->restore({}));
    state.push_back(std::byte{0});
    EXPECT_FALSE(program_of("sma(close, 10)", Type::kNumber)->restore(state));
}

}  // namespace
}  // namespace ct::expr
