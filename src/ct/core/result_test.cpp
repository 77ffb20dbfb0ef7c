#include "ct/core/result.hpp"

#include <string>

#include <gtest/gtest.h>

namespace ct {
namespace {

TEST(Result, CodesHaveStableNames) {
    EXPECT_STREQ(error_code_name(ErrorCode::kInvalidArgument), "invalid_argument");
    EXPECT_STREQ(error_code_name(ErrorCode::kInvalidData), "invalid_data");
    EXPECT_STREQ(error_code_name(ErrorCode::kNotFound), "not_found");
    EXPECT_STREQ(error_code_name(ErrorCode::kUnsupported), "unsupported");
    EXPECT_STREQ(error_code_name(ErrorCode::kOverflow), "overflow");
    EXPECT_STREQ(error_code_name(ErrorCode::kReadFailed), "read_failed");
    EXPECT_STREQ(error_code_name(ErrorCode::kWriteFailed), "write_failed");
    EXPECT_STREQ(error_code_name(ErrorCode::kStrategyFailed), "strategy_failed");
    EXPECT_STREQ(error_code_name(ErrorCode::kInterrupted), "interrupted");
}

TEST(Result, FailPassesAnErrorOn) {
    const auto inner = []() -> Result<int> { return fail(ErrorCode::kNotFound, "no such file: x"); };
    const auto outer = [&]() -> Result<std::string> {
        const auto value = inner();
        if (!value) return fail(value);
        return std::string("found");
    };
    const auto result = outer();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(result.error().message, "no such file: x");
}

}  // namespace
}  // namespace ct
