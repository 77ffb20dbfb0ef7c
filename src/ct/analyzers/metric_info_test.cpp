#include "ct/analyzers/metric_info.hpp"

#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace ct::analyzers {
namespace {

TEST(MetricInfo, IsFoundByName) {
    ASSERT_NE(find_metric("max_drawdown"), nullptr);
    EXPECT_EQ(std::string(find_metric("max_drawdown")->label), "Maximum drawdown");
    EXPECT_EQ(find_metric("max"), nullptr);
}

TEST(MetricInfo, ValuesReadAsTheirKind) {
    EXPECT_EQ(metric_text(MetricKind::kShare, 0.1234, 2), "12.34%");
    EXPECT_EQ(metric_text(MetricKind::kRatio, 1.236, 2), "1.24");
    EXPECT_EQ(metric_text(MetricKind::kCount, 12'345, 2), "12,345");
    EXPECT_EQ(metric_text(MetricKind::kAmount, 1234.5, 4), "1,234.5000");
    EXPECT_EQ(metric_text(MetricKind::kDuration, 12.34, 2), "12.3");
    EXPECT_EQ(metric_text(MetricKind::kTime, 1'704'067'260'000, 2), "2024-01-01 00:01");
}

TEST(MetricInfo, UndefinedValuesAreADash) {
    for (const MetricInfo& info : metric_infos()) {
        EXPECT_EQ(metric_text(info.kind, std::numeric_limits<double>::quiet_NaN(), 2), "\u2013") << info.name;
    }
}

}  // namespace
}  // namespace ct::analyzers
