#include "costs.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>

#include "ct/account/fee_presets.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/account/fees.hpp"
#include "ct/broker/latency.hpp"
#include "ct/broker/model_text.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/money.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"

namespace ct::python {

namespace {

using Names = std::vector<std::string_view>;

/// A model as a dict names it, the keys of its numbers, and how it is typed.
struct Form {
    std::string_view model;
    std::string_view keys;
    std::string_view text;  ///< a {} for each number
};

constexpr std::array kSlippageForms = {
    Form{"none", "", "none"},
    Form{"fixed_bps", "bps", "bps={}"},
    Form{"fixed_ticks", "ticks", "ticks={}"},
    Form{"spread", "bps", "spread_bps={}"},
    Form{"spread", "price", "spread={}"},
    Form{"volume_impact", "coefficient", "impact={}"},
};
constexpr std::array kLatencyForms = {
    Form{"none", "", "none"},
    Form{"bar_delay", "bars", "bars={}"},
    Form{"constant", "ns", "{}ns"},
    Form{"normal", "mean_ns,deviation_ns", "normal={}ns,{}ns"},
    Form{"empirical", "samples_ns", "empirical={}"},
};

[[noreturn]] void refuse(const std::string& message) { throw_error({ErrorCode::kInvalidArgument, message}); }

bool is_text(nb::handle value) { return nb::isinstance<nb::str>(value); }
bool is_dict(nb::handle value) { return nb::isinstance<nb::dict>(value); }

template <class T>
T at(const std::string& where, Result<T> value) {
    if (!value) throw_error({value.error().code, fmt::format("{}: {}", where, value.error().message)});
    return *std::move(value);
}

Names split(std::string_view keys) {
    Names names;
    while (!keys.empty()) {
        const auto comma = keys.find(',');
        names.push_back(keys.substr(0, comma));
        keys = comma == std::string_view::npos ? std::string_view() : keys.substr(comma + 1);
    }
    return names;
}

void check_keys(const nb::dict& given, const Names& known, const std::string& where) {
    for (const auto& [key, value] : given) {
        const std::string name = is_text(key) ? nb::cast<std::string>(key) : text_of(key);
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        refuse(fmt::format("{}: unknown key '{}'{} Expected {}", where, name, did_you_mean(name, known),
                           fmt::join(known, ", ")));
    }
}

nb::object required(const nb::dict& given, std::string_view key, const std::string& where) {
    const std::string name(key);
    if (given.contains(name.c_str())) return given[name.c_str()];
    refuse(fmt::format("{}: '{}' is missing", where, name));
}

/// One number, or those of a sequence with their unit.
std::string value_text(const nb::dict& given, std::string_view key, const std::string& where) {
    const nb::object value = required(given, key, where);
    const std::string what = fmt::format("{}['{}']", where, key);
    if (key != "samples_ns") return number_text(value, what.c_str());
    if (is_text(value) || PySequence_Check(value.ptr()) == 0) {
        refuse(fmt::format("{} is a {}, expected a list of numbers", what, Py_TYPE(value.ptr())->tp_name));
    }
    std::string samples;
    for (const nb::handle sample : value) {
        if (!samples.empty()) samples += ',';
        samples += number_text(sample, what.c_str()) + "ns";
    }
    return samples;
}

/// The form that has this model's name, and of several the one whose key is there.
const Form& form_of(const nb::dict& given, std::span<const Form> forms, const std::string& where) {
    const nb::object model = required(given, "model", where);
    const std::string name = is_text(model) ? nb::cast<std::string>(model) : text_of(model);
    Names models;
    Names keys = {"model"};
    const Form* found = nullptr;
    for (const Form& form : forms) {
        if (models.empty() || models.back() != form.model) models.push_back(form.model);
        if (form.model != name) continue;
        for (const std::string_view key : split(form.keys)) keys.push_back(key);
        if (found == nullptr || given.contains(nb::str(form.keys.data(), form.keys.size()))) found = &form;
    }
    if (found == nullptr) {
        refuse(fmt::format("{}: unknown model '{}'{} There are {}", where, name, did_you_mean(name, models),
                           fmt::join(models, ", ")));
    }
    check_keys(given, keys, where);
    return *found;
}

/// A dict as it would be typed.
std::string typed(const nb::dict& given, std::span<const Form> forms, const std::string& where) {
    const Form& form = form_of(given, forms, where);
    const Names keys = split(form.keys);
    if (static_cast<std::size_t>(given.size()) > keys.size() + 1) {
        refuse(fmt::format("{}: {} takes one of its numbers, not all", where, form.model));
    }
    std::string text(form.text);
    for (const std::string_view key : keys) text.replace(text.find("{}"), 2, value_text(given, key, where));
    return text;
}

std::string model_text(nb::handle value, std::span<const Form> forms, const std::string& where, const char* example) {
    if (value.is_none()) return "none";
    if (is_text(value)) return nb::cast<std::string>(value);
    if (is_dict(value)) return typed(nb::borrow<nb::dict>(value), forms, where);
    refuse(fmt::format("{} is a {}, expected {}", where, Py_TYPE(value.ptr())->tp_name, example));
}

FeeSchedule read_schedule(nb::handle value, const std::string& where) {
    if (!is_dict(value)) {
        refuse(fmt::format("{} is a {}, expected a venue's name or {{'maker': 0.001, 'taker': 0.002}}", where,
                           Py_TYPE(value.ptr())->tp_name));
    }
    const auto given = nb::borrow<nb::dict>(value);
    check_keys(given, {"maker", "taker", "flat"}, where);
    const auto number = [&](const char* key) {
        return number_text(required(given, key, where), fmt::format("{}['{}']", where, key).c_str());
    };
    FeeSchedule schedule{at(where + "['maker']", Rate::parse_share(number("maker"))),
                         at(where + "['taker']", Rate::parse_share(number("taker"))),
                         {}};
    if (given.contains("flat")) schedule.flat = at(where + "['flat']", Money::parse(number("flat")));
    return schedule;
}

const FeePreset& preset_of(nb::handle name, const std::string& where) {
    return *at(where, find_fee_preset(nb::cast<std::string>(name)));
}

}  // namespace

Fees read_fees(nb::handle value, Fees fees) {
    if (value.is_none()) return fees;
    if (is_text(value)) {
        fees.preset = &preset_of(value, "fees");
        return fees;
    }
    if (!is_dict(value)) {
        refuse(
            fmt::format("fees is a {}, expected a venue's name or a dict of symbols", Py_TYPE(value.ptr())->tp_name));
    }
    for (const auto& [key, of_symbol] : nb::borrow<nb::dict>(value)) {
        if (!is_text(key)) refuse(fmt::format("fees: expected symbols as text, not {}", text_of(key)));
        const auto symbol = nb::cast<std::string>(key);
        const std::string where = fmt::format("fees['{}']", symbol);
        const bool venue = is_text(of_symbol);
        if (symbol != "*") {
            fees.by_symbol.push_back(
                {symbol, venue ? at(where, preset_of(of_symbol, where).of(symbol)) : read_schedule(of_symbol, where)});
        } else if (venue) {
            fees.preset = &preset_of(of_symbol, where);
        } else {
            fees.standard = read_schedule(of_symbol, where);
        }
    }
    return fees;
}

broker::SlippageModel read_slippage(nb::handle value) {
    return at("slippage", broker::parse_slippage(
                              model_text(value, kSlippageForms, "slippage",
                                         "text such as 'bps=5' or a dict such as {'model': 'fixed_bps', 'bps': 5}")));
}

broker::LatencyModel read_latency(nb::handle value) {
    return at("latency", broker::parse_latency(
                             model_text(value, kLatencyForms, "latency",
                                        "text such as '50ms' or a dict such as {'model': 'bar_delay', 'bars': 1}")));
}

std::uint64_t read_seed(nb::handle value) {
    if (PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr())) {
        const unsigned long long seed = PyLong_AsUnsignedLongLong(value.ptr());
        if (PyErr_Occurred() == nullptr) return seed;
        PyErr_Clear();
    }
    refuse(fmt::format("seed is {}, expected a whole number from 0 to 2^64 - 1", shown(value)));
}

}  // namespace ct::python
