#include "indicators/sealed_state.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ct/core/bits.hpp"
#include "ct/core/hash.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::python {

namespace {

using Seal = std::array<std::byte, sizeof(Digest)>;

Seal seal_of(const indicators::IndicatorInfo& info, std::span<const double> parameters,
             std::span<const std::byte> state) {
    Hasher hasher;
    hasher.text(info.name);
    if (!parameters.empty()) hasher.column(parameters);
    hasher.bytes(state.data(), state.size());
    return bit_cast<Seal>(hasher.digest());
}

}  // namespace

std::vector<std::byte> seal(const indicators::IndicatorInfo& info, std::span<const double> parameters,
                            std::vector<std::byte> state) {
    const Seal digest = seal_of(info, parameters, state);
    state.insert(state.end(), digest.begin(), digest.end());
    return state;
}

std::optional<std::vector<std::byte>> unseal(const indicators::IndicatorInfo& info, std::span<const double> parameters,
                                             std::span<const std::byte> sealed) {
    if (sealed.size() < sizeof(Seal)) return std::nullopt;
    const auto state = sealed.first(sealed.size() - sizeof(Seal));
    const Seal digest = seal_of(info, parameters, state);
    if (!std::equal(digest.begin(), digest.end(), sealed.end() - sizeof(Seal))) return std::nullopt;
    return std::vector<std::byte>(state.begin(), state.end());
}

}  // namespace ct::python
