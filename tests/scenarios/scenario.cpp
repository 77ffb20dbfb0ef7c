#include "scenarios/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "support/bars.hpp"
#include "support/costs.hpp"
#include "support/numbers.hpp"

namespace ct::test {

namespace {

constexpr int kPriceDecimals = 2;
constexpr double kVolume = 1000;

double number(const std::string& text) { return std::stod(text); }

/// A count as text without trailing zeros.
std::string plain(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::int64_t price_count(const std::string& text) {
    return price_from_double(number(text), kPriceDecimals).value().count;
}

ScenarioLine parse_line(const std::string& text, int number) {
    ScenarioLine line{.number = number};
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        if (equals == std::string::npos) {
            line.words.push_back(word);
        } else {
            line.options.emplace_back(word.substr(0, equals), word.substr(equals + 1));
        }
    }
    return line;
}

void set(session::BacktestConfig& config, const std::string& name, const std::string& value) {
    const std::map<std::string, std::function<void()>> setters = {
        {"cash", [&] { config.cash = money(value); }},
        {"maker", [&] { config.fees.standard.maker = rate(value); }},
        {"taker", [&] { config.fees.standard.taker = rate(value); }},
        {"slippage_bps", [&] { config.slippage = slippage(value); }},
        {"latency_bars", [&] { config.latency = bars_late(std::stol(value)); }},
        {"intrabar", [&] { config.matching.intrabar = broker::parse_intrabar(value).value(); }},
        {"limit_fill", [&] { config.matching.limit_fill = broker::parse_limit_fill(value).value(); }},
        {"links", [&] { config.matching.links = broker::parse_link_rules(value).value(); }},
        {"participation", [&] { config.matching.participation = rate(value); }},
        {"cheat_on_close", [&] { config.matching.cheat_on_close = value == "true"; }},
    };
    setters.at(name)();
}

/// Does what the lines of a scenario say and writes down what it hears.
class ScenarioStrategy : public engine::Strategy {
  public:
    explicit ScenarioStrategy(const Scenario& scenario) : scenario_(scenario) {}

    void on_order(engine::Context& ctx, const OrderUpdate& update) override {
        const Order& order = ctx.order(update.order_id);
        std::string line = update.from == update.to ? "stays" : name(update.to);
        if (update.reason != Reason::kNone) line += fmt::format(" {}", name(update.reason));
        if (update.reason == Reason::kReplaced || (update.from == update.to && update.reason == Reason::kOco) ||
            (update.from == update.to && update.reason == Reason::kParent)) {
            line += fmt::format(", size {}", plain(text(order.request.quantity, ctx.instrument(0).scale)));
        }
        say(update.order_id, line);
    }
    void on_fill(engine::Context& ctx, const Fill& fill) override {
        const Scale& scale = ctx.instrument(0).scale;
        say(fill.order_id,
            fmt::format("fill {} at {} {}, fee {}", plain(text(fill.quantity, scale)), plain(text(fill.price, scale)),
                        fill.liquidity == Liquidity::kMaker ? "maker" : "taker", fill.fee.text()));
    }
    void on_bar(engine::Context& ctx, const BarView& /*bar*/) override {
        ++bar_;
        for (const ScenarioLine& line : scenario_.actions[bar_ - 1]) act(ctx, line);
    }
    void on_stop(engine::Context& ctx) override {
        out_ += fmt::format("cash {}\nposition {}\nequity {}\n", ctx.cash().text(),
                            plain(text(ctx.position(0), ctx.instrument(0).scale)), ctx.equity().text());
    }
    [[nodiscard]] const std::string& out() const { return out_; }

  private:
    void say(OrderId id, const std::string& what) {
        // What is told comes before the bar is counted; after the last one it is told once more.
        const std::size_t bar = std::min(bar_ + 1, scenario_.actions.size());
        out_ += fmt::format("bar {}: {} {}\n", bar, name_of(id), what);
    }
    std::string name_of(OrderId id) const {
        const auto found = names_.find(id);
        return found == names_.end() ? fmt::format("#{}", id) : found->second;
    }
    OrderId id_of(const std::string& name) const {
        if (name.front() == '#') return std::stoull(name.substr(1));
        for (const auto& [id, known] : names_) {
            if (known == name) return id;
        }
        throw std::runtime_error("no order " + name);
    }

    void act(engine::Context& ctx, const ScenarioLine& line) {
        const std::string& verb = line.words.front();
        if (verb == "buy" || verb == "sell") {
            submit(ctx, line);
        } else if (verb == "bracket") {
            bracket(ctx, line);
        } else if (verb == "cancel") {
            ctx.cancel(id_of(line.words.at(1)));
        } else if (verb == "cancel_all") {
            ctx.cancel_all();
        } else if (verb == "close") {
            ctx.close(0);
        } else if (verb == "replace") {
            replace(ctx, line);
        } else if (verb == "target") {
            const Quantity size = ctx.quantity(0, std::abs(number(line.words.at(1)))).value();
            ctx.order_target(0, number(line.words.at(1)) < 0 ? -size : size);
        } else if (verb == "target_value") {
            (void)ctx.order_target_value(0, number(line.words.at(1))).value();
        } else if (verb == "target_percent") {
            (void)ctx.order_target_percent(0, number(line.words.at(1))).value();
        } else {
            throw std::runtime_error(fmt::format("line {}: what is '{}'?", line.number, verb));
        }
    }

    void submit(engine::Context& ctx, const ScenarioLine& line) {
        OrderRequest order;
        order.side = line.words.front() == "buy" ? Side::kBuy : Side::kSell;
        order.quantity = ctx.quantity(0, number(line.words.at(1))).value();
        for (std::size_t i = 2; i < line.words.size(); ++i) {
            (line.words[i] == "post_only" ? order.post_only : order.reduce_only) = true;
        }
        std::string name;
        bool trails = false;
        bool takes_profit = false;
        bool has_limit = false;
        bool has_stop = false;
        for (const auto& [key, value] : line.options) {
            if (key == "limit") order.limit_price = ctx.limit_price(0, order.side, number(value)).value();
            if (key == "stop" || key == "take_profit") {
                order.stop_price = ctx.stop_price(0, order.side, number(value)).value();
            }
            has_limit = has_limit || key == "limit";
            has_stop = has_stop || key == "stop";
            takes_profit = takes_profit || key == "take_profit";
            trails = trails || key.starts_with("trail");
            if (key == "trail") order.trail_amount = {price_count(value)};
            if (key == "trail_percent") order.trail_share = {rate(value).count / 100};
            if (key == "limit_offset") order.limit_offset = {price_count(value)};
            if (key == "display") order.display = ctx.quantity(0, number(value)).value();
            if (key == "parent") order.parent = id_of(value);
            if (key == "oco") order.oco = id_of(value);
            if (key == "expire") order.expire_ns = static_cast<TimeNs>(number(value)) * kHour;
            if (key == "tif") order.time_in_force = time_in_force(value);
            if (key == "id") name = value;
        }
        if (trails) {
            order.type = order.limit_offset.count != 0 ? OrderType::kTrailingStopLimit : OrderType::kTrailingStop;
        } else if (takes_profit) {
            order.type = has_limit ? OrderType::kTakeProfitLimit : OrderType::kTakeProfit;
        } else if (has_stop) {
            order.type = has_limit ? OrderType::kStopLimit : OrderType::kStop;
        } else if (has_limit) {
            order.type = OrderType::kLimit;
        }
        const OrderId id = ctx.submit(order, name);
        if (!name.empty()) names_[id] = name;
    }

    void bracket(engine::Context& ctx, const ScenarioLine& line) {
        OrderRequest entry{.quantity = ctx.quantity(0, number(line.words.at(2))).value()};
        Price stop;
        Price limit;
        for (const auto& [key, value] : line.options) {
            if (key == "entry") entry.limit_price = ctx.limit_price(0, Side::kBuy, number(value)).value();
            if (key == "stop") stop = ctx.stop_price(0, Side::kSell, number(value)).value();
            if (key == "limit") limit = ctx.limit_price(0, Side::kSell, number(value)).value();
        }
        if (entry.limit_price.count > 0) entry.type = OrderType::kLimit;
        const engine::Bracket made = ctx.bracket(entry, stop, limit);
        const std::string& name = line.words.at(1);
        names_[made.entry] = name;
        names_[made.stop] = name + ".stop";
        names_[made.limit] = name + ".limit";
    }

    void replace(engine::Context& ctx, const ScenarioLine& line) {
        OrderChange change{.order_id = id_of(line.words.at(1))};
        const Side side = ctx.order(change.order_id).request.side;
        for (const auto& [key, value] : line.options) {
            if (key == "size") change.quantity = ctx.quantity(0, number(value)).value();
            if (key == "limit") change.limit_price = ctx.limit_price(0, side, number(value)).value();
            if (key == "stop") change.stop_price = ctx.stop_price(0, side, number(value)).value();
        }
        ctx.replace(change);
    }

    static TimeInForce time_in_force(const std::string& text) {
        for (int i = 0; i <= static_cast<int>(TimeInForce::kOnClose); ++i) {
            if (text == ct::name(static_cast<TimeInForce>(i))) return static_cast<TimeInForce>(i);
        }
        throw std::runtime_error("no time in force " + text);
    }

    const Scenario& scenario_;
    std::map<OrderId, std::string> names_;
    std::size_t bar_ = 0;
    std::string out_;
};

}  // namespace

Scenario read_scenario(const std::filesystem::path& path) {
    std::ifstream file(path);
    Scenario scenario;
    scenario.bars = BarTable(k1h, kPriceDecimals);
    scenario.config.fees.standard = {};
    bool expects = false;
    int number_of_line = 0;
    for (std::string text; std::getline(file, text);) {
        (expects ? scenario.expected : scenario.head) += text + "\n";
        if (expects) continue;
        ++number_of_line;
        const ScenarioLine line = parse_line(text, number_of_line);
        if (line.words.empty() || text.front() == '#') continue;
        try {
            if (line.words[0] == "expect") {
                expects = true;
            } else if (line.words[0] == "set") {
                set(scenario.config, line.words.at(1), line.words.at(2));
            } else if (line.words[0] == "bar") {
                const auto price = [&](std::size_t i) { return price_count(line.words.at(i)); };
                const double volume = line.words.size() > 5 ? number(line.words[5]) : kVolume;
                scenario.bars.add(static_cast<TimeNs>(scenario.bars.size()) * kHour,
                                  {price(1), price(2), price(3), price(4)}, volume);
                scenario.actions.emplace_back();
            } else {
                scenario.actions.back().push_back(line);
            }
        } catch (const std::exception& error) {
            throw std::runtime_error(fmt::format("{}:{}: {}", path.string(), number_of_line, error.what()));
        }
    }
    return scenario;
}

std::string run_scenario(const Scenario& scenario) {
    ScenarioStrategy strategy(scenario);
    const session::SeriesInput input{"BTC/USDT", k1h, scenario.bars.columns(), kPriceDecimals};
    const auto result = session::run_backtest({&input, 1}, scenario.config, {strategy, "scenario", {}});
    if (!result) return "error: " + result.error().message + "\n";
    return strategy.out();
}

}  // namespace ct::test
