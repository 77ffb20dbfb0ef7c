#include "accounts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>

#include "ct/account/account.hpp"
#include "ct/account/asset_amount.hpp"
#include "ct/account/conversion.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

/// Puts the argument's name in front of an error.
template <class T>
T named(std::string_view what, Result<T> value) {
    if (!value) throw_error({value.error().code, fmt::format("{}: {}", what, value.error().message)});
    return *std::move(value);
}

std::string text_setting(nb::handle value, const char* what) {
    if (!nb::isinstance<nb::str>(value)) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{} is a {}, expected text", what, Py_TYPE(value.ptr())->tp_name)});
    }
    return nb::cast<std::string>(value);
}

/// The items of a mapping with text keys.
std::vector<std::pair<std::string, nb::object>> items_of(nb::handle mapping, const char* what) {
    if (PyMapping_Check(mapping.ptr()) == 0 || !nb::hasattr(mapping, "items")) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{} is a {}, expected a dict", what, Py_TYPE(mapping.ptr())->tp_name)});
    }
    std::vector<std::pair<std::string, nb::object>> items;
    for (const nb::handle item : mapping.attr("items")()) {
        items.emplace_back(text_setting(item[0], what), nb::borrow(item[1]));
    }
    return items;
}

/// Cash of the first quote asset as a number, or balances as text ("10000 USDT, 1 BTC") or a dict.
void read_cash(nb::handle value, session::BacktestConfig& config) {
    const bool text = nb::isinstance<nb::str>(value);
    if (text && nb::cast<std::string>(value).find_first_of(" ,") != std::string::npos) {
        config.balances = named("cash", parse_asset_amounts(nb::cast<std::string>(value)));
    } else if (text || PyMapping_Check(value.ptr()) == 0 || !nb::hasattr(value, "items")) {
        config.cash = named("cash", Money::parse(number_text(value, "cash")));
    } else {
        for (const auto& [asset, amount] : items_of(value, "cash")) {
            const std::string what = fmt::format("cash of {}", asset);
            config.balances.push_back({asset, named(what.c_str(), Money::parse(number_text(amount, what.c_str())))});
        }
        if (config.balances.empty())
            throw_error({ErrorCode::kInvalidArgument, "cash is empty, expected amounts by asset"});
    }
}

std::vector<FixedRate> read_rates(nb::handle value) {
    std::vector<FixedRate> rates;
    for (const auto& [pair, rate] : items_of(value, "rates")) {
        rates.push_back(named("rates", FixedRate::make(pair, number_text(rate, "rates"))));
    }
    return rates;
}

}  // namespace

void read_account(const nb::dict& settings, session::BacktestConfig& config) {
    const auto given = [&](const char* name) { return !settings[name].is_none(); };
    if (given("account"))
        config.account = named("account", parse_account_kind(text_setting(settings["account"], "account")));
    if (given("cash")) {
        config.cash = session::BacktestConfig().cash;
        config.balances.clear();
        read_cash(settings["cash"], config);
    }
    if (given("report_asset")) config.report_asset = text_setting(settings["report_asset"], "report_asset");
    if (given("rates")) config.rates = read_rates(settings["rates"]);
}

}  // namespace ct::python
