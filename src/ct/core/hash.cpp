#include "ct/core/hash.hpp"

#include <bit>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ct {

static_assert(std::endian::native == std::endian::little, "hash streams are little-endian");

struct Hasher::State {
    XXH3_state_t xxh3;
};

std::string Digest::text() const { return fmt::format("{:016x}{:016x}", high, low); }

Hasher::Hasher() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->xxh3); }
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::flush_with(const void* data, std::size_t size) {
    XXH3_128bits_update(&state_->xxh3, buffer_.data(), used_);
    if (size != 0) XXH3_128bits_update(&state_->xxh3, data, size);
    used_ = 0;
}

void Hasher::text(std::string_view value) {
    u64(value.size());
    bytes(value.data(), value.size());
}

Digest Hasher::digest() const {
    State all = *state_;
    XXH3_128bits_update(&all.xxh3, buffer_.data(), used_);
    const XXH128_hash_t hash = XXH3_128bits_digest(&all.xxh3);
    return {hash.high64, hash.low64};
}

}  // namespace ct
