#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::cli {

/// The options of the `cracktrader data` commands as typed; each command has some of them.
struct DataOptions {
    std::vector<std::string> files;
    std::optional<std::string> exchange;
    std::optional<std::string> symbol;
    std::optional<std::string> timeframe;
    std::optional<std::string> instrument;
    std::string data_dir = "data";
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::string gaps = "keep";
    std::string output;
    std::string compression = "lz4";
    std::string rows = "1000000";
    std::string seed = "1";
    std::string start = "2010-01-01";
    bool all = false;
    bool json = false;
};

/// What `--exchange --symbol --timeframe --instrument` name: one series. Errors: kInvalidArgument naming the option.
Result<storage::SeriesKey> parse_key(const DataOptions& options);
/// Or a part of the cache, by those of them that are given.
Result<storage::Scope> parse_scope(const DataOptions& options);

/// An end of a range: a bare day counts whole.
Result<TimeNs> parse_range_end(const std::string& text);

}  // namespace ct::cli
