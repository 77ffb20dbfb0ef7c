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

/// One of two names. Puts the argument's own in front of an error.
template <class Value>
Value read_name(const nb::dict& settings, const char* what, Result<Value> (*parse)(std::string_view)) {
    const nb::object value = settings[what];
    auto parsed = parse(text_argument(value.ptr(), what));
    if (!parsed) throw_error({parsed.error().code, fmt::format("{}: {}", what, parsed.error().message)});
    return *parsed;
}

}  // namespace

broker::MatchingRules read_matching(const nb::dict& settings) {
    const nb::object participation = settings["participation"];
    const auto share = Rate::parse(number_text(participation, "participation"));
    if (!share) throw_error({share.error().code, fmt::format("participation: {}", share.error().message)});
    const nb::object cheat_on_close = settings["cheat_on_close"];
    return {.intrabar = read_name(settings, "intrabar", broker::parse_intrabar),
            .limit_fill = read_name(settings, "limit_fill", broker::parse_limit_fill),
            .links = read_name(settings, "links", broker::parse_link_rules),
            .participation = *share,
            .cheat_on_close = flag_argument(cheat_on_close.ptr(), "cheat_on_close")};
}

}  // namespace ct::python
