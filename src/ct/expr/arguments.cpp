#include "ct/expr/arguments.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"

namespace ct::expr {

Result<std::vector<std::size_t>> place_arguments(const Source& source, const Expression& call,
                                                 std::span<const std::string_view> places, std::size_t first) {
    std::vector<std::size_t> given(places.size(), kNotGiven);
    const auto names = places.subspan(first);
    bool named = false;
    for (std::size_t i = 0; i < call.parts.size(); ++i) {
        const Part& part = call.parts[i];
        std::size_t place = first + i;
        if (part.keyword.empty()) {
            if (named) return fail_at(source, part.value->span, "an argument without a name behind one with");
            if (place >= places.size()) {
                const std::size_t most = names.size();
                const auto known = most == 0 ? "" : fmt::format(": {}", fmt::join(names, ", "));
                return fail_at(source, part.value->span,
                               fmt::format("too many arguments; {} takes {}{}", call.name, most, known));
            }
        } else {
            named = true;
            const auto found = std::find(places.begin(), places.end(), part.keyword);
            if (found == places.end()) {
                const auto hint = places.empty() ? "it takes none" : fmt::format("it has {}", fmt::join(places, ", "));
                return fail_at(source, part.keyword_span,
                               fmt::format("{} has no argument '{}'{}; {}", call.name, part.keyword,
                                           nearest_name(part.keyword, places), hint));
            }
            place = static_cast<std::size_t>(found - places.begin());
        }
        if (given[place] != kNotGiven) {
            const Span span = part.keyword.empty() ? part.value->span : part.keyword_span;
            return fail_at(source, span, fmt::format("{} of {} is given twice", places[place], call.name));
        }
        given[place] = i;
    }
    return given;
}

}  // namespace ct::expr
