#include "cracktrader/python_launch.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"

namespace ct::cli {

bool is_python_strategy(std::string_view strategy) { return strategy.find(".py:") != std::string_view::npos; }

Result<void> launch_python(std::span<const std::string> args) {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto python = program.parent_path() / "python3";
    if (error || !std::filesystem::exists(python, error)) {
        return fail(
            ErrorCode::kNotFound,
            fmt::format(
                "strategies in Python and pickles need the Python that cracktrader is installed in, expected at {}; "
                "install with pip, or run `python -m cracktrader`",
                python.string()));
    }
    std::vector<std::string> words = {python.string(), "-m", "cracktrader"};
    words.insert(words.end(), args.begin(), args.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(argv.front(), argv.data());
    return fail(ErrorCode::kReadFailed, fmt::format("cannot start {}: {}", python.string(), std::strerror(errno)));
}

}  // namespace ct::cli
