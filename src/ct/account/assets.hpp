#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/instrument.hpp"

namespace ct {

/// The assets that the instruments of a run trade: the quotes in the order of the instruments, then the other bases.
class Assets {
  public:
    explicit Assets(std::span<const Instrument> instruments);

    [[nodiscard]] std::size_t size() const { return names_.size(); }
    /// How many of them, the first ones, an instrument is quoted in.
    [[nodiscard]] std::size_t quotes() const { return quotes_; }
    [[nodiscard]] std::span<const std::string> names() const { return names_; }
    [[nodiscard]] const std::string& name(AssetIndex asset) const { return names_[asset]; }
    [[nodiscard]] std::optional<AssetIndex> find(std::string_view name) const;

    /// An instrument trades it against another.
    [[nodiscard]] bool is_base(AssetIndex asset) const { return is_base_[asset]; }
    [[nodiscard]] AssetIndex base(InstrumentIndex instrument) const { return pairs_[instrument].base; }
    [[nodiscard]] AssetIndex quote(InstrumentIndex instrument) const { return pairs_[instrument].quote; }

  private:
    struct Pair {
        AssetIndex base = 0;
        AssetIndex quote = 0;
    };
    AssetIndex add(std::string_view name);

    std::vector<std::string> names_;
    std::vector<bool> is_base_;  ///< by asset
    std::vector<Pair> pairs_;    ///< by instrument
    std::size_t quotes_ = 0;
};

}  // namespace ct
