#include "ct/core/order_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"

namespace ct {

namespace {

constexpr int kRateDecimals = 12;

/// A name that is put into JSON as it is: quotes, backslashes and control characters become question marks.
char plain(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ? '?' : c; }

}  // namespace

std::string_view OrderLine::write(const Order& order, const Instrument& instrument, std::string_view client_id) {
    const OrderRequest& request = order.request;
    const int prices = instrument.scale.price_decimals;
    const int quantities = instrument.scale.quantity_decimals;
    size_ = 0;
    put("{\"id\":");
    put_number("", order.id);
    put_number(",\"time_ns\":", static_cast<std::uint64_t>(order.created_ns));
    put_text("symbol", std::string_view(instrument.symbol).substr(0, kMostName));
    put_text("side", name(request.side));
    put_text("type", name(request.type));
    put_text("tif", name(request.time_in_force));
    put_decimal("quantity", request.quantity.count, quantities);
    put_decimal("limit_price", request.limit_price.count, prices);
    put_decimal("stop_price", request.stop_price.count, prices);
    put_decimal("trail_amount", request.trail_amount.count, prices);
    put_decimal("trail_share", request.trail_share.count, kRateDecimals);
    put_decimal("limit_offset", request.limit_offset.count, prices);
    put_decimal("display", request.display.count, quantities);
    if (request.expire_ns != 0) put_number(",\"expire_ns\":", static_cast<std::uint64_t>(request.expire_ns));
    if (request.post_only) put(",\"post_only\":true");
    if (request.reduce_only) put(",\"reduce_only\":true");
    if (request.parent != 0) put_number(",\"parent\":", request.parent);
    if (request.oco != 0) put_number(",\"oco\":", request.oco);
    if (!client_id.empty()) put_text("client_id", client_id.substr(0, kMostName));
    put_decimal("filled", order.filled.count, quantities);
    put_text("status", name(order.status));
    if (order.reason != Reason::kNone) put_text("reason", name(order.reason));
    put("}");
    return {buffer_.data(), size_};
}

void OrderLine::put(std::string_view text) {
    std::copy(text.begin(), text.end(), buffer_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
}

void OrderLine::put_number(std::string_view name, std::uint64_t value) {
    put(name);
    char* const end = std::to_chars(buffer_.data() + size_, buffer_.data() + buffer_.size(), value).ptr;
    size_ = static_cast<std::size_t>(end - buffer_.data());
}

void OrderLine::put_text(std::string_view name, std::string_view value) {
    put(",\"");
    put(name);
    put("\":\"");
    for (const char c : value) buffer_[size_++] = plain(c);
    put("\"");
}

void OrderLine::put_decimal(std::string_view name, std::int64_t count, int decimals) {
    if (count == 0) return;
    put(",\"");
    put(name);
    put("\":\"");
    std::uint64_t rest = count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count);
    if (count < 0) put("-");
    while (decimals > 0 && rest % 10 == 0) {
        rest /= 10;
        --decimals;
    }
    // Digits from the last one on, at least one before the point.
    constexpr std::size_t kMostDigits = 24;
    std::array<char, kMostDigits> digits{};
    std::size_t first = digits.size();
    for (int place = 0; rest > 0 || place <= decimals; ++place) {
        if (place == decimals && decimals > 0) digits[--first] = '.';
        digits[--first] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    put({digits.data() + first, digits.size() - first});
    put("\"");
}

}  // namespace ct
