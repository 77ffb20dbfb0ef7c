#include "strategy/order_request.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/instrument.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "strategy/arguments.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/times.hpp"

namespace ct::python {

namespace {

enum Argument : std::size_t {
    kSize,
    kSymbol,
    kLimit,
    kStop,
    kTif,
    kTakeProfit,
    kTrail,
    kTrailPercent,
    kLimitOffset,
    kExpire,
    kPostOnly,
    kReduceOnly,
    kDisplay,
    kParent,
    kOco,
    kClientId,
    kArguments,
};

constexpr std::array<const char*, kArguments> kNames = {
    "size",         "symbol", "limit",     "stop",        "tif",     "take_profit", "trail", "trail_percent",
    "limit_offset", "expire", "post_only", "reduce_only", "display", "parent",      "oco",   "client_id"};

[[noreturn]] void refuse(std::string_view text) { throw_error({ErrorCode::kInvalidArgument, std::string(text)}); }

TimeInForce read_time_in_force(PyObject* value) {
    static constexpr std::array<std::string_view, 7> kTimes = {"gtc", "ioc",     "fok",     "day",
                                                               "gtd", "on_open", "on_close"};
    const std::string_view text = text_argument(value, "tif");
    const auto* const found = std::find(kTimes.begin(), kTimes.end(), text);
    if (found != kTimes.end()) return static_cast<TimeInForce>(found - kTimes.begin());
    refuse(fmt::format("tif is '{}'{} It is one of {}", text, did_you_mean(text, kTimes), fmt::join(kTimes, ", ")));
}

/// Reads the arguments of one call in the order in which they depend on each other.
class OrderReader {
  public:
    OrderReader(PythonStrategy& strategy, Side side, const Arguments<kArguments>& given)
        : strategy_(strategy), ctx_(strategy.engine()), given_(given) {
        request_.instrument = instrument_of(strategy, given[kSymbol]);
        request_.side = side;
    }

    OrderRequest read() {
        read_type();
        read_prices();
        read_quantities();
        read_time();
        read_flags();
        read_links();
        return request_;
    }

  private:
    [[nodiscard]] bool has(Argument argument) const { return is_given(given_[argument]); }

    void read_type() {
        const bool trails = has(kTrail) || has(kTrailPercent);
        if (has(kTrail) && has(kTrailPercent)) refuse("an order trails by trail= or by trail_percent=, not by both");
        if (has(kLimitOffset) && !trails)
            refuse("limit_offset= is of a trailing stop: give trail= or trail_percent= too");
        if (trails && has(kLimit)) refuse("the limit of a trailing stop follows it: give limit_offset=, not limit=");
        if (has(kTakeProfit) && (trails || has(kStop))) {
            refuse("an order waits for take_profit= or for a stop, not for both: link two orders with oco=");
        }
        if (trails) {
            request_.type = has(kLimitOffset) ? OrderType::kTrailingStopLimit : OrderType::kTrailingStop;
        } else if (has(kTakeProfit)) {
            request_.type = has(kLimit) ? OrderType::kTakeProfitLimit : OrderType::kTakeProfit;
        } else if (has(kStop)) {
            request_.type = has(kLimit) ? OrderType::kStopLimit : OrderType::kStop;
        } else if (has(kLimit)) {
            request_.type = OrderType::kLimit;
        }
    }

    void read_prices() {
        if (request_.type == OrderType::kMarket) return;
        const bool stops_up = rounds_up(request_.side, true);
        if (has(kLimit)) request_.limit_price = read_price(kLimit, !stops_up);
        if (has(kStop)) request_.stop_price = read_price(kStop, stops_up);
        if (has(kTakeProfit)) request_.stop_price = read_price(kTakeProfit, !stops_up);
        if (has(kTrail)) request_.trail_amount = read_price(kTrail, true);
        if (has(kTrailPercent)) request_.trail_share = read_percent(given_[kTrailPercent], "trail_percent");
        if (!has(kLimitOffset)) return;
        request_.limit_offset = read_offset(given_[kLimitOffset], ctx_, request_.instrument, "limit_offset");
    }

    [[nodiscard]] Price read_price(Argument argument, bool up) const {
        return python::read_price(given_[argument], ctx_, request_.instrument, up, kNames[argument]);
    }

    void read_quantities() {
        Price price = request_.limit_price.count != 0 ? request_.limit_price : request_.stop_price;
        if (price.count == 0) price = ctx_.last_price(request_.instrument).value_or(Price{});
        request_.quantity = read_size(given_[kSize], ctx_, request_.instrument, price);
        if (!has(kDisplay)) return;
        if (!has_limit(request_.type)) refuse("display= is what others see of a resting order: it needs a limit");
        request_.display = read_quantity(given_[kDisplay], ctx_, request_.instrument, "display");
        if (request_.display > request_.quantity) refuse("display is more than size");
        if (request_.display.count == 0) refuse("display is below the smallest quantity of its symbol");
    }

    void read_time() {
        if (has(kTif)) request_.time_in_force = read_time_in_force(given_[kTif]);
        TimeInForce& tif = request_.time_in_force;
        if (has(kExpire)) {
            if (!has(kTif)) tif = TimeInForce::kGtd;
            if (tif != TimeInForce::kGtd) refuse(fmt::format("expire= is of tif='gtd', not of '{}'", name(tif)));
            request_.expire_ns = python::read_time(given_[kExpire], "expire");
            if (request_.expire_ns <= ctx_.now_ns()) {
                refuse(fmt::format("expire is {}, expected a time after now, which is {}",
                                   format_iso_time(request_.expire_ns), format_iso_time(ctx_.now_ns())));
            }
        } else if (tif == TimeInForce::kGtd) {
            refuse("tif='gtd' needs expire=");
        }
        const bool at_one_price = tif == TimeInForce::kOnOpen || tif == TimeInForce::kOnClose;
        if (at_one_price && request_.type != OrderType::kMarket && request_.type != OrderType::kLimit) {
            refuse(fmt::format("tif='{}' is of market and limit orders, not of a {}", name(tif), name(request_.type)));
        }
    }

    void read_flags() {
        request_.post_only = flag_argument(given_[kPostOnly], "post_only");
        request_.reduce_only = flag_argument(given_[kReduceOnly], "reduce_only");
        if (!request_.post_only) return;
        if (request_.type != OrderType::kLimit) {
            refuse(fmt::format("post_only= is of a limit order, not of a {}", name(request_.type)));
        }
        const TimeInForce tif = request_.time_in_force;
        const bool rests = tif == TimeInForce::kGtc || tif == TimeInForce::kDay || tif == TimeInForce::kGtd;
        if (!rests) refuse(fmt::format("post_only= wants to rest, tif='{}' does not", name(tif)));
    }

    void read_links() {
        if (has(kParent)) request_.parent = read_link(kParent);
        if (has(kOco)) request_.oco = read_link(kOco);
    }

    [[nodiscard]] OrderId read_link(Argument argument) const {
        const OrderId id = order_id_of(strategy_, given_[argument], kNames[argument]);
        const InstrumentIndex other = ctx_.order(id).request.instrument;
        if (other == request_.instrument) return id;
        refuse(fmt::format("{}: order {} is one of {}, not of {}", kNames[argument], id, ctx_.instrument(other).symbol,
                           ctx_.instrument(request_.instrument).symbol));
    }

    PythonStrategy& strategy_;
    engine::Context& ctx_;
    const Arguments<kArguments>& given_;
    OrderRequest request_;
};

std::string_view read_client_id(PyObject* value) {
    const std::string_view text = text_argument(value, "client_id");
    if (is_client_id(text)) return text;
    refuse(fmt::format("client_id is '{}', expected 1 to 36 of A-Z a-z 0-9 . _ : / -", text));
}

}  // namespace

OrderCall read_order(PythonStrategy& strategy, Side side, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    const auto given = sort_arguments(side == Side::kBuy ? "buy" : "sell", kNames, 2, 1, args, count, names);
    OrderCall call{.request = OrderReader(strategy, side, given).read()};
    if (is_given(given[kClientId])) call.client_id = read_client_id(given[kClientId]);
    return call;
}

}  // namespace ct::python
