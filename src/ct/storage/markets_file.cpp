#include "ct/storage/markets_file.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

namespace {

/// Larger files hold no instruments: the whole of an exchange is 3 MB.
constexpr std::size_t kMostBytes = 64 * 1024 * 1024;

/// The text of one file as a whole.
class WholeText : public TextSink {
  public:
    Result<void> begin_file(const std::string& name) override {
        if (!name_.empty()) return fail(ErrorCode::kInvalidData, fmt::format("{}: expected one file", name_));
        name_ = name;
        return {};
    }
    Result<void> feed(std::string_view chunk) override {
        if (text_.size() + chunk.size() > kMostBytes) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: more than {} bytes", name_, kMostBytes));
        }
        text_ += chunk;
        return {};
    }
    Result<void> end_file() override { return {}; }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string name_;
    std::string text_;
};

}  // namespace

Result<Markets> load_markets(const std::filesystem::path& path, std::string_view exchange) {
    WholeText file;
    if (auto done = read_text(path, file); !done) return fail(done);
    const std::size_t first = file.text().find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string::npos && (file.text()[first] == '{' || file.text()[first] == '[');
    return is_json ? parse_exchange_info(file.text(), file.name())
                   : parse_symbol_properties(file.text(), file.name(), exchange);
}

}  // namespace ct::storage
