#include "ct/report/packed_columns.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/report/unpacked_test.hpp"

namespace ct::report {
namespace {

using testing::ElementsAre;

PackedColumns::Place place_of(const std::vector<std::int64_t>& counts) { return PackedColumns().add(counts); }

TEST(PackedColumns, LieBesideEachOtherByteByByte) {
    PackedColumns columns;
    const auto first = columns.add(std::vector<std::int64_t>{0, 200, -1});
    const auto second = columns.add(std::vector<std::int64_t>{kNoCount, 3, kNoCount});
    EXPECT_EQ(first.order, 0U);
    EXPECT_EQ(first.width, 2U);
    EXPECT_EQ(second.at, 6U);
    EXPECT_EQ(second.width, 1U);
    EXPECT_EQ(inflated(columns.deflated()), std::string("\x01\x91\x02\x00\x01\x00\x00\x07\x00", 9));
}

TEST(PackedColumns, HoldWhateverIsSmallest) {
    EXPECT_EQ(place_of({5, -5, 5, -5}).order, 0U);
    EXPECT_EQ(place_of({1000, 1005, 1003, 1009, 1002}).order, 1U);
    EXPECT_EQ(place_of({0, 60'000, 120'000, 180'000, 240'000}).order, 2U);
    EXPECT_EQ(place_of({}).rows, 0U);
}

TEST(PackedColumns, OfAYearOfMinutesAreSmall) {
    std::vector<std::int64_t> times_ms;
    for (std::int64_t i = 0; i < 525'600; ++i) times_ms.push_back(1'704'067'200'000 + i * 60'000);
    PackedColumns columns;
    columns.add(times_ms);
    EXPECT_LT(base64_size(columns.deflated().size()), 10'000U);
}

std::string base64(std::string_view bytes) {
    std::string text;
    append_base64(text, bytes);
    return text;
}

TEST(Base64, IsThatOfTheStandard) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xFF\xFE\xFD"), "//79");
    for (const std::string bytes : {"", "a", "ab", "abc", "abcd"}) {
        EXPECT_EQ(base64(bytes).size(), base64_size(bytes.size()));
        EXPECT_EQ(bytes_of_base64(base64(bytes)), bytes);
    }
}

}  // namespace
}  // namespace ct::report
