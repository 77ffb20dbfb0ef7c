#include "ct/account/assets.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "ct/core/instrument.hpp"

namespace ct {

Assets::Assets(std::span<const Instrument> instruments) : pairs_(instruments.size()) {
    for (std::size_t i = 0; i < instruments.size(); ++i) pairs_[i].quote = add(instruments[i].quote);
    quotes_ = names_.size();
    for (std::size_t i = 0; i < instruments.size(); ++i) pairs_[i].base = add(instruments[i].base);
    is_base_.resize(names_.size());
    for (const Pair& pair : pairs_) is_base_[pair.base] = true;
}

std::optional<AssetIndex> Assets::find(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return std::nullopt;
    return static_cast<AssetIndex>(found - names_.begin());
}

AssetIndex Assets::add(std::string_view name) {
    if (const auto known = find(name)) return *known;
    names_.emplace_back(name);
    return static_cast<AssetIndex>(names_.size() - 1);
}

}  // namespace ct
