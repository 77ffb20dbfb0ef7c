#include "risk.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "ct/config/risk_file.hpp"
#include "ct/core/money.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/risk/sizers.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"

namespace ct::python {

namespace {

using risk::RuleSettings;
using risk::Setting;

bool is_text(nb::handle value) { return nb::isinstance<nb::str>(value); }

std::string kind_name(nb::handle value) { return fmt::format("a {}", Py_TYPE(value.ptr())->tp_name); }

/// Names are text; others would be an error with nothing to search for.
std::string name_of(nb::handle value, const std::string& where) {
    if (is_text(value)) return nb::cast<std::string>(value);
    throw_error(
        {ErrorCode::kInvalidArgument, fmt::format("{}: expected names as text, not {}", where, kind_name(value))});
}

Setting read_setting(const std::string& key, nb::handle value, const std::string& where) {
    Setting setting{.key = key, .where = where};
    if (is_text(value)) {
        setting.kind = Setting::Kind::kText;
        setting.texts = {nb::cast<std::string>(value)};
        return setting;
    }
    if (nb::isinstance<nb::list>(value) || nb::isinstance<nb::tuple>(value)) {
        setting.kind = Setting::Kind::kList;
        for (const nb::handle element : value) {
            if (!is_text(element)) {
                setting.kind = Setting::Kind::kOther;
                setting.texts = {"a list with " + kind_name(element)};
                return setting;
            }
            setting.texts.push_back(nb::cast<std::string>(element));
        }
        return setting;
    }
    const bool number = PyNumber_Check(value.ptr()) != 0 && !nb::isinstance<nb::bool_>(value);
    setting.kind = number ? Setting::Kind::kNumber : Setting::Kind::kOther;
    setting.texts = {number ? number_text(value, key.c_str()) : kind_name(value)};
    return setting;
}

RuleSettings read_rule(const std::string& name, nb::handle value) {
    RuleSettings rule{.rule = name, .where = "risk"};
    if (!nb::isinstance<nb::dict>(value)) {
        throw_error(
            {ErrorCode::kInvalidArgument,
             fmt::format("risk: {}: expected a dict of settings, or a list of those, not {}", name, kind_name(value))});
    }
    for (const auto& [key, setting] : nb::borrow<nb::dict>(value)) {
        rule.settings.push_back(read_setting(name_of(key, "risk: " + name), setting, "risk"));
    }
    return rule;
}

std::vector<RuleSettings> read_rules(const nb::dict& rules) {
    std::vector<RuleSettings> settings;
    for (const auto& [key, value] : rules) {
        const std::string name = name_of(key, "risk");
        if (nb::isinstance<nb::list>(value)) {
            for (const nb::handle element : value) settings.push_back(read_rule(name, element));
        } else {
            settings.push_back(read_rule(name, value));
        }
    }
    if (settings.empty()) {
        throw_error({ErrorCode::kInvalidArgument, "risk: expected at least one rule, such as {'max_order': {...}}"});
    }
    return settings;
}

/// A size with so many decimals, rounded down.
double sized(Result<Quantity> size, const Scale& scale) { return to_double(take(std::move(size)), scale); }

Scale scale_of(int decimals) { return take(Scale::make(0, decimals)); }

}  // namespace

std::vector<RuleSettings> read_risk(nb::handle value) {
    if (value.is_none()) return {};
    if (nb::isinstance<nb::dict>(value)) return read_rules(nb::borrow<nb::dict>(value));
    return take(config::read_risk_file(path_argument(value, "risk")));
}

void bind_risk(nb::module_& module) {
    module.def("fixed_size", [](double size, int decimals) {
        const Scale scale = scale_of(decimals);
        return sized(risk::fixed_size(size, scale), scale);
    });
    module.def("percent_size", [](double equity, double price, double share, int decimals) {
        const Scale scale = scale_of(decimals);
        return sized(risk::percent_size(equity, price, share, scale), scale);
    });
    module.def("atr_risk_size", [](double equity, double atr, double risk, double multiple, int decimals) {
        const Scale scale = scale_of(decimals);
        return sized(risk::atr_risk_size(equity, atr, risk, multiple, scale), scale);
    });
    module.def("kelly_share", [](double win_rate, double payoff) { return take(risk::kelly_share(win_rate, payoff)); });
    module.def("kelly_share_of", [](const std::vector<double>& profits) { return take(risk::kelly_share(profits)); });
    module.def("volatility_share", [](double volatility, double target, double most) {
        return take(risk::volatility_share(volatility, target, most));
    });
}

}  // namespace ct::python
