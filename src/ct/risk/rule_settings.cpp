#include "ct/risk/rule_settings.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ct::risk {

std::string text(const std::vector<RuleSettings>& settings) {
    // Several of one rule may be tiers: they keep their order.
    std::multimap<std::string, std::vector<Setting>> sorted;
    for (const RuleSettings& rule : settings) sorted.emplace(rule.rule, rule.settings);
    std::string all;
    for (auto& [rule, values] : sorted) {
        std::sort(values.begin(), values.end(), [](const Setting& a, const Setting& b) { return a.key < b.key; });
        all += (all.empty() ? "" : "; ") + rule;
        for (const Setting& value : values) all += fmt::format(" {}={}", value.key, fmt::join(value.texts, ","));
    }
    return all;
}

}  // namespace ct::risk
