#include "ct/config/run_environment.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/result.hpp"

namespace ct::config {
namespace {

using testing::ElementsAre;

Result<RunOptions> read(std::initializer_list<std::string_view> variables) {
    return read_environment(std::vector<std::string_view>(variables));
}

std::string refusal(std::string_view variable) {
    const auto options = read({variable});
    return options ? "accepted" : options.error().message;
}

TEST(RunEnvironment, GivesSettings) {
    const auto options =
        read({"PATH=/bin", "CRACKTRADER_ACCOUNT__CASH=5000", "CRACKTRADER_DATA__SYMBOL=A/B, C/D",
              "CRACKTRADER_STRATEGY__PARAMETERS=fast=1,slow=2", "CRACKTRADER_MATCHING__CHEAT_ON_OPEN=true",
              "CRACKTRADER_COSTS__FEES=binance;A/B=0.001,0.002", "CRACKTRADER_COLUMNAR=x"});
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_EQ(options->cash->text, "5000");
    EXPECT_EQ(options->cash->where, "CRACKTRADER_ACCOUNT__CASH");
    EXPECT_EQ(options->symbols[1].text, "C/D");
    EXPECT_EQ(options->parameters[1].text, "slow=2");
    EXPECT_EQ(options->fees[1].text, "A/B=0.001,0.002");
    EXPECT_TRUE(is_on(options->cheat_on_open));
}

TEST(RunEnvironment, KnowsEachSetting) {
    for (const RunSetting& setting : run_settings()) {
        const std::string value = setting.kind == RunSetting::Kind::kFlag ? "true" : "x";
        EXPECT_EQ(refusal(setting.variable() + "=" + value), "accepted");
    }
}

TEST(RunEnvironment, RefusesUnknownNamesAndEmptyValues) {
    EXPECT_EQ(
        refusal("CRACKTRADER_ACCOUNT__CAHS=5"),
        "the environment has CRACKTRADER_ACCOUNT__CAHS, which is no setting; did you mean CRACKTRADER_ACCOUNT__CASH?");
    EXPECT_EQ(refusal("CRACKTRADER_CASH"),
              "the environment has CRACKTRADER_CASH, which is no setting; did you mean CRACKTRADER_ACCOUNT__CASH?");
    EXPECT_EQ(refusal("CRACKTRADER_COMISSION=0"),
              "the environment has CRACKTRADER_COMISSION, which is no setting; did you mean "
              "CRACKTRADER_COSTS__COMMISSION?");
    EXPECT_EQ(refusal("CRACKTRADER_ACCOUNT__CASH="), "CRACKTRADER_ACCOUNT__CASH: the value is empty");
    EXPECT_EQ(refusal("CRACKTRADER_DATA__CSV="), "CRACKTRADER_DATA__CSV: the value is empty");
    EXPECT_EQ(refusal("CRACKTRADER_DATA__CSV=a,,b"), "CRACKTRADER_DATA__CSV: there is an empty value");
    EXPECT_EQ(refusal("CRACKTRADER_DATA__NO_CACHE=1"), "CRACKTRADER_DATA__NO_CACHE: expected true or false, not '1'");
    EXPECT_EQ(refusal("cracktrader_account__cash=5"), "accepted");  // not ours
}

}  // namespace
}  // namespace ct::config
