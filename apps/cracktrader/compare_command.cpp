#include "cracktrader/compare_command.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cracktrader/print.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/core/result.hpp"
#include "ct/report/compared_run.hpp"
#include "ct/report/comparison.hpp"
#include "ct/storage/text_file.hpp"

namespace ct::cli {

namespace {

namespace fs = std::filesystem;
using report::ComparedRun;

Result<std::string> read_text(const std::string& path) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    std::error_code ignored;
    if (file.good() && !fs::is_directory(path, ignored)) return text;
    const int reason = fs::is_directory(path, ignored) ? EISDIR : errno != 0 ? errno : EIO;
    return fail(ErrorCode::kReadFailed,
                fmt::format("cannot read {}: {}", path, std::generic_category().message(reason)));
}

/// The names of files, with their folders where two have one name.
std::vector<std::string> names_of(const std::vector<std::string>& paths) {
    std::vector<std::string> names;
    names.reserve(paths.size());
    for (const std::string& path : paths) names.push_back(fs::path(path).stem().string());
    std::vector<std::string> sorted = names;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end() ? names : paths;
}

void print_table(std::span<const ComparedRun> runs) {
    const auto metrics = report::compare_metrics(runs);
    std::size_t label_width = 0;
    std::vector<std::size_t> widths;
    for (const auto& metric : metrics) label_width = std::max(label_width, metric.label.size());
    std::string line = fmt::format("  {:{}}", "", label_width);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::string name = analyzers::clean_text(runs[i].name);
        widths.push_back(name.size() + 1);
        for (const auto& metric : metrics) widths[i] = std::max(widths[i], metric.values[i].size() + 1);
        line += fmt::format("  {:>{}}", name + " ", widths[i]);
    }
    print(stdout, "{}\n", line);
    for (const auto& metric : metrics) {
        line = fmt::format("  {:{}}", metric.label, label_width);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const bool best = std::find(metric.best.begin(), metric.best.end(), i) != metric.best.end();
            line += fmt::format("  {:>{}}", metric.values[i] + (best ? "*" : " "), widths[i]);
        }
        print(stdout, "{}\n", line);
    }
    print(stdout, "  *: the best of its row\n");
}

}  // namespace

Result<void> run_compare(const CompareOptions& options) {
    const std::size_t count = options.runs.size();
    if (count < 2 || count > report::kMaxComparedRuns) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("compare: expected 2 to {} files, not {}", report::kMaxComparedRuns, count));
    }
    const std::vector<std::string> names = names_of(options.runs);
    std::vector<ComparedRun> runs;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& path = options.runs[i];
        if (options.report && fs::weakly_canonical(path) == fs::weakly_canonical(*options.report)) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("--report would overwrite {}", path));
        }
        const auto text = read_text(path);
        if (!text) return fail(text);
        auto run = report::read_run(path, *text);
        if (!run) return fail(run);
        run->name = names[i];
        runs.push_back(*std::move(run));
    }
    print_table(runs);
    for (const std::string& warning : report::comparison_warnings(runs)) print(stdout, "  {}\n", warning);
    if (!options.report) return {};
    if (auto written = storage::write_text_file(*options.report, report::comparison_html(runs)); !written)
        return written;
    print(stdout, "  report: {}\n", *options.report);
    return {};
}

}  // namespace ct::cli
