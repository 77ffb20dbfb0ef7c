#include "ct/expr/functions.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ct/core/maths.hpp"
#include "ct/expr/row_functions.hpp"
#include "ct/expr/row_memory.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/row_function.hpp"

namespace ct::expr {

namespace {

using enum Type;
using indicators::make_kernel;
using Made = std::unique_ptr<indicators::Indicator>;

template <auto Row>
Made make_row(std::span<const double> counts) {
    return make_kernel<indicators::RowFunction<Row>>(counts);
}

Made make_cross_up(std::span<const double> /*counts*/) { return indicators::make("cross_up").value(); }
Made make_cross_down(std::span<const double> /*counts*/) { return indicators::make("cross_down").value(); }

template <auto Row>
Function arithmetic(std::string_view name) {
    return {name, {{"left"}, {"right"}}, kNumber, false, make_row<Row>};
}
template <auto Row>
Function comparison(std::string_view name) {
    return {name, {{"left"}, {"right"}}, kCondition, false, make_row<Row>};
}
template <auto Row>
Function logic(std::string_view name) {
    return {name, {{"left", Wanted::kCondition}, {"right", Wanted::kCondition}}, kCondition, false, make_row<Row>};
}
template <auto Row>
Function of_one(std::string_view name, std::string_view text) {
    return {name, {{"x"}}, kNumber, false, make_row<Row>, text};
}
template <auto Row>
Function of_two(std::string_view name, std::string_view text) {
    return {name, {{"a"}, {"b"}}, kNumber, false, make_row<Row>, text};
}
template <bool Up>
Function monotonic(std::string_view name, std::string_view text) {
    return {name, {{"x"}, {"bars", Wanted::kCount, 1}},    kCondition,
            true, make_kernel<Monotonic<Up>, std::size_t>, text};
}

std::vector<Function> all_functions() {
    return {
        arithmetic<rows::add>("+"),
        arithmetic<rows::subtract>("-"),
        arithmetic<rows::multiply>("*"),
        arithmetic<rows::divide>("/"),
        arithmetic<rows::remainder>("%"),
        arithmetic<rows::power>("^"),
        of_one<rows::negate>("negate", ""),
        comparison<rows::less>("<"),
        comparison<rows::at_most>("<="),
        comparison<rows::more>(">"),
        comparison<rows::at_least>(">="),
        comparison<rows::equal>("=="),
        comparison<rows::unequal>("!="),
        logic<rows::both>("and"),
        logic<rows::either>("or"),
        {"not", {{"x", Wanted::kCondition}}, kCondition, false, make_row<rows::opposite>},

        of_one<rows::absolute>("abs", "The size of x without its sign."),
        of_two<rows::smaller>("min", "The smaller of two values."),
        of_two<rows::larger>("max", "The larger of two values."),
        of_one<rows::nearest_whole>("round", "The nearest whole number; halves away from zero."),
        of_one<rows::below>("floor", "The whole number below."),
        of_one<rows::above>("ceil", "The whole number above."),
        of_one<rows::root>("sqrt", "The square root; unknown below zero."),
        of_one<maths::log>("log", "The natural logarithm; unknown below zero."),
        of_one<maths::exp>("exp", "The exponential function."),
        of_one<rows::sign>("sign", "1 above zero, -1 below, 0 at zero."),
        {"if",
         {{"condition", Wanted::kCondition}, {"then", Wanted::kEither}, {"otherwise", Wanted::kEither}},
         std::nullopt,
         false,
         make_row<rows::choose>,
         "One value where the condition holds, another where it does not; unknown where it is."},
        {"na", {{"x", Wanted::kEither}}, kCondition, false, make_row<rows::is_unknown>, "Whether x is unknown."},
        {"nz",
         {{"x"}, {"instead", Wanted::kNumber, 0}},
         kNumber,
         false,
         make_row<rows::or_instead>,
         "x, or another value where x is unknown."},

        {"crossover", {{"a"}, {"b"}}, kCondition, true, make_cross_up, "a was below b and is above it now."},
        {"crossunder", {{"a"}, {"b"}}, kCondition, true, make_cross_down, "a was above b and is below it now."},
        {"cross", {{"a"}, {"b"}}, kCondition, true, make_kernel<AnyCross>, "a and b have changed sides."},
        monotonic<true>("rising", "x was above the bar before, so many bars in a row."),
        monotonic<false>("falling", "x was below the bar before, so many bars in a row."),
        {"since",
         {{"condition", Wanted::kCondition}},
         kNumber,
         true,
         make_kernel<Since>,
         "Bars since the condition was true: 0 while it is; unknown before the first time."},
    };
}

std::vector<Function> all_time_functions() {
    return {
        of_one<rows::minute>("minute", ""), of_one<rows::hour>("hour", ""),   of_one<rows::weekday>("weekday", ""),
        of_one<rows::day>("day", ""),       of_one<rows::month>("month", ""), of_one<rows::year>("year", ""),
    };
}

const Function* find(std::span<const Function> all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Function& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string_view text(Type type) { return type == kNumber ? "a number" : "a condition"; }

std::span<const Function> functions() {
    static const std::vector<Function> kAll = all_functions();
    return kAll;
}

const Function* find_function(std::string_view name) { return find(functions(), name); }

const Function* find_time_function(std::string_view name) {
    static const std::vector<Function> kAll = all_time_functions();
    return find(kAll, name);
}

}  // namespace ct::expr
