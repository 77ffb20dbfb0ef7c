#include "ct/strategies/missed_entries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/time.hpp"

namespace ct::strategies {
namespace {

TEST(MissedEntries, AreCountedByReason) {
    MissedEntries missed;
    EXPECT_THAT(missed.sentences(), testing::IsEmpty());
    missed.add("stop_loss", "was unknown", kNsPerDay);
    missed.add("size", "came to nothing", 2 * kNsPerDay);
    missed.add("stop_loss", "was unknown", 3 * kNsPerDay);
    EXPECT_THAT(
        missed.sentences(),
        testing::ElementsAre("2 entries were not taken, the first at 1970-01-02 00:00:00: stop_loss was unknown",
                             "1 entry was not taken at 1970-01-03 00:00:00: size came to nothing"));
}

}  // namespace
}  // namespace ct::strategies
