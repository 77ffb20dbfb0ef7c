#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::risk {

/// What a rule takes.
struct SettingInfo {
    enum class Kind : std::uint8_t { kAmount, kShare, kCount, kDuration, kText, kChoice, kSymbol, kSymbols };

    std::string_view key;
    Kind kind = Kind::kText;
    double most = 0;                            ///< of a share and a count
    std::span<const std::string_view> choices;  ///< of one
};

/// Takes a rule's settings one by one and keeps the first error, which says where it stands. Each call names a key that
/// the rule has; what is not set stays nothing.
class SettingsReader {
  public:
    explicit SettingsReader(const RuleSettings& settings) : settings_(&settings) {}

    /// An amount above 0.
    std::optional<Money> amount(std::string_view key);
    /// A share of something above 0 and at most `most`.
    std::optional<Rate> share(std::string_view key, Rate most = {Rate::kOne});
    /// A whole number from 1 to `most`.
    std::optional<std::uint32_t> count(std::string_view key, std::uint32_t most);
    /// A time above 0: text such as "250ms", "10s", "5m", "2h" or "1d".
    std::optional<TimeNs> duration(std::string_view key);
    std::optional<std::string> text(std::string_view key);
    /// One of a few texts, which live as long as the program.
    std::optional<std::string> choice(std::string_view key, std::span<const std::string_view> choices);
    /// A symbol such as "BTC/USDT".
    std::optional<std::string> symbol(std::string_view key);
    /// One symbol or more, each once.
    std::vector<std::string> symbols(std::string_view key);

    /// Complains of the settings as a whole, unless there is something wrong with one of them.
    void refuse(const std::string& sentence);
    /// The first error; a key that was set and not asked for is one: kInvalidArgument naming the nearest there is.
    [[nodiscard]] Result<void> finish();
    /// All that was asked for.
    [[nodiscard]] const std::vector<SettingInfo>& asked() const { return asked_; }

  private:
    const Setting* find(const SettingInfo& wanted, Setting::Kind kind, const char* expected);
    std::optional<std::string> text_of(const SettingInfo& wanted);
    void refuse(const Setting& setting, const std::string& sentence);

    const RuleSettings* settings_;
    std::vector<SettingInfo> asked_;
    Result<void> status_;
    Result<void> as_a_whole_;
};

}  // namespace ct::risk
