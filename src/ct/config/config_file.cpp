#include "ct/config/config_file.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "ct/config/config_formats.hpp"
#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // that some editors begin text with
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

Result<ConfigNode> parse_format(std::string_view text, const std::string& file) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".toml") return parse_toml(text, file);
    if (ending == ".json") return parse_json(text, file);
    if (ending == ".yaml" || ending == ".yml") return parse_yaml(text, file);
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{}: expected a file that ends in .toml, .json, .yaml or .yml", file));
}

}  // namespace

Result<ConfigNode> parse_config(std::string_view text, const std::string& file) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
        return refuse(file, PlaceCounter(text).at(zero), "expected text, there is a zero byte");
    }
    auto root = parse_format(text, file);
    if (!root || root->kind == ConfigNode::Kind::kTable) return root;
    return refuse(file, root->place,
                  fmt::format("expected tables such as data and strategy, not {}", described(*root)));
}

Result<std::string> read_config_text(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        return fail(ErrorCode::kNotFound, fmt::format("there is no file {}", path.string()));
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(kMostBytes + 1, '\0');
    if (std::filesystem::is_directory(status) ||
        !file.read(text.data(), static_cast<std::streamsize>(text.size())).eof()) {
        if (file && !std::filesystem::is_directory(status)) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("{}: expected at most {} bytes", path.string(), kMostBytes));
        }
        return fail(ErrorCode::kReadFailed, fmt::format("cannot read {}", path.string()));
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

Result<ConfigNode> read_config(const std::filesystem::path& path) {
    const auto text = read_config_text(path);
    if (!text) return fail(text);
    return parse_config(*text, path.string());
}

}  // namespace ct::config
