#include "ct/broker/model_text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/broker/latency.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/duration.hpp"
#include "ct/core/money.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

namespace {

constexpr int kBpsDecimals = 8;
constexpr std::size_t kMostShown = 8;

struct Named {
    std::string_view name;
    std::string_view value;
};

/// "name=value".
std::optional<Named> split(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    return Named{text.substr(0, equals), text.substr(equals + 1)};
}

tl::unexpected<Error> unknown_model(std::string_view name, std::span<const std::string_view> names) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("unknown model '{}'{} There are {}", name,
                                                         did_you_mean(name, names), fmt::join(names, ", ")));
}

Result<std::vector<TimeNs>> parse_durations(std::string_view text) {
    std::vector<TimeNs> durations;
    for (;;) {
        const auto comma = text.find(',');
        const auto duration = parse_duration(text.substr(0, comma));
        if (!duration) return fail(duration);
        durations.push_back(*duration);
        if (comma == std::string_view::npos) return durations;
        text.remove_prefix(comma + 1);
    }
}

Result<SlippageModel> read_slippage(std::string_view name, std::string_view value) {
    using Kind = SlippageModel::Kind;
    static constexpr std::array<std::string_view, 5> kNames = {"bps", "ticks", "spread_bps", "spread", "impact"};
    const auto of_share = [](Kind kind, const Result<Rate>& share) -> Result<SlippageModel> {
        if (!share) return fail(share);
        return SlippageModel{.kind = kind, .share = *share};
    };
    if (name == "bps") return of_share(Kind::kShare, Rate::parse_bps(value));
    if (name == "spread_bps") return of_share(Kind::kSpread, Rate::parse_bps(value));
    if (name == "impact") return of_share(Kind::kImpact, Rate::parse_share(value));
    if (name == "ticks") {
        const auto ticks = parse_count(value, 0);
        if (!ticks) return fail(ticks);
        return SlippageModel{.kind = Kind::kTicks, .ticks = *ticks};
    }
    if (name != "spread") return unknown_model(name, kNames);
    const auto amount = Money::parse(value);
    if (!amount) return fail(amount);
    return SlippageModel{.kind = Kind::kSpreadAmount, .amount = *amount};
}

Result<LatencyModel> read_latency(std::string_view name, std::string_view value) {
    using Kind = LatencyModel::Kind;
    static constexpr std::array<std::string_view, 3> kNames = {"bars", "normal", "empirical"};
    if (name == "bars") {
        const auto bars = parse_count(value, 0);
        if (!bars) return fail(bars);
        return LatencyModel{.kind = Kind::kBars, .bars = *bars};
    }
    if (name != "normal" && name != "empirical") return unknown_model(name, kNames);
    auto times = parse_durations(value);
    if (!times) return fail(times);
    if (name == "empirical") return LatencyModel{.kind = Kind::kEmpirical, .samples_ns = *std::move(times)};
    if (times->size() == 2) {
        return LatencyModel{.kind = Kind::kNormal, .mean_ns = times->front(), .deviation_ns = times->back()};
    }
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is not a mean and a deviation, such as 50ms,10ms", value));
}

}  // namespace

Result<SlippageModel> parse_slippage(std::string_view text) {
    if (text == "none") return SlippageModel{};
    const auto named = split(text);
    if (!named) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("'{}' is no model of slippage, such as bps=5, ticks=1, spread_bps=4, spread=0.02, "
                                "impact=0.1 or none",
                                text));
    }
    auto model = read_slippage(named->name, named->value);
    if (!model) return model;
    if (auto checked = check(*model, {}); !checked) return fail(checked);
    return model;
}

std::string text(const SlippageModel& model) {
    switch (model.kind) {
        case SlippageModel::Kind::kNone:
            return "none";
        case SlippageModel::Kind::kShare:
            return "bps=" + format_decimal(model.share.count, kBpsDecimals);
        case SlippageModel::Kind::kTicks:
            return fmt::format("ticks={}", model.ticks);
        case SlippageModel::Kind::kSpread:
            return "spread_bps=" + format_decimal(model.share.count, kBpsDecimals);
        case SlippageModel::Kind::kSpreadAmount:
            return "spread=" + model.amount.text();
        case SlippageModel::Kind::kImpact:
            return "impact=" + model.share.text();
    }
    return "unknown";
}

Result<LatencyModel> parse_latency(std::string_view text) {
    if (text == "none") return LatencyModel{};
    LatencyModel model{.kind = LatencyModel::Kind::kConstant};
    if (const auto named = split(text)) {
        auto read = read_latency(named->name, named->value);
        if (!read) return read;
        model = *std::move(read);
    } else {
        const auto time_ns = parse_duration(text);
        if (!time_ns) {
            return fail(
                time_ns.error().code,
                fmt::format("{}, nor bars=1, normal=50ms,10ms, empirical=40ms,60ms or none", time_ns.error().message));
        }
        model.mean_ns = *time_ns;
    }
    if (auto checked = check(model); !checked) return fail(checked);
    return model;
}

std::string text(const LatencyModel& model) {
    switch (model.kind) {
        case LatencyModel::Kind::kNone:
            return "none";
        case LatencyModel::Kind::kBars:
            return fmt::format("bars={}", model.bars);
        case LatencyModel::Kind::kConstant:
            return duration_text(model.mean_ns);
        case LatencyModel::Kind::kNormal:
            return fmt::format("normal={},{}", duration_text(model.mean_ns), duration_text(model.deviation_ns));
        case LatencyModel::Kind::kEmpirical:
            break;
    }
    if (model.samples_ns.size() > kMostShown) return fmt::format("empirical, {} samples", model.samples_ns.size());
    std::vector<std::string> samples;
    samples.reserve(model.samples_ns.size());
    for (const TimeNs sample_ns : model.samples_ns) samples.push_back(duration_text(sample_ns));
    return fmt::format("empirical={}", fmt::join(samples, ","));
}

}  // namespace ct::broker
