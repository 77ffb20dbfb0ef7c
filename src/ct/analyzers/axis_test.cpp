#include "ct/analyzers/axis.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"

namespace ct::analyzers {
namespace {

using testing::ElementsAre;

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
    std::vector<std::string> result;
    result.reserve(ticks.size());
    for (const Tick& tick : ticks) result.push_back(tick.label);
    return result;
}

std::vector<std::string> time_labels(const char* from, const char* to, int count = 6) {
    return labels(TimeAxis::between(*parse_iso_time(from), *parse_iso_time(to)).ticks(count));
}

TEST(ValueAxis, TicksStandAtRoundValues) {
    EXPECT_THAT(labels(ValueAxis{0, 100}.ticks(5)), ElementsAre("0", "20", "40", "60", "80", "100"));
    EXPECT_THAT(labels(ValueAxis{-7.2, 0}.ticks(4, "%")), ElementsAre("-6%", "-4%", "-2%", "0%"));
    EXPECT_THAT(labels(ValueAxis{0.123, 0.126}.ticks(3)), ElementsAre("0.123", "0.124", "0.125", "0.126"));
    EXPECT_THAT(labels(ValueAxis{1e7, 3e7}.ticks(4)), ElementsAre("10M", "15M", "20M", "25M", "30M"));
    EXPECT_THAT(labels(ValueAxis{1e-12, 3e-12}.ticks(2)), ElementsAre("1e-12", "2e-12", "3e-12"));
}

TEST(ValueAxis, PlacesAreShares) {
    const ValueAxis axis{10, 20};
    EXPECT_EQ(axis.at(10), 0);
    EXPECT_EQ(axis.at(15), 0.5);
    EXPECT_EQ(axis.ticks(2)[1].at, 0.5);
}

TEST(ValueAxis, AFlatLineHasRoom) {
    for (const double value : {0.0, 5.0, -5.0, 1e-9}) {
        const ValueAxis axis = ValueAxis::around(value, value);
        EXPECT_LT(axis.min, value);
        EXPECT_GT(axis.max, value);
        EXPECT_FALSE(axis.ticks(4).empty());
    }
}

TEST(TimeAxis, TicksStandAtRoundTimes) {
    EXPECT_THAT(time_labels("2024-01-01 10:00", "2024-01-01 10:00:20"),
                ElementsAre("10:00:00", "10:00:05", "10:00:10", "10:00:15", "10:00:20"));
    EXPECT_THAT(time_labels("2024-01-01 22:10", "2024-01-02 02:10"), ElementsAre("23:00", "2 Jan", "01:00", "02:00"));
    EXPECT_THAT(time_labels("2024-02-27 01:00", "2024-03-02"), ElementsAre("28 Feb", "29 Feb", "1 Mar", "2 Mar"));
    EXPECT_THAT(time_labels("2024-01-01", "2024-01-31", 5),
                ElementsAre("1 Jan", "8 Jan", "15 Jan", "22 Jan", "29 Jan"));
    EXPECT_THAT(time_labels("2023-11-15", "2024-03-20"), ElementsAre("Dec 2023", "Jan 2024", "Feb 2024", "Mar 2024"));
    EXPECT_THAT(time_labels("2017-08-17", "2025-01-01", 4), ElementsAre("2018", "2020", "2022", "2024"));
}

TEST(TimeAxis, AnyRangeHasFewTicks) {
    TimeNs span = 1;
    for (int i = 0; i < 18; ++i, span *= 10) {
        for (const int count : {3, 8}) {
            const auto ticks =
                TimeAxis::between(1'704'067'200 * kNsPerSecond, 1'704'067'200 * kNsPerSecond + span).ticks(count);
            EXPECT_LE(ticks.size(), static_cast<std::size_t>(2 * count)) << span;
            for (const Tick& tick : ticks) {
                EXPECT_GE(tick.at, 0);
                EXPECT_LE(tick.at, 1);
            }
        }
    }
}

}  // namespace
}  // namespace ct::analyzers
