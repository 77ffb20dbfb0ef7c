#pragma once

#include "cracktrader/data_options.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

// The commands of `cracktrader data`. Errors: those of the options, the cache and the files.

Result<void> run_data_import(const DataOptions& options);
Result<void> run_data_generate(const DataOptions& options);
Result<void> run_data_list(const DataOptions& options);
Result<void> run_data_info(const DataOptions& options);
/// False when something was found.
Result<bool> run_data_verify(const DataOptions& options);
Result<void> run_data_export(const DataOptions& options);
Result<void> run_data_invalidate(const DataOptions& options);

}  // namespace ct::cli
