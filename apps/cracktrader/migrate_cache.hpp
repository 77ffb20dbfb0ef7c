#pragma once

#include <optional>
#include <string>

#include "cracktrader/cli.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

/// The options of `cracktrader data migrate-cache` as typed.
struct MigrateOptions {
    std::string source;
    std::optional<std::string> exchange;
    std::optional<std::string> instrument;
    std::string data_dir = "data";
    bool dry_run = false;
    bool json = false;
};

/// Imports the months that the original CrackTrader has pickled, `exchange/spot/BTC_USDT/1m/2024-05.pkl`, in the order
/// of their names. All are read and checked before the first is imported, one series at a time: nothing is written when
/// one of them is not as expected. Errors: kNotFound when there is none, kInvalidData and kReadFailed naming the file,
/// those of the cache.
Result<void> run_migrate_cache(const MigrateOptions& options, const PickleReader& read_pickle);

}  // namespace ct::cli
