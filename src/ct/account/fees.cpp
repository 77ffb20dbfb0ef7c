#include "ct/account/fees.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct {

namespace {

Result<void> check_schedule(const FeeSchedule& schedule) {
    for (const Rate rate : {schedule.maker, schedule.taker}) {
        if (rate.count >= 0 && rate.count < Rate::kOne) continue;
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("a commission must be at least 0 and less than 1, not {}", rate.text()));
    }
    if (schedule.flat.count >= 0) return {};
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("a flat fee must be at least 0, not {}", schedule.flat.text()));
}

Result<std::size_t> position_of(std::string_view symbol, std::span<const Instrument> instruments) {
    std::vector<std::string_view> symbols;
    for (const Instrument& instrument : instruments) {
        if (instrument.symbol == symbol) return symbols.size();
        symbols.push_back(instrument.symbol);
    }
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("fees of {}, which is not traded{} The run has {}", symbol,
                            did_you_mean(symbol, symbols, "; "), fmt::join(symbols, ", ")));
}

std::string schedule_text(const FeeSchedule& schedule) {
    const std::string rates = fmt::format("maker {} taker {}", schedule.maker.text(), schedule.taker.text());
    return schedule.flat.count == 0 ? rates : rates + " flat " + schedule.flat.text();
}

}  // namespace

Result<void> Fees::check() const {
    if (auto checked = check_schedule(standard); !checked) return checked;
    for (auto own = by_symbol.begin(); own != by_symbol.end(); ++own) {
        const auto same = [&](const OfSymbol& other) { return other.symbol == own->symbol; };
        if (std::any_of(by_symbol.begin(), own, same)) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("fees of {} are given twice", own->symbol));
        }
        if (auto checked = check_schedule(own->schedule); !checked) {
            return fail(checked.error().code, fmt::format("fees of {}: {}", own->symbol, checked.error().message));
        }
    }
    return {};
}

Result<std::vector<FeeSchedule>> Fees::resolve(std::span<const Instrument> instruments) const {
    std::vector<const FeeSchedule*> own(instruments.size());
    for (const OfSymbol& fees : by_symbol) {
        const auto position = position_of(fees.symbol, instruments);
        if (!position) return fail(position);
        own[*position] = &fees.schedule;
    }
    std::vector<FeeSchedule> schedules;
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        if (own[i] != nullptr || preset == nullptr) {
            schedules.push_back(own[i] != nullptr ? *own[i] : standard);
            continue;
        }
        const auto found = preset->of(instruments[i].symbol);
        if (!found) return fail(found);
        schedules.push_back(*found);
    }
    return schedules;
}

std::vector<std::string> Fees::warnings() const {
    constexpr std::int64_t kPercent = 100;
    constexpr Rate kUnusual{Rate::kOne / 20};
    std::vector<std::string> all;
    const auto warn = [&](Rate rate) {
        if (rate <= kUnusual) return;
        const std::string sentence =
            fmt::format("a fee of {0} is {1} % of each fill; {0} % is written {2} or {0}%", rate.text(),
                        Rate{rate.count * kPercent}.text(), Rate{rate.count / kPercent}.text());
        if (std::find(all.begin(), all.end(), sentence) == all.end()) all.push_back(sentence);
    };
    const auto warn_of = [&](const FeeSchedule& schedule) { warn(schedule.maker), warn(schedule.taker); };
    if (preset == nullptr) warn_of(standard);
    for (const OfSymbol& one : by_symbol) warn_of(one.schedule);
    return all;
}

std::string Fees::text() const {
    std::string all = preset != nullptr ? std::string(preset->venue) : schedule_text(standard);
    for (const OfSymbol& fees : by_symbol) all += fmt::format("; {} {}", fees.symbol, schedule_text(fees.schedule));
    return all;
}

}  // namespace ct
