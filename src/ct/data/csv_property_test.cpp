// Random series written in random shapes must read back bit by bit; damaged files must fail, not crash.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ct/core/random.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/digest.hpp"
#include "support/csv_text.hpp"
#include "support/random.hpp"

namespace ct::data {
namespace {

class Random : public test::Random {
  public:
    using test::Random::Random;
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    bool maybe() { return below(2) == 1; }
    template <class T>
    const T& pick(const std::vector<T>& choices) {
        return choices[below(choices.size())];
    }
};

/// A seed that changes from run to run, printed first so that even a crash can be repeated: CT_SEED sets it.
std::uint64_t new_seed() {
    const char* set = std::getenv("CT_SEED");
    const std::uint64_t seed = set != nullptr ? std::stoull(set) : std::random_device{}();
    std::cout << "CT_SEED=" << seed << '\n' << std::flush;
    return seed;
}

/// Decimal text and the double it means.
struct Number {
    std::string text;
    double value = 0.0;
};

Number number(Random& random, std::uint64_t count, int decimals) {
    const auto unit =
        static_cast<std::uint64_t>(std::stoull("1" + std::string(static_cast<std::size_t>(decimals), '0')));
    std::string text = fmt::format("{}", count / unit);
    if (decimals > 0) text += fmt::format(".{:0{}}", count % unit, decimals);
    const double value = parse_finite(text).value();
    if (random.below(8) == 0) text = fmt::format("{}", value);  // the shortest form, perhaps with an exponent
    return {text, value};
}

struct Shape {
    char delimiter = ',';
    std::string unit = "ms";
    bool kline = false;
    bool header = true;
    bool quotes = false;
    bool descending = false;
    std::string line_end = "\n";
};

Shape random_shape(Random& random) {
    Shape shape;
    shape.delimiter = random.pick<char>({',', ';', '\t'});
    shape.unit = random.pick<std::string>({"s", "ms", "us", "ns", "iso"});
    shape.kline = random.maybe();
    shape.header = random.maybe();
    shape.quotes = random.below(4) == 0;
    shape.descending = random.maybe();
    shape.line_end = random.pick<std::string>({"\n", "\r\n"});
    return shape;
}

std::string time_text(TimeNs time_ns, const std::string& unit) {
    if (unit == "iso") return format_iso_time(time_ns);
    const std::int64_t divisor = unit == "s" ? 1'000'000'000 : unit == "ms" ? 1'000'000 : unit == "us" ? 1'000 : 1;
    return std::to_string(time_ns / divisor);
}

std::string join(const std::vector<std::string>& fields, const Shape& shape) {
    std::string line;
    for (const auto& field : fields) {
        if (!line.empty()) line += shape.delimiter;
        line += shape.quotes ? "\"" + field + "\"" : field;
    }
    return line + shape.line_end;
}

/// A random series of valid bars and its text in a shape.
struct Sample {
    BarSeries series;
    std::string text;
};

Sample make_sample(Random& random, const Shape& shape) {
    constexpr std::int64_t kMinuteNs = 60 * kNsPerSecond;
    Sample sample;
    std::vector<std::string> lines;
    TimeNs time_ns = static_cast<TimeNs>(1'300'000'000 + random.below(400'000'000)) / 60 * kMinuteNs;
    const int decimals = static_cast<int>(random.below(10));
    const std::uint64_t scale = 10 + random.below(1'000'000'000'000);
    const std::size_t rows = 2 + random.below(40);
    for (std::size_t i = 0; i < rows; ++i) {
        std::vector<std::uint64_t> counts(4);
        for (auto& count : counts) count = 1 + random.below(scale);
        std::ranges::sort(counts);
        const bool up = random.maybe();
        const Number low = number(random, counts[0], decimals);
        const Number open = number(random, i == 0 ? counts[3] : counts[up ? 1 : 2], decimals);
        const Number close = number(random, counts[up ? 2 : 1], decimals);
        const Number high = number(random, counts[3], decimals);
        const Number volume = number(random, random.below(1'000'000'000'000'000'000), 8);
        sample.series.time_ns.push_back(time_ns);
        sample.series.open.push_back(open.value);
        sample.series.high.push_back(high.value);
        sample.series.low.push_back(low.value);
        sample.series.close.push_back(close.value);
        sample.series.volume.push_back(volume.value);
        std::vector<std::string> fields = {
            time_text(time_ns, shape.unit), open.text, high.text, low.text, close.text, volume.text};
        if (shape.kline) {
            fields.insert(fields.end(), {time_text(time_ns + kMinuteNs, shape.unit), "1.5", "3", "0.5", "0.7", "0"});
        }
        lines.push_back(join(fields, shape));
        time_ns += kMinuteNs * (i == 0 || random.below(4) != 0 ? 1 : 1 + static_cast<std::int64_t>(random.below(5)));
    }
    if (shape.descending) std::ranges::reverse(lines);
    if (shape.header) {
        const std::vector<std::string> names = {"Open Time",
                                                "open",
                                                "high",
                                                "low",
                                                "close",
                                                "volume",
                                                "close_time",
                                                "quote_volume",
                                                "count",
                                                "taker_buy_volume",
                                                "taker_buy_quote_volume",
                                                "ignore"};
        sample.text = join({names.begin(), names.begin() + (shape.kline ? 12 : 6)}, shape);
    }
    for (const auto& line : lines) sample.text += line;
    return sample;
}

TEST(CsvProperty, ReadsBackWhatWasWritten) {
    Random random(new_seed());
    for (int i = 0; i < 500; ++i) {
        const Shape shape = random_shape(random);
        const Sample sample = make_sample(random, shape);
        const auto read = test::read_csv_text(sample.text, {}, 1 + random.below(300));
        ASSERT_TRUE(read) << read.error().message << "\n" << sample.text;
        EXPECT_EQ(read->series.timeframe.text(), "1m");
        ASSERT_EQ(bars_digest(read->series.columns()), bars_digest(sample.series.columns())) << sample.text;
        EXPECT_EQ(read->files[0].descending, shape.descending);
        EXPECT_EQ(read->files[0].header.empty(), !shape.header);
        EXPECT_EQ(read->files[0].is_kline(), shape.kline);
    }
}

/// The in-place scan of a number against fast_float, over every length of digits and decimals.
TEST(CsvProperty, ScansNumbersAsTheLibraryDoes) {
    Random random(new_seed());
    for (int i = 0; i < 5'000; ++i) {
        std::string text;
        for (std::size_t digits = 1 + random.below(20); digits > 0; --digits)
            text += static_cast<char>('0' + random.below(10));
        if (random.below(8) != 0) text.insert(1 + random.below(text.size()), ".");
        if (random.below(8) == 0) text += fmt::format("e{}", static_cast<int>(random.below(20)) - 10);
        const std::string rows = fmt::format("ts,o,h,l,c,v\n1704067200,1,1,1,1,{}\n1704067260,1,1,1,1,1\n", text);
        const auto read = test::read_csv_text(rows);
        ASSERT_TRUE(read) << read.error().message;
        ASSERT_EQ(read->series.volume[0], parse_finite(text)) << text;
    }
}

/// Flips, cuts, doubles and drops bytes.
std::string damaged(std::string text, Random& random) {
    static constexpr std::string_view kNasty("\0\"\n\r,;\t.-e+ 0", 13);
    for (std::uint64_t times = 1 + random.below(6); times > 0 && !text.empty(); --times) {
        const std::size_t at = random.below(text.size());
        switch (random.below(5)) {
            case 0:
                text[at] = static_cast<char>(random.below(256));
                break;
            case 1:
                text[at] = kNasty[random.below(kNasty.size())];
                break;
            case 2:
                text.resize(at);
                break;
            case 3:
                text.insert(at, text.substr(at / 2, 30));
                break;
            default:
                text.erase(at, 1 + random.below(20));
        }
    }
    return text;
}

/// What a result promises, whatever came in.
void expect_valid(const BarSeries& series) {
    ASSERT_GT(series.size(), 0U);
    ASSERT_TRUE(std::ranges::adjacent_find(series.time_ns, std::greater_equal{}) == series.time_ns.end());
    for (std::size_t i = 0; i < series.size(); ++i) {
        ASSERT_GT(series.low[i], 0.0);
        ASSERT_LE(series.low[i], std::min(series.open[i], series.close[i]));
        ASSERT_GE(series.high[i], std::max(series.open[i], series.close[i]));
        ASSERT_GE(series.volume[i], 0.0);
    }
}

TEST(CsvProperty, DamagedFilesFailOrReadTheSameInAnyChunks) {
    Random random(new_seed());
    for (int i = 0; i < 3'000; ++i) {
        const std::string text = damaged(make_sample(random, random_shape(random)).text, random);
        const CsvOptions options{.keep_extras = random.maybe()};
        const auto whole = test::read_csv_text(text, options);
        const auto parts = test::read_csv_text(text, options, 1 + random.below(50));
        ASSERT_EQ(whole.has_value(), parts.has_value()) << text;
        if (!whole) {
            ASSERT_FALSE(whole.error().message.empty());
            ASSERT_EQ(whole.error().message, parts.error().message) << text;
            continue;
        }
        expect_valid(whole->series);
        ASSERT_EQ(bars_digest(whole->series.columns()), bars_digest(parts->series.columns())) << text;
    }
}

TEST(CsvProperty, RandomBytesFail) {
    Random random(new_seed());
    for (int i = 0; i < 2'000; ++i) {
        std::string text;
        for (std::uint64_t size = random.below(400); size > 0; --size) {
            text += random.maybe() ? static_cast<char>(random.below(256)) : "0123456789,.\n\""[random.below(14)];
        }
        const auto read = test::read_csv_text(text, {}, 1 + random.below(64));
        if (read) {
            expect_valid(read->series);
        } else {
            ASSERT_FALSE(read.error().message.empty());
        }
    }
}

}  // namespace
}  // namespace ct::data
