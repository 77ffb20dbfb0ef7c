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
#include <utility>

#include <zconf.h>
#include <zlib.h>

namespace ct::report {

namespace {

constexpr std::size_t kMostOrder = 2;
constexpr unsigned kByteBits = 8;
constexpr std::size_t kChunkBytes = 16'384;

std::uint64_t code_of(std::int64_t value) {
    if (value == kNoCount) return 0;
    const bool below = value < 0;
    return 2 * static_cast<std::uint64_t>(below ? -value : value) + (below ? 0 : 1);
}

/// Visits the codes of the differences of some order. Rows without a value are passed over by these.
template <class Visit>
void for_each_code(std::span<const std::int64_t> counts, std::size_t order, Visit visit) {
    std::array<std::int64_t, kMostOrder> before{};
    for (std::int64_t value : counts) {
        for (std::size_t i = 0; i < order && value != kNoCount; ++i) value -= std::exchange(before[i], value);
        visit(code_of(value));
    }
}

/// How many bits a column's codes have in all, and together.
struct Bits {
    std::uint64_t sum = 0;
    std::uint64_t any = 0;
};

Bits bits_of(std::span<const std::int64_t> counts, std::size_t order) {
    Bits bits;
    for_each_code(counts, order, [&](std::uint64_t code) {
        bits.sum += static_cast<std::uint64_t>(std::bit_width(code));
        bits.any |= code;
    });
    return bits;
}

}  // namespace

PackedColumns::Place PackedColumns::add(std::span<const std::int64_t> counts) {
    Place place{.at = size_, .rows = counts.size()};
    Bits best = bits_of(counts, 0);
    for (std::size_t order = 1; order <= kMostOrder; ++order) {
        const Bits bits = bits_of(counts, order);
        if (bits.sum >= best.sum) continue;
        best = bits;
        place.order = order;
    }
    for (; best.any != 0; best.any >>= kByteBits) {
        const std::size_t shift = kByteBits * place.width++;
        std::string& plane = planes_.emplace_back();
        plane.reserve(counts.size());
        for_each_code(counts, place.order, [&](std::uint64_t code) { plane += static_cast<char>(code >> shift); });
        size_ += plane.size();
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
    std::string packed;
    std::array<char, kChunkBytes> chunk{};
    const auto run = [&](int flush) {
        do {
            stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
            stream.avail_out = static_cast<uInt>(chunk.size());
            deflate(&stream, flush);
            packed.append(chunk.data(), chunk.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    };
    for (const std::string& plane : planes_) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plane.data()));  // zlib does not write to it
        stream.avail_in = static_cast<uInt>(plane.size());
        run(Z_NO_FLUSH);
    }
    run(Z_FINISH);
    deflateEnd(&stream);
    return packed;
}

void append_base64(std::string& text, std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t kGroup = 3;
    text.reserve(text.size() + base64_size(bytes.size()) + kGroup);
    for (std::size_t i = 0; i < bytes.size(); i += kGroup) {
        std::uint32_t group = 0;
        const std::size_t count = std::min(kGroup, bytes.size() - i);
        for (std::size_t k = 0; k < kGroup; ++k) {
            group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        const std::array<std::uint32_t, 4> digits = {group >> 18U, group >> 12U & 63U, group >> 6U & 63U, group & 63U};
        for (std::size_t k = 0; k < digits.size(); ++k) text += k <= count ? kDigits[digits[k]] : '=';
    }
}

}  // namespace ct::report
