#include "cracktrader/data_options.hpp"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::cli {

namespace {

template <class T>
tl::unexpected<Error> option_error(const char* option, const Result<T>& failed) {
    return fail(failed.error().code, fmt::format("{}: {}", option, failed.error().message));
}

}  // namespace

Result<storage::SeriesKey> parse_key(const DataOptions& options) {
    for (const auto& [option, value] : {std::pair{"--exchange", &options.exchange},
                                        {"--symbol", &options.symbol},
                                        {"--timeframe", &options.timeframe}}) {
        if (!*value) return fail(ErrorCode::kInvalidArgument, fmt::format("{} is required", option));
    }
    const auto scope = parse_scope(options);
    if (!scope) return fail(scope);
    return storage::SeriesKey::make(*options.exchange, *options.symbol, scope->market, *scope->timeframe);
}

Result<storage::Scope> parse_scope(const DataOptions& options) {
    storage::Scope scope{.exchange = options.exchange, .market = {}, .symbol = options.symbol, .timeframe = {}};
    if (options.instrument) {
        const auto market = storage::parse_market(*options.instrument);
        if (!market) return option_error("--instrument", market);
        scope.market = *market;
    }
    if (options.timeframe) {
        const auto timeframe = Timeframe::parse(*options.timeframe);
        if (!timeframe) return option_error("--timeframe", timeframe);
        scope.timeframe = *timeframe;
    }
    if (options.symbol) {
        const auto named = storage::SeriesKey::make(options.exchange.value_or("any"), *options.symbol, scope.market,
                                                    scope.timeframe.value_or(Timeframe()));
        if (!named) return option_error("--symbol", named);
    }
    return scope;
}

Result<TimeNs> parse_range_end(const std::string& text) {
    auto time_ns = parse_iso_time(text);
    if (time_ns && is_iso_date(text)) *time_ns += kNsPerDay;
    return time_ns;
}

}  // namespace ct::cli
