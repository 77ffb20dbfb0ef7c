#include "ct/core/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace ct {
namespace {

std::string hash_of(std::string_view bytes) {
    Hasher hasher;
    hasher.bytes(bytes.data(), bytes.size());
    return hasher.digest().text();
}

TEST(Hash, KnownAnswers) {  // XXH3-128, seed 0, as xxhsum -H2 prints them
    EXPECT_EQ(hash_of(""), "99aa06d3014798d86001c324468d497f");
    EXPECT_EQ(hash_of("a"), "a96faf705af16834e6c632b61e964e1f");
    EXPECT_EQ(hash_of("abc"), "06b05ab6733a618578af5f94892f3950");
}

TEST(Hash, ChunksDoNotMatter) {
    std::string text;
    for (int i = 0; i < 3'000; ++i) text.push_back(static_cast<char>(i * 7));
    for (const std::size_t chunk : {1U, 3U, 64U, 255U, 256U, 257U, 1024U}) {
        Hasher hasher;
        for (std::size_t at = 0; at < text.size(); at += chunk) {
            const auto part = std::string_view(text).substr(at, chunk);
            hasher.bytes(part.data(), part.size());
        }
        EXPECT_EQ(hasher.digest().text(), hash_of(text)) << chunk;
    }
}

TEST(Hash, NumbersAreLittleEndianOfFixedWidth) {
    Hasher numbers;
    numbers.u8(1);
    numbers.u32(2);
    numbers.u64(3);
    numbers.i64(-1);
    numbers.i128(-2);
    std::string bytes("\x01\x02\0\0\0\x03\0\0\0\0\0\0\0", 13);
    bytes += std::string(8, '\xff');
    bytes += '\xfe' + std::string(15, '\xff');
    EXPECT_EQ(numbers.digest().text(), hash_of(bytes));

    Hasher columns;
    const std::vector<double> doubles = {1.0, -0.0};
    const std::vector<std::int64_t> integers = {5};
    columns.column(doubles);
    columns.column(integers);
    EXPECT_EQ(columns.digest().text(), hash_of(std::string_view("\0\0\0\0\0\0\xf0\x3f"
                                                                "\0\0\0\0\0\0\0\x80"
                                                                "\x05\0\0\0\0\0\0\0",
                                                                24)));
}

TEST(Hash, TextsAreKeptApartByTheirLengths) {
    Hasher a;
    a.text("ab");
    a.text("c");
    Hasher b;
    b.text("a");
    b.text("bc");
    EXPECT_NE(a.digest(), b.digest());
    Hasher c;
    c.text("ab");
    EXPECT_EQ(c.digest().text(), hash_of(std::string_view("\x02\0\0\0\0\0\0\0ab", 10)));
}

TEST(Hash, DigestMayBeAskedForOnTheWay) {
    Hasher hasher;
    hasher.u8('a');
    const Digest first = hasher.digest();
    EXPECT_EQ(hasher.digest(), first);
    EXPECT_EQ(first.text(), hash_of("a"));
    Hasher moved = std::move(hasher);
    moved.bytes("bc", 2);
    EXPECT_EQ(moved.digest().text(), hash_of("abc"));
    EXPECT_LT((Digest{0, 5}), (Digest{1, 0}));
    EXPECT_EQ((Digest{1, 2}).text(), "00000000000000010000000000000002");
}

}  // namespace
}  // namespace ct
