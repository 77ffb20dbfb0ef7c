#include "cracktrader/init_command.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "cracktrader/print.hpp"
#include "ct/config/run_example.hpp"
#include "ct/config/run_schema.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/text_file.hpp"

namespace ct::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSample = "examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz";
constexpr const char* kSchema = "docs/run.schema.json";

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

/// A path as it is written in a file of that folder.
std::string seen_from(const fs::path& folder, const fs::path& path) {
    if (path.is_absolute()) return path.string();
    std::error_code error;
    return fs::proximate(path, folder.empty() ? fs::path(".") : folder, error).string();
}

}  // namespace

Result<void> run_init(const InitOptions& options) {
    if (options.schema) {
        print(stdout, "{}", config::run_schema());
        return {};
    }
    const fs::path file = options.file;
    if (file.extension() != ".toml") {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("expected a file that ends in .toml, not {}", options.file));
    }
    if (is_there(file) && !options.force) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{} is there already; --force overwrites it", options.file));
    }
    if (options.csv && !is_there(*options.csv)) {
        return fail(ErrorCode::kNotFound, fmt::format("--csv: there is no file {}", *options.csv));
    }
    const std::string csv = options.csv.value_or(kSample);
    const fs::path folder = file.parent_path();
    const std::string text = config::run_example(
        {.csv = seen_from(folder, csv), .schema = is_there(kSchema) ? seen_from(folder, kSchema) : "run.schema.json"});
    if (auto written = storage::write_text_file(file, text); !written) return written;
    print(stdout, "{} is written.\n", options.file);
    if (!is_there(csv)) print(stdout, "There is no {} here: name your candles in its table data.\n", csv);
    print(stdout, "Run it: cracktrader backtest --config {}\n", options.file);
    return {};
}

}  // namespace ct::cli
