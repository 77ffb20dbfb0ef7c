// Texts of any content as expressions: read, checked, and, where they are good, computed at once and row by row.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/printable.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/plan.hpp"
#include "ct/expr/program.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using namespace ct;

constexpr std::size_t kRows = 12;

using Rows = std::array<double, kRows>;

/// The lines of a program over columns of which each row is a little more than the one before.
std::vector<Rows> lines_of(indicators::Indicator& program, std::size_t chunk) {
    std::vector<Rows> columns(program.input_count());
    for (std::size_t k = 0; k < columns.size(); ++k) {
        for (std::size_t i = 0; i < kRows; ++i) columns[k][i] = static_cast<double>(100 + k + i * i % 7);
    }
    std::vector<Rows> lines(program.line_count());
    for (std::size_t at = 0; at < kRows; at += chunk) {
        std::vector<const double*> inputs;
        std::vector<double*> outputs;
        for (const Rows& column : columns) inputs.push_back(column.data() + at);
        for (Rows& line : lines) outputs.push_back(line.data() + at);
        program.run(inputs, outputs, chunk);
    }
    return lines;
}

void compare_chunks(expr::Program& program) {
    const auto copy = program.clone();
    const auto whole = lines_of(program, kRows);
    const auto single = lines_of(*copy, 1);
    for (std::size_t k = 0; k < whole.size(); ++k) {
        for (std::size_t i = 0; i < kRows; ++i) {
            const bool same =
                whole[k][i] == single[k][i] || (whole[k][i] != whole[k][i] && single[k][i] != single[k][i]);
            test::require(same, "rows one by one give what they give at once");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = test::text_of(data, size);
    for (const expr::Type type : {expr::Type::kCondition, expr::Type::kNumber}) {
        expr::Workspace space;
        space.parameters = {{"fast", 10}, {"slow", 50}};
        const auto node = expr::check(space, {text, "fuzz"}, type, true);
        if (!node) {
            const std::string& message = node.error().message;
            test::require(node.error().code == ErrorCode::kInvalidArgument, "a text is wrong, not the program");
            test::require(message.starts_with("fuzz, "), "an error says where");
            std::istringstream lines(message);
            for (std::string line; std::getline(lines, line);) {
                test::require(printable(line) == line, "a message is UTF-8 without what a terminal could obey");
            }
            continue;
        }
        expr::Plan plan = expr::make_plan(space.graph, {&*node, 1});
        for (expr::SeriesPart& part : plan.parts) compare_chunks(*part.program);
        if (plan.each_bar) compare_chunks(*plan.each_bar);
    }
    return 0;
}
