#include "cracktrader/output_files.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/print.hpp"
#include "ct/analyzers/report_json.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/order.hpp"
#include "ct/core/order_line.hpp"
#include "ct/core/result.hpp"
#include "ct/report/report_html.hpp"
#include "ct/storage/stream_file.hpp"
#include "ct/storage/text_file.hpp"

namespace ct::cli {

namespace {

namespace fs = std::filesystem;
using config::Given;

/// Asks the system what storage::StreamFile will need: the folder of a new or a regular file, else the file
/// itself.
Result<void> check_writable(const fs::path& path) {
    std::error_code error;
    const fs::file_type type = fs::symlink_status(path, error).type();
    const bool replace = type == fs::file_type::regular || type == fs::file_type::not_found;
    const fs::path written = replace ? path.parent_path() / "." : path;
    int refused = ::access(written.c_str(), W_OK) == 0 ? 0 : errno;
    if (fs::is_directory(path, error) || !path.has_filename()) refused = EISDIR;
    if (refused == 0) return {};
    return fail(ErrorCode::kWriteFailed,
                fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(refused)));
}

/// One spelling for all the names of a file.
fs::path canonical(const fs::path& path) {
    std::error_code error;
    const fs::path resolved = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? path : resolved;
}

/// A line for each order, as it ended.
Result<void> write_orders(const std::string& path, const analyzers::RunResult& result) {
    auto file = storage::StreamFile::create(path, storage::StreamFile::Packing::kNone);
    if (!file) return fail(file);
    OrderLine line;
    for (const Order& order : result.orders) {
        const auto named = result.client_ids.find(order.id);
        const std::string_view client_id = named == result.client_ids.end() ? std::string_view() : named->second;
        const std::string_view text = line.write(order, result.instruments[order.request.instrument], client_id);
        if (auto written = file->write(text); !written) return written;
        if (auto written = file->write("\n"); !written) return written;
    }
    return file->commit();
}

}  // namespace

Result<void> check_outputs(const config::RunOptions& options) {
    std::vector<const Given*> named;
    named.reserve(options.csv.size());
    for (const Given& csv : options.csv) named.push_back(&csv);
    for (const auto* const output : {&options.report, &options.orders, &options.json}) {
        if (!*output || (output == &options.json && (*output)->text == kStandardOutput)) continue;
        const Given& given = **output;
        for (const Given* const other : named) {
            if (canonical(given.path()) != canonical(other->path())) continue;
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("{} and {} name the same file: {}", other->where, given.where, given.path()));
        }
        named.push_back(&given);
        if (auto checked = check_writable(given.path()); !checked) return checked;
    }
    return {};
}

Result<void> write_outputs(const config::RunOptions& options, const analyzers::RunResult& result) {
    if (options.report) {
        if (auto written = storage::write_text_file(options.report->path(), report::to_html(result)); !written) {
            return written;
        }
    }
    if (options.orders) {
        if (auto written = write_orders(options.orders->path(), result); !written) return written;
    }
    if (!options.json) return {};
    if (options.json->text == kStandardOutput) {
        analyzers::write_json(result, [](std::string_view piece) { print(stdout, "{}", piece); });
        print(stdout, "\n");
        return {};
    }
    auto file = storage::StreamFile::create(options.json->path(), storage::StreamFile::Packing::kNone);
    if (!file) return fail(file);
    Result<void> written;
    analyzers::write_json(result, [&](std::string_view piece) {
        if (written) written = file->write(piece);
    });
    if (written) written = file->write("\n");
    if (!written) return written;
    return file->commit();
}

}  // namespace ct::cli
