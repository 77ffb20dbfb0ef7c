// Runs MixedOrders on the BacktraderBroker over one or more CSV files of bars and prints what happened, numbers as the
// 16 hexadecimal digits of their 64 bits, in the format of reference.py:
//   O step order status type quantity price fee    an order reached a status; the totals filled so far
//   B step cash value                              after the bar, as the strategy sees them
// With --time N it prints nothing of that but the best of N runs in nanoseconds a step.
//
// Usage: trace [--cash X] [--commission X] [--slippage X] [--strict-slippage] [--seed N] [--time N] bars.csv...
// A file has the header open_time,open,high,low,close,volume, and rows in ascending time. Several files are several
// instruments, merged by time; the strategy starts when each has had a bar.

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <cinttypes>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <limits>
#include <ratio>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "backtrader_broker.hpp"
#include "strategy.hpp"

namespace ct::bench {
namespace {

struct TimedBar {
    std::int64_t time_ms = 0;
    Bar bar;
};

struct Arguments {
    BacktraderBroker::Options broker;
    std::uint64_t seed = 1;
    std::uint64_t repeats = 0;
    std::vector<std::string> paths;
};

template <class T>
T parse(std::string_view text, const std::string& where) {
    T number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw std::runtime_error(where + ": expected a number, got '" + std::string(text) + "'");
    }
    return number;
}

std::vector<TimedBar> read_bars(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || !line.starts_with("open_time,open,high,low,close")) {
        throw std::runtime_error(path + ": expected the header open_time,open,high,low,close,volume");
    }
    std::vector<TimedBar> bars;
    while (std::getline(file, line)) {
        const std::string where = path + ", row " + std::to_string(bars.size() + 1);
        std::array<std::string_view, 5> fields;
        std::string_view rest = line;
        for (std::string_view& field : fields) {
            field = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), field.size() + 1));
        }
        bars.push_back({parse<std::int64_t>(fields[0], where),
                        {parse<double>(fields[1], where), parse<double>(fields[2], where),
                         parse<double>(fields[3], where), parse<double>(fields[4], where)}});
    }
    return bars;
}

constexpr std::array kTypeNames{"market", "limit", "stop"};
constexpr std::array kStatusNames{"Submitted", "Accepted", "Partial", "Completed", "Canceled", "Margin"};

std::uint64_t bits(double number) { return std::bit_cast<std::uint64_t>(number); }

void print_reports(std::uint64_t step, const std::vector<Report>& reports, const BacktraderBroker& broker) {
    for (const Report& report : reports) {
        const char* status = kStatusNames.at(static_cast<std::size_t>(report.status));
        const char* type = kTypeNames.at(static_cast<std::size_t>(broker.request(report.order).type));
        std::printf("O %" PRIu64 " %u %s %s %016" PRIx64 " %016" PRIx64 " %016" PRIx64 "\n", step, report.order, status,
                    type, bits(report.quantity), bits(report.price), bits(report.fee));
    }
}

// Returns the number of steps in which the strategy ran.
std::uint64_t run(const Arguments& arguments, const std::vector<std::vector<TimedBar>>& histories, bool is_printed) {
    BacktraderBroker broker(arguments.broker);
    MixedOrders strategy(arguments.seed, arguments.broker.commission);
    std::vector<std::size_t> rows(histories.size(), 0);
    std::vector<Bar> bars(histories.size());
    std::vector<Report> reports;
    std::size_t started = 0;
    std::uint64_t step = 0;
    double checksum = 0;
    for (;;) {
        std::int64_t now_ms = std::numeric_limits<std::int64_t>::max();
        for (std::size_t i = 0; i < histories.size(); ++i) {
            if (rows[i] < histories[i].size()) {
                now_ms = std::min(now_ms, histories[i][rows[i]].time_ms);
            }
        }
        if (now_ms == std::numeric_limits<std::int64_t>::max()) {
            break;
        }
        for (std::size_t i = 0; i < histories.size(); ++i) {
            if (rows[i] < histories[i].size() && histories[i][rows[i]].time_ms == now_ms) {
                started += rows[i] == 0 ? 1 : 0;
                bars[i] = histories[i][rows[i]++].bar;
                broker.set_bar(i, bars[i]);
            }
        }
        broker.on_market();
        broker.poll(reports);
        if (started < histories.size()) {
            continue;
        }
        ++step;
        if (is_printed) {
            print_reports(step, reports, broker);
            std::printf("B %" PRIu64 " %016" PRIx64 " %016" PRIx64 "\n", step, bits(broker.cash()),
                        bits(broker.value()));
        } else {
            checksum += broker.value();
        }
        strategy.next(broker, bars);
    }
    if (!is_printed && checksum == 0) {
        std::puts("the account was empty all the time");
    }
    return step;
}

void time_runs(const Arguments& arguments, const std::vector<std::vector<TimedBar>>& histories) {
    double best_ns = std::numeric_limits<double>::max();
    for (std::uint64_t i = 0; i < arguments.repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::uint64_t steps = run(arguments, histories, false);
        const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
        best_ns = std::min(best_ns, taken.count() / static_cast<double>(steps));
    }
    std::printf("%.1f\n", best_ns);
}

Arguments parse_arguments(const std::vector<std::string>& words) {
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--strict-slippage") {
            arguments.broker.slippage.clip_to_range = false;
            arguments.broker.slippage.clip_limits = false;
            continue;
        }
        if (!word.starts_with("--")) {
            arguments.paths.push_back(word);
            continue;
        }
        if (++i == words.size()) {
            throw std::runtime_error(word + " needs a number");
        }
        if (word == "--cash") {
            arguments.broker.cash = parse<double>(words[i], word);
        } else if (word == "--commission") {
            arguments.broker.commission = parse<double>(words[i], word);
        } else if (word == "--slippage") {
            arguments.broker.slippage.fraction = parse<double>(words[i], word);
        } else if (word == "--seed") {
            arguments.seed = parse<std::uint64_t>(words[i], word);
        } else if (word == "--time") {
            arguments.repeats = parse<std::uint64_t>(words[i], word);
        } else {
            throw std::runtime_error("unknown argument " + word);
        }
    }
    if (arguments.paths.empty()) {
        throw std::runtime_error("no file of bars given");
    }
    arguments.broker.instruments = arguments.paths.size();
    return arguments;
}

}  // namespace
}  // namespace ct::bench

int main(int count, char** words) {
    try {
        const ct::bench::Arguments arguments = ct::bench::parse_arguments({words + 1, words + count});
        std::vector<std::vector<ct::bench::TimedBar>> histories;
        histories.reserve(arguments.paths.size());
        for (const std::string& path : arguments.paths) {
            histories.push_back(ct::bench::read_bars(path));
        }
        if (arguments.repeats > 0) {
            ct::bench::time_runs(arguments, histories);
        } else {
            ct::bench::run(arguments, histories, true);
        }
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "trace: %s\n", error.what());
        return 2;
    }
}
