// Risk settings: TOML text, read and made into rules.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ct/config/risk_file.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace ct;
    const std::string_view text = test::text_of(bytes, size);
    const auto settings = config::parse_risk_text(text, "x.toml");
    if (!settings) {
        test::require(settings.error().message.starts_with("x"), "an error says where");
        return 0;
    }
    test::require(!settings->empty(), "settings without a rule are refused");
    const KillSwitch kill_switch;
    const auto rules = risk::make_rules(*settings, kill_switch);
    if (rules) {
        test::require(!rules->empty(), "a rule is made of each setting");
        return 0;
    }
    const ErrorCode code = rules.error().code;
    test::require(code == ErrorCode::kInvalidArgument || code == ErrorCode::kNotFound, "a setting is refused");
    test::require(rules.error().message.find("x.toml:") != std::string_view::npos, "an error says where");
    return 0;
}
