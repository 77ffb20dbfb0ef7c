#include "ct/report/packed_columns.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <zconf.h>
#include <zlib.h>

namespace ct::report {

namespace {

constexpr int kMostOrder = 2;
constexpr int kByteBits = 8;

/// The differences of some order; rows without a value are passed over.
std::vector<std::int64_t> differences(std::span<const std::int64_t> counts, int order) {
    std::vector<std::int64_t> result(counts.begin(), counts.end());
    for (int i = 0; i < order; ++i) {
        std::int64_t before = 0;
        for (std::int64_t& value : result) {
            if (value == kNoCount) continue;
            const std::int64_t now = value;
            value -= before;
            before = now;
        }
    }
    return result;
}

std::uint64_t code_of(std::int64_t value) {
    if (value == kNoCount) return 0;
    const bool below = value < 0;
    return 2 * static_cast<std::uint64_t>(below ? -value : value) + (below ? 0 : 1);
}

std::vector<std::uint64_t> codes_of(std::span<const std::int64_t> counts, int order) {
    const std::vector<std::int64_t> values = differences(counts, order);
    std::vector<std::uint64_t> codes(values.size());
    std::transform(values.begin(), values.end(), codes.begin(), code_of);
    return codes;
}

std::uint64_t bits_of(std::span<const std::uint64_t> codes) {
    std::uint64_t bits = 0;
    for (const std::uint64_t code : codes) bits += static_cast<std::uint64_t>(std::bit_width(code));
    return bits;
}

}  // namespace

PackedColumns::Place PackedColumns::add(std::span<const std::int64_t> counts) {
    Place place{.at = bytes_.size(), .rows = counts.size()};
    std::vector<std::uint64_t> codes = codes_of(counts, 0);
    std::uint64_t fewest = bits_of(codes);
    for (int order = 1; order <= kMostOrder; ++order) {
        std::vector<std::uint64_t> others = codes_of(counts, order);
        const std::uint64_t bits = bits_of(others);
        if (bits >= fewest) continue;
        fewest = bits;
        place.order = order;
        codes.swap(others);
    }
    std::uint64_t all = 0;
    for (const std::uint64_t code : codes) all |= code;
    for (; all != 0; all >>= kByteBits) {
        const std::size_t shift = kByteBits * place.width++;
        for (const std::uint64_t code : codes) bytes_ += static_cast<char>(code >> shift);
    }
    return place;
}

std::string PackedColumns::deflated() const {
    constexpr int kRaw = -MAX_WBITS;
    constexpr int kMostMemory = 9;
    // The low bytes are noise, in which looking for repeated stretches costs time and finds nothing but runs.
    z_stream stream{};
    const int made = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRaw, kMostMemory, Z_RLE);
    if (made != Z_OK) throw std::bad_alloc();
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes_.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes_.data()));  // zlib does not write to it
    stream.avail_in = static_cast<uInt>(bytes_.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string PackedColumns::text() const { return base64(deflated()); }

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t kGroup = 3;
    std::string text;
    text.reserve(base64_size(bytes.size()));
    for (std::size_t i = 0; i < bytes.size(); i += kGroup) {
        std::uint32_t group = 0;
        const std::size_t count = std::min(kGroup, bytes.size() - i);
        for (std::size_t k = 0; k < kGroup; ++k) {
            group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        const std::array<std::uint32_t, 4> digits = {group >> 18U, group >> 12U & 63U, group >> 6U & 63U, group & 63U};
        for (std::size_t k = 0; k < digits.size(); ++k) text += k <= count ? kDigits[digits[k]] : '=';
    }
    return text;
}

}  // namespace ct::report
