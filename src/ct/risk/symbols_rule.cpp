#include "ct/risk/symbols_rule.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& symbol) {
    return std::find(list.begin(), list.end(), symbol) != list.end();
}

}  // namespace

Result<std::unique_ptr<Rule>> SymbolsRule::make(SettingsReader& reader) {
    auto allow = reader.symbols("allow");
    auto block = reader.symbols("block");
    if (allow.empty() && block.empty()) reader.refuse("expected allow, block or both");
    for (const std::string& symbol : allow) {
        if (contains(block, symbol)) reader.refuse(fmt::format("'{}' is allowed and blocked", symbol));
    }
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<SymbolsRule>(std::move(allow), std::move(block));
}

Result<std::optional<Rejection>> SymbolsRule::check(const OrderRequest& /*order*/, const Situation& situation) const {
    const std::string& symbol = situation.instrument.symbol;
    const auto no = [](const char* what) { return Rejection{.reason = Reason::kSymbols, .finding = {.what = what}}; };
    if (contains(block_, symbol)) return no("the symbol is on the block list");
    if (!allow_.empty() && !contains(allow_, symbol)) return no("the symbol is not on the allow list");
    return std::nullopt;
}

}  // namespace ct::risk
