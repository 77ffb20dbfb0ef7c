#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include <gtest/gtest.h>

#include "support/project.hpp"

namespace ct::test {

/// The folder of real data shared by developers, `data` in $CT_SHARED (by default ../shared; relative to the project).
/// Nothing when this machine does not have it.
inline std::optional<std::filesystem::path> shared_data() {
    const char* set = std::getenv("CT_SHARED");
    const std::string_view shared = set != nullptr && *set != '\0' ? set : "../shared";
    auto folder = (project_folder() / shared / "data").lexically_normal();
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) return std::nullopt;
    return folder;
}

/// True in a CI run, where absent data must not pass as a skipped test.
inline bool in_ci() {
    const char* value = std::getenv("CI");
    return value != nullptr && std::string_view(value) == "true";
}

}  // namespace ct::test

/// First line of a test that needs the shared data: without them the test is skipped, under CI=true it fails.
#define CT_REQUIRE_SHARED_DATA()                                                         \
    if (ct::test::shared_data()) {                                                       \
    } else if (ct::test::in_ci()) {                                                      \
        FAIL() << "shared data not found: set CT_SHARED to the folder that holds data/"; \
    } else                                                                               \
        GTEST_SKIP() << "shared data not found: set CT_SHARED to the folder that holds data/"
