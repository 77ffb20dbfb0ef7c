// After its construction no indicator allocates, whatever it is fed.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ct/indicators/registry.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace {

std::atomic<std::size_t> allocations = 0;

}  // namespace

// Not inlined: GCC would take malloc() and delete for a mismatch.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(std::max<std::size_t>(size, 1))) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace ct::indicators {
namespace {

class Allocation : public testing::TestWithParam<const IndicatorInfo*> {};

TEST_P(Allocation, IsDoneByTheConstructorAlone) {
    constexpr std::size_t kRows = 3'000;
    test::Random random(81);
    std::vector<std::vector<double>> columns(GetParam()->inputs.size());
    for (auto& column : columns) column = test::price_walk(random, kRows, 50);
    columns.front()[1'500] = test::kNan;
    std::vector<std::vector<double>> lines(GetParam()->lines.size(), std::vector<double>(kRows));
    std::vector<const double*> in(columns.size());
    std::vector<double*> out(lines.size());
    const std::size_t before_made = allocations;
    const auto indicator = make(*GetParam()).value();
    const std::size_t made = allocations;
    EXPECT_GT(made, before_made);
    for (std::size_t at = 0; at < kRows;) {
        const std::size_t rows = at < 1'000 ? 1 : std::min<std::size_t>(700, kRows - at);
        for (std::size_t k = 0; k < in.size(); ++k) in[k] = columns[k].data() + at;
        for (std::size_t k = 0; k < out.size(); ++k) out[k] = lines[k].data() + at;
        indicator->run(in, out, rows);
        at += rows;
    }
    EXPECT_EQ(allocations, made);
}

INSTANTIATE_TEST_SUITE_P(Registry, Allocation, testing::ValuesIn(all()),
                         [](const auto& one) { return std::string(one.param->name); });

}  // namespace
}  // namespace ct::indicators
