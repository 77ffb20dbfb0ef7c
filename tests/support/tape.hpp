#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/trade_columns.hpp"
#include "ct/storage/text_source.hpp"
#include "support/random.hpp"
#include "support/shared_data.hpp"

namespace ct::test {

/// Trades in columns, owned.
struct Tape {
    std::vector<TimeNs> time_ns;
    std::vector<double> price;
    std::vector<double> amount;
    std::vector<Side> aggressor;  ///< empty when it is not known

    void add(TimeNs at_ns, double at_price, double of_amount) {
        time_ns.push_back(at_ns);
        price.push_back(at_price);
        amount.push_back(of_amount);
    }
    void add(TimeNs at_ns, double at_price, double of_amount, Side side) {
        add(at_ns, at_price, of_amount);
        aggressor.push_back(side);
    }
    [[nodiscard]] std::size_t size() const { return time_ns.size(); }
    /// Valid until the next add.
    [[nodiscard]] data::TradeColumns columns() const { return {time_ns, price, amount, aggressor}; }
};

/// How a random tape looks.
struct TapeShape {
    std::size_t rows = 0;
    TimeNs first_ns = 0;
    std::int64_t most_step_ms = 500;   ///< between trades
    std::int64_t pause_once_in = 0;    ///< an hour without trades once in so many; 0 for never
    std::int64_t late_once_in = 0;     ///< a trade comes late once in so many; 0 for never
    std::int64_t most_late_ms = 5000;  ///< by at most this
};

/// Prices with two and amounts with three decimals: the same on every platform.
inline Tape random_tape(Random& random, const TapeShape& shape) {
    Tape tape;
    TimeNs now_ns = shape.first_ns;
    std::int64_t cents = 100'000;
    for (std::size_t row = 0; row < shape.rows; ++row) {
        now_ns += random.between(0, shape.most_step_ms) * kNsPerMs;
        if (shape.pause_once_in != 0 && random.once_in(shape.pause_once_in)) now_ns += 3'600 * kNsPerSecond;
        const bool late = shape.late_once_in != 0 && random.once_in(shape.late_once_in);
        cents = std::max<std::int64_t>(1, cents + random.between(-100, 100));
        tape.add(now_ns - (late ? random.between(0, shape.most_late_ms) * kNsPerMs : 0),
                 static_cast<double>(cents) / 100, static_cast<double>(random.between(0, 10'000)) / 1000,
                 random.once_in(2) ? Side::kBuy : Side::kSell);
    }
    return tape;
}

/// The 100,000 trades of Bitstamp in the shared data. Requires: they are there.
inline Tape bitstamp_tape() {
    struct Text : storage::TextSink {
        std::string text;
        Result<void> begin_file(const std::string& /*name*/) override { return {}; }
        Result<void> feed(std::string_view chunk) override {
            text += chunk;
            return {};
        }
        Result<void> end_file() override { return {}; }
    };
    Text file;
    storage::read_text(*shared_data() / "ticks/bitstamp_BTCUSD_trades_20131125.csv.gz", file).value();
    Tape tape;
    const char* at = file.text.data() + file.text.find('\n') + 1;
    const char* const end = file.text.data() + file.text.size();
    const auto read = [&](auto value) {
        at = std::from_chars(at, end, value).ptr + 1;  // and the comma
        return value;
    };
    while (at < end) {
        const TimeNs time_ns = read(std::int64_t{}) * kNsPerSecond;
        const double price = read(double{});
        tape.add(time_ns, price, read(double{}));
        at = std::find(at - 1, end, '\n') + 1;
    }
    return tape;
}

}  // namespace ct::test
