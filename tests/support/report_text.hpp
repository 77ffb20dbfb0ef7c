#pragma once

#include <string>

#include <fmt/format.h>

#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"

namespace ct::test {

/// A report in short: "2 filled 5 at 101 taker, fee 0.5", "3 rejected insufficient_cash, 10 of 20", "1 canceled
/// not_marketable", "1 accepted". Prices and quantities are counts.
inline std::string text(const Report& report) {
    const auto ended = [&](const char* how) {
        return fmt::format("{} {} {}", report.order_id, how, name(report.reason));
    };
    switch (report.kind) {
        case Report::Kind::kAccepted:
            return fmt::format("{} accepted", report.order_id);
        case Report::Kind::kFilled:
            return fmt::format("{} filled {} at {} {}, fee {}", report.order_id, report.quantity.count,
                               report.price.count, report.liquidity == Liquidity::kMaker ? "maker" : "taker",
                               report.fee.text());
        case Report::Kind::kCanceled:
            return ended("canceled");
        case Report::Kind::kExpired:
            return ended("expired");
        case Report::Kind::kRefused:
            return ended("refused");
        case Report::Kind::kAmended:
            return ended("amended") + fmt::format(" to {}", report.quantity.count);
        case Report::Kind::kTrailed:
            return fmt::format("{} trailed to {}", report.order_id, report.stop_price.count);
        case Report::Kind::kRejected:
            if (report.reason != Reason::kInsufficientCash) return ended("rejected");
            return ended("rejected") + fmt::format(", {} of {}", report.available.text(), report.needed.text());
    }
    return "unknown";
}

/// The same with the time of a fill and whether it is ambiguous, and the prices of an amendment.
inline std::string full_text(const Report& report) {
    if (report.kind == Report::Kind::kFilled) {
        return text(report) + fmt::format(", time {}{}", report.time_ns, report.ambiguous ? ", ambiguous" : "");
    }
    if (report.kind != Report::Kind::kAmended) return text(report);
    return text(report) + fmt::format(", limit {}, stop {}", report.price.count, report.stop_price.count);
}

}  // namespace ct::test
