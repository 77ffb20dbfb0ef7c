#include "cracktrader/fee_options.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/account/fee_presets.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/account/fees.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

namespace {

/// Names start with a letter, numbers do not.
bool is_venue(std::string_view text) {
    return !text.empty() &&
           ((text.front() >= 'a' && text.front() <= 'z') || (text.front() >= 'A' && text.front() <= 'Z'));
}

/// "0.001,0.002" or "0.001,0.002,0.5".
Result<FeeSchedule> parse_schedule(std::string_view text) {
    const auto first = text.find(',');
    if (first == std::string_view::npos) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' is neither a venue, such as binance, nor a maker and a taker fee, such as "
                                "0.001,0.002",
                                text));
    }
    const auto second = text.find(',', first + 1);
    const auto maker = parse_fee(text.substr(0, first));
    if (!maker) return fail(maker);
    const auto taker = parse_fee(text.substr(first + 1, second - first - 1));
    if (!taker) return fail(taker);
    FeeSchedule schedule{*maker, *taker, {}};
    if (second == std::string_view::npos) return schedule;
    const auto flat = Money::parse(text.substr(second + 1));
    if (!flat) return fail(flat);
    schedule.flat = *flat;
    return schedule;
}

Result<void> add_all(Fees& fees, std::string_view text) {
    if (is_venue(text)) {
        const auto preset = find_fee_preset(text);
        if (!preset) return fail(preset);
        fees.preset = *preset;
        return {};
    }
    const auto schedule = parse_schedule(text);
    if (!schedule) return fail(schedule);
    fees.standard = *schedule;
    return {};
}

Result<void> add_symbol(Fees& fees, std::string_view symbol, std::string_view text) {
    auto schedule = [&]() -> Result<FeeSchedule> {
        if (!is_venue(text)) return parse_schedule(text);
        const auto preset = find_fee_preset(text);
        if (!preset) return fail(preset);
        return (*preset)->of(symbol);
    }();
    if (!schedule) return fail(schedule);
    fees.by_symbol.push_back({std::string(symbol), *schedule});
    return {};
}

}  // namespace

Result<Rate> parse_fee(std::string_view text) {
    auto fee = Rate::parse_share(text);
    if (!fee || (fee->count >= 0 && fee->count < Rate::kOne)) return fee;
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is not a share from 0 to less than 1, such as 0.001 or 0.1%", text));
}

Result<Fees> parse_fees(const std::vector<config::Given>& given, Fees fees) {
    bool for_all = false;
    for (const config::Given& one : given) {
        const auto bad = [&](const Error& error) {
            return fail(error.code, fmt::format("{}: {}", one.where, error.message));
        };
        const std::string_view text = one.text;
        const auto equals = text.find('=');
        const bool of_symbol = equals != std::string_view::npos;
        if (!of_symbol && std::exchange(for_all, true)) {
            return bad({ErrorCode::kInvalidArgument, fmt::format("'{}' is the second for all symbols", text)});
        }
        const auto added =
            of_symbol ? add_symbol(fees, text.substr(0, equals), text.substr(equals + 1)) : add_all(fees, text);
        if (!added) return bad(added.error());
        if (const auto checked = fees.check(); !checked) return bad(checked.error());
    }
    return fees;
}

}  // namespace ct::cli
