#pragma once

#include <cstdint>
#include <string>

#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// What a risk rule measured and what it allows, as numbers: a sentence is made of them when somebody reads it.
struct Finding {
    /// What the numbers count: of money and of the base asset 10^-18, of shares 10^-12, of times nanoseconds.
    enum class Unit : std::uint8_t { kNone, kQuote, kBase, kShare, kOrders, kTime };
    const char* what = "";  ///< a literal: "the order's notional"; without a unit the whole sentence
    Unit unit = Unit::kNone;
    int128 value = 0;
    int128 limit = 0;
};

/// An order that a rule did not let pass as it was.
struct RiskDecision {
    enum class Action : std::uint8_t { kModify, kReject };
    TimeNs time_ns = 0;
    OrderId order_id = 0;
    InstrumentIndex instrument = 0;
    Reason rule = Reason::kNone;
    Action action = Action::kReject;
    Quantity asked;
    Quantity allowed;  ///< zero when rejected
    Finding finding;
};

const char* name(RiskDecision::Action action);

/// "the order's notional is 5200 USDT, the limit is 5000 USDT; shrunk from 5.2 to 5 BTC"
std::string sentence(const RiskDecision& decision, const Instrument& instrument);

}  // namespace ct
