#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ct::risk {

/// One value of a rule's settings as it was written, and where: "risk.toml:12" or "risk['max_order']['notional']".
struct Setting {
    enum class Kind : std::uint8_t { kNumber, kText, kList, kOther };
    std::string key;
    Kind kind = Kind::kOther;
    std::vector<std::string> texts;  ///< one of a number or text, any of a list; of another kind what it is: "a date"
    std::string where;
};

/// A rule's name and what is set of it.
struct RuleSettings {
    std::string rule;
    std::vector<Setting> settings;
    std::string where;
    std::string folder;  ///< that relative paths start from; empty: the working directory
};

/// The settings as one line, for results and hashes, rules and keys sorted: "max_order notional=5000; symbols
/// allow=BTC/USDT,ETH/USDT".
std::string text(const std::vector<RuleSettings>& settings);

}  // namespace ct::risk
