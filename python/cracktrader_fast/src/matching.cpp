#include "matching.hpp"

#include <string_view>

#include <fmt/format.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

/// One of two names, unless it is None. Puts the argument's own in front of an error.
template <class Value>
void read_name(const nb::dict& settings, const char* what, Result<Value> (*parse)(std::string_view), Value& name) {
    const nb::object value = settings[what];
    if (value.is_none()) return;
    const auto parsed = parse(text_argument(value.ptr(), what));
    if (!parsed) throw_error({parsed.error().code, fmt::format("{}: {}", what, parsed.error().message)});
    name = *parsed;
}

}  // namespace

void read_matching(const nb::dict& settings, broker::MatchingRules& rules) {
    if (const nb::object participation = settings["participation"]; !participation.is_none()) {
        const auto share = Rate::parse_share(number_text(participation, "participation"));
        if (!share) throw_error({share.error().code, fmt::format("participation: {}", share.error().message)});
        rules.participation = *share;
    }
    read_name(settings, "intrabar", broker::parse_intrabar, rules.intrabar);
    read_name(settings, "limit_fill", broker::parse_limit_fill, rules.limit_fill);
    read_name(settings, "links", broker::parse_link_rules, rules.links);
    if (const nb::object cheat_on_close = settings["cheat_on_close"]; !cheat_on_close.is_none()) {
        rules.cheat_on_close = flag_argument(cheat_on_close.ptr(), "cheat_on_close");
    }
}

}  // namespace ct::python
