#include "ct/config/kill_switch_watch.hpp"

#include <csignal>
#include <fstream>

#include <gtest/gtest.h>

#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "support/temporary_folder.hpp"

namespace ct::config {
namespace {

TEST(KillSwitchWatch, PullsOnceTheFileIsThere) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "stop";
    KillSwitch kill_switch;
    const auto watch = KillSwitchWatch::make({.file = path.string(), .signal = {}}, kill_switch);
    ASSERT_TRUE(watch);
    (*watch)->poll();
    EXPECT_FALSE(kill_switch.is_pulled());
    std::ofstream(path) << "now";
    (*watch)->poll();
    EXPECT_TRUE(kill_switch.is_pulled());

    KillSwitch at_start;
    ASSERT_TRUE(KillSwitchWatch::make({.file = path.string(), .signal = {}}, at_start));
    EXPECT_TRUE(at_start.is_pulled());
}

TEST(KillSwitchWatch, PullsAtItsSignalAndGivesTheSignalBack) {
    // NOLINTBEGIN(misc-include-cleaner): the signals are of POSIX
    static bool former = false;
    std::signal(SIGUSR1, [](int) { former = true; });
    KillSwitch kill_switch;
    {
        const auto watch = KillSwitchWatch::make({.file = {}, .signal = "SIGUSR1"}, kill_switch);
        ASSERT_TRUE(watch);
        KillSwitch other;
        const auto second = KillSwitchWatch::make({.file = {}, .signal = "SIGUSR2"}, other);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, ErrorCode::kUnsupported);
        EXPECT_FALSE(kill_switch.is_pulled());
        std::raise(SIGUSR1);
        EXPECT_TRUE(kill_switch.is_pulled());
        EXPECT_FALSE(former);
    }
    std::raise(SIGUSR1);
    EXPECT_TRUE(former);
    std::signal(SIGUSR1, SIG_DFL);
    // NOLINTEND(misc-include-cleaner)
    KillSwitch again;
    EXPECT_TRUE(KillSwitchWatch::make({.file = {}, .signal = "SIGUSR2"}, again));
}

}  // namespace
}  // namespace ct::config
