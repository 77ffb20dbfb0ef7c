#include "ct/account/conversion.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"

namespace ct {

Result<FixedRate> FixedRate::make(std::string_view pair, std::string_view number) {
    const std::size_t slash = pair.find('/');
    const std::string_view base = pair.substr(0, slash);
    const std::string_view quote = slash == std::string_view::npos ? std::string_view() : pair.substr(slash + 1);
    if (base.empty() || quote.empty() || quote.find('/') != std::string_view::npos || base == quote) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' is not a pair of two assets, such as EUR/USDT", pair));
    }
    const auto rate = parse_decimal(number);
    if (!rate) return fail(rate);
    if (rate->count <= 0) return fail(ErrorCode::kInvalidArgument, fmt::format("the rate '{}' is not above 0", number));
    if (rate->count > std::numeric_limits<std::int64_t>::max() || rate->decimals > kMaxDecimals) {
        return fail(ErrorCode::kOverflow, fmt::format("the rate '{}' has too many digits", number));
    }
    return FixedRate{std::string(base), std::string(quote), static_cast<std::int64_t>(rate->count), rate->decimals};
}

Result<FixedRate> FixedRate::parse(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("'{}' is not of the form EUR/USDT=1.08", text));
    }
    return make(text.substr(0, equals), text.substr(equals + 1));
}

std::string FixedRate::text() const { return fmt::format("{}/{}={}", base, quote, format_decimal(count, decimals)); }

/// Assets joined by prices, the given rates before the instruments.
class Conversion::Graph {
  public:
    Graph(std::span<const Instrument> instruments, std::span<const FixedRate> rates) {
        for (const FixedRate& rate : rates)
            edges_.push_back({rate.base, rate.quote, {{}, false, rate.count, rate.decimals}});
        for (std::size_t i = 0; i < instruments.size(); ++i) {
            const Instrument& instrument = instruments[i];
            edges_.push_back({instrument.base,
                              instrument.quote,
                              {static_cast<InstrumentIndex>(i), false, 0, instrument.scale.price_decimals}});
        }
    }

    /// A search in widening circles, so that the first chain found is a shortest one.
    [[nodiscard]] std::optional<Chain> chain(std::string_view from, std::string_view to) const {
        std::vector<std::pair<std::string_view, Chain>> reached = {{from, {}}};
        for (std::size_t at = 0; at < reached.size(); ++at) {
            if (reached[at].first == to) return reached[at].second;
            for (const Edge& edge : edges_) {
                const bool inverse = edge.quote == reached[at].first;
                if (!inverse && edge.base != reached[at].first) continue;
                const std::string_view next = inverse ? edge.base : edge.quote;
                if (std::any_of(reached.begin(), reached.end(), [&](const auto& one) { return one.first == next; })) {
                    continue;
                }
                Chain longer = reached[at].second;
                longer.push_back(edge.step);
                longer.back().inverse = inverse;
                reached.emplace_back(next, std::move(longer));
            }
        }
        return std::nullopt;
    }

  private:
    struct Edge {
        std::string_view base;
        std::string_view quote;
        Step step;
    };
    std::vector<Edge> edges_;
};

namespace {

/// Two assets that given rates join in two ways would be worth two things: a rate joins what is not joined yet.
Result<void> check_rates(std::span<const FixedRate> rates) {
    std::map<std::string_view, std::size_t> groups;  // the assets that rates join have one number
    for (const FixedRate& rate : rates) {
        const std::size_t base = groups.try_emplace(rate.base, groups.size()).first->second;
        const std::size_t quote = groups.try_emplace(rate.quote, groups.size()).first->second;
        if (base == quote) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("the rate {} is one too many: those before it already say what {} is worth in {}",
                                    rate.text(), rate.base, rate.quote));
        }
        for (auto& [asset, group] : groups) {
            if (group == quote) group = base;
        }
    }
    return {};
}

}  // namespace

Result<Conversion> Conversion::make(std::span<const std::string> assets, std::span<const Instrument> instruments,
                                    std::string_view report_asset, std::span<const FixedRate> rates) {
    if (auto checked = check_rates(rates); !checked) return fail(checked);
    const Graph graph(instruments, rates);
    Conversion conversion;
    conversion.report_asset_ = report_asset;
    for (const std::string& asset : assets) {
        auto chain = graph.chain(asset, report_asset);
        if (!chain) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("nothing says what {} is worth in the reporting asset {}: give a rate ({}/{}=...), "
                                    "add bars of a symbol that joins them, or report in another asset",
                                    asset, report_asset, asset, report_asset));
        }
        conversion.is_identity_ = conversion.is_identity_ && chain->empty();
        conversion.chains_.push_back(*std::move(chain));
    }
    return conversion;
}

Result<Money> Conversion::to_report(AssetIndex asset, const Money& amount, std::span<const Price> marks,
                                    Rounding rounding) const {
    Result<Money> value = amount;
    for (const Step& step : chains_[asset]) {
        value = follow(step, false, *value, marks, rounding);
        if (!value) return value;
    }
    return value;
}

Result<Money> Conversion::from_report(AssetIndex asset, const Money& amount, std::span<const Price> marks,
                                      Rounding rounding) const {
    const Chain& chain = chains_[asset];
    Result<Money> value = amount;
    for (std::size_t i = chain.size(); i > 0; --i) {
        value = follow(chain[i - 1], true, *value, marks, rounding);
        if (!value) return value;
    }
    return value;
}

Result<Money> Conversion::follow(const Step& step, bool backwards, const Money& amount, std::span<const Price> marks,
                                 Rounding rounding) {
    if (amount.count == 0) return amount;
    const std::int64_t count = step.instrument ? marks[*step.instrument].count : step.count;
    if (count <= 0) return fail(ErrorCode::kInvalidData, "a price that an amount is converted by is not known yet");
    const std::int64_t unit = pow10_int(step.decimals);
    const bool divides = step.inverse != backwards;
    return multiply(amount, divides ? unit : count, divides ? count : unit, rounding);
}

double Conversion::factor(AssetIndex asset, std::span<const double> closes) const {
    double value = 1;
    for (const Step& step : chains_[asset]) {
        const double price =
            step.instrument ? closes[*step.instrument] : static_cast<double>(step.count) / pow10_double(step.decimals);
        value = step.inverse ? value / price : value * price;
    }
    return value;
}

std::optional<InstrumentIndex> Conversion::direct(AssetIndex asset) const {
    const Chain& chain = chains_[asset];
    if (chain.size() != 1 || chain.front().inverse) return std::nullopt;
    return chain.front().instrument;
}

}  // namespace ct
