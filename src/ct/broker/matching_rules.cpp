#include "ct/broker/matching_rules.hpp"

#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"

namespace ct::broker {

namespace {

/// The one of two values that has this name.
template <class Value>
Result<Value> parse(std::string_view text, Value first, Value second) {
    if (text == name(first)) return first;
    if (text == name(second)) return second;
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("expected '{}' or '{}', not '{}'", name(first), name(second), text));
}

}  // namespace

const char* name(Intrabar intrabar) { return intrabar == Intrabar::kRange ? "range" : "path"; }
const char* name(LimitFill limit_fill) { return limit_fill == LimitFill::kTouch ? "touch" : "through"; }
const char* name(LinkRules rules) { return rules == LinkRules::kNative ? "native" : "backtrader"; }

Result<Intrabar> parse_intrabar(std::string_view text) { return parse(text, Intrabar::kRange, Intrabar::kPath); }
Result<LimitFill> parse_limit_fill(std::string_view text) {
    return parse(text, LimitFill::kTouch, LimitFill::kThrough);
}
Result<LinkRules> parse_link_rules(std::string_view text) {
    return parse(text, LinkRules::kNative, LinkRules::kBacktrader);
}

}  // namespace ct::broker
