#include "cracktrader/progress_bar.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "cracktrader/print.hpp"

namespace ct::cli {

namespace {

constexpr std::chrono::milliseconds kPatience{300};
constexpr std::chrono::milliseconds kBetweenDraws{100};
constexpr std::uint64_t kWidth = 30;

}  // namespace

ProgressBar::ProgressBar(std::string_view label)
    : label_(label),
      next_draw_(std::chrono::steady_clock::now() + kPatience),
      on_terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (!drawn_) return;
    print(stderr, "\r\x1b[K");
    std::fflush(stderr);
}

void ProgressBar::update(std::uint64_t done, std::uint64_t total) {
    const auto now = std::chrono::steady_clock::now();
    if (!on_terminal_ || total == 0 || now < next_draw_) return;
    next_draw_ = now + kBetweenDraws;
    drawn_ = true;
    const std::uint64_t filled = std::min(done, total) * kWidth / total;
    print(stderr, "\r{} [{}{}] {:3}%", label_, std::string(filled, '#'), std::string(kWidth - filled, ' '),
          std::min(done, total) * 100 / total);
    std::fflush(stderr);
}

}  // namespace ct::cli
