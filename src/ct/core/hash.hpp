#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "ct/core/int128.hpp"

namespace ct {

/// A 128-bit XXH3 hash. It tells runs and data apart; it is no signature.
struct Digest {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend constexpr auto operator<=>(const Digest&, const Digest&) = default;
    /// 32 hexadecimal digits.
    [[nodiscard]] std::string text() const;
};

/// A streaming hash over a little-endian byte stream. Numbers are fed as fixed-width integers, text with its length.
class Hasher {
  public:
    Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    ~Hasher();

    /// Most bytes that `room` gives at once.
    static constexpr std::size_t kMostRoom = 1024;

    void bytes(const void* data, std::size_t size) {
        if (size > kMostRoom) return flush_with(data, size);
        std::memcpy(room(size), data, size);
    }
    /// The place of the stream's next `size` bytes, to be written before anything else is fed. Requires: size <=
    /// kMostRoom.
    std::byte* room(std::size_t size) {
        if (size > buffer_.size() - used_) flush_with(nullptr, 0);
        used_ += size;
        return buffer_.data() + used_ - size;
    }
    void u8(std::uint8_t value) { bytes(&value, sizeof value); }
    void u32(std::uint32_t value) { bytes(&value, sizeof value); }
    void u64(std::uint64_t value) { bytes(&value, sizeof value); }
    void i64(std::int64_t value) { bytes(&value, sizeof value); }
    void i128(int128 value) { bytes(&value, sizeof value); }
    void text(std::string_view value);
    void column(std::span<const double> values) { bytes(values.data(), values.size_bytes()); }
    void column(std::span<const std::int64_t> values) { bytes(values.data(), values.size_bytes()); }

    /// Of all that was fed so far.
    [[nodiscard]] Digest digest() const;

  private:
    struct State;

    void flush_with(const void* data, std::size_t size);

    /// Small pieces are collected here: feeding them one by one costs more than hashing them.
    std::array<std::byte, kMostRoom> buffer_{};
    std::size_t used_ = 0;
    std::unique_ptr<State> state_;
};

}  // namespace ct
