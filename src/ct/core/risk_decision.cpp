#include "ct/core/risk_decision.hpp"

#include <string>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"

namespace ct {

namespace {

std::string amount(Finding::Unit unit, int128 count, const Instrument& instrument) {
    constexpr int kTimeDecimals = 9;
    switch (unit) {
        case Finding::Unit::kQuote:
            return Money{count}.text() + " " + instrument.quote;
        case Finding::Unit::kBase:
            return Money{count}.text() + " " + instrument.base;
        case Finding::Unit::kShare:
            return format_decimal(count, Rate::kDecimals);
        case Finding::Unit::kTime:
            return format_decimal(count, kTimeDecimals) + " s";
        case Finding::Unit::kOrders:
        case Finding::Unit::kNone:
            break;
    }
    return format_decimal(count, 0);
}

}  // namespace

const char* name(RiskDecision::Action action) { return action == RiskDecision::Action::kModify ? "modify" : "reject"; }

std::string sentence(const RiskDecision& decision, const Instrument& instrument) {
    const Finding& finding = decision.finding;
    std::string text = finding.what;
    if (finding.unit != Finding::Unit::kNone) {
        text += fmt::format(" is {}, the limit is {}", amount(finding.unit, finding.value, instrument),
                            amount(finding.unit, finding.limit, instrument));
    }
    if (decision.action == RiskDecision::Action::kModify) {
        text += fmt::format("; shrunk from {} to {} {}", ct::text(decision.asked, instrument.scale),
                            ct::text(decision.allowed, instrument.scale), instrument.base);
    }
    return text;
}

}  // namespace ct
