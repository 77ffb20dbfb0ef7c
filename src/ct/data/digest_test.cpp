#include "ct/data/digest.hpp"

#include <cstddef>
#include <cstdint>

#include <gtest/gtest.h>

#include "ct/core/bar.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"

namespace ct::data {
namespace {

/// Daily bars from a day on.
BarSeries daily(const Date& from, std::size_t rows) {
    BarSeries series;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto price = 100.0 + static_cast<double>(i);
        series.time_ns.push_back((days_from_date(from) + static_cast<std::int64_t>(i)) * kNsPerDay);
        series.open.push_back(price);
        series.high.push_back(price + 2.0);
        series.low.push_back(price - 2.0);
        series.close.push_back(price + 1.0);
        series.volume.push_back(price * 10.0);
    }
    return series;
}

TEST(Digest, IsTheDocumentedByteStream) {
    const BarSeries series = daily({1969, 12, 31}, 2);
    const auto hash_month = [&](std::size_t row) {
        Hasher hasher;
        hasher.u8(1);
        hasher.u64(1);
        hasher.i64(series.time_ns[row]);
        for (const double value :
             {series.open[row], series.high[row], series.low[row], series.close[row], series.volume[row]}) {
            hasher.bytes(&value, sizeof value);
        }
        return hasher.digest();
    };
    Hasher all;
    all.u8(1);
    all.u64(2);
    all.i64(-1);
    all.u64(hash_month(0).high);
    all.u64(hash_month(0).low);
    all.i64(0);
    all.u64(hash_month(1).high);
    all.u64(hash_month(1).low);
    EXPECT_EQ(bars_digest(series.columns()), all.digest());
}

TEST(Digest, StaysTheSame) {
    EXPECT_EQ(bars_digest(daily({2024, 1, 30}, 70).columns()).text(), "742a4fc64d12be563c039bacedbb032c");
    EXPECT_EQ(bars_digest({}).text(), "fa3f5392c40387fb428516d12156e7b6");
}

TEST(Digest, CutsAtUtcMonths) {
    const BarSeries series = daily({2024, 1, 30}, 63);
    const auto months = month_digests(series.columns());
    ASSERT_EQ(months.size(), 4U);
    EXPECT_EQ(months[0].month, 54 * 12);
    EXPECT_EQ(months[3].month, 54 * 12 + 3);
    EXPECT_EQ(months[1].digest, month_digest(series.columns().rows(2, 31)));
    EXPECT_EQ(combine_months(months), bars_digest(series.columns()));
}

TEST(Digest, SeesEveryColumnAndRow) {
    const BarSeries series = daily({2024, 1, 1}, 40);
    const Digest digest = bars_digest(series.columns());
    const auto changed = [&](auto change) {
        BarSeries other = series;
        change(other);
        return bars_digest(other.columns()) != digest;
    };
    EXPECT_TRUE(changed([](BarSeries& s) { s.time_ns[7] += 1; }));
    EXPECT_TRUE(changed([](BarSeries& s) { s.open[7] += 1e-9; }));
    EXPECT_TRUE(changed([](BarSeries& s) { s.high[7] += 1e-9; }));
    EXPECT_TRUE(changed([](BarSeries& s) { s.low[7] += 1e-9; }));
    EXPECT_TRUE(changed([](BarSeries& s) { s.close[39] += 1e-9; }));
    EXPECT_TRUE(changed([](BarSeries& s) { s.volume[0] += 1e-9; }));
    EXPECT_TRUE(changed([](BarSeries& s) { s.open.swap(s.close); }));
    EXPECT_NE(bars_digest(series.columns().rows(0, 39)), digest);
}

}  // namespace
}  // namespace ct::data
