#include "ct/risk/rule_settings.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ct::risk {

std::string text(std::vector<RuleSettings> settings) {
    // Several of one rule may be tiers: they keep their order.
    std::stable_sort(settings.begin(), settings.end(),
                     [](const RuleSettings& a, const RuleSettings& b) { return a.rule < b.rule; });
    std::string all;
    for (RuleSettings& rule : settings) {
        std::sort(rule.settings.begin(), rule.settings.end(),
                  [](const Setting& a, const Setting& b) { return a.key < b.key; });
        all += (all.empty() ? "" : "; ") + rule.rule;
        for (const Setting& setting : rule.settings) {
            all += fmt::format(" {}={}", setting.key, fmt::join(setting.texts, ","));
        }
    }
    return all;
}

}  // namespace ct::risk
