#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scenarios/scenario.hpp"
#include "support/project.hpp"

// Each text file beside this one, and what it expects.
namespace ct::test {
namespace {

std::vector<std::filesystem::path> scenario_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(project_folder() / "tests/scenarios")) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::string test_name(const testing::TestParamInfo<std::filesystem::path>& info) { return info.param.stem().string(); }

class ScenarioFile : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ScenarioFile, GivesTheExpectedLines) {
    const Scenario scenario = read_scenario(GetParam());
    const std::string lines = run_scenario(scenario);
    if (std::getenv("CT_UPDATE_SCENARIOS") != nullptr) std::ofstream(GetParam()) << scenario.head << lines;
    EXPECT_EQ(lines, scenario.expected);
}

INSTANTIATE_TEST_SUITE_P(Scenarios, ScenarioFile, testing::ValuesIn(scenario_files()), test_name);

}  // namespace
}  // namespace ct::test
