#include "ct/config/kill_switch_watch.hpp"

#include <atomic>
#include <csignal>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"

namespace ct::config {

namespace {

/// A handler gets nothing but the signal's number: what it pulls has to be found here.
std::atomic<KillSwitch*> signaled = nullptr;
static_assert(std::atomic<KillSwitch*>::is_always_lock_free, "a signal handler reads it");

void pull(int /*number*/) {
    if (KillSwitch* const kill_switch = signaled.load()) kill_switch->pull();
}

}  // namespace

/// Holds a signal's handler.
class KillSwitchWatch::Signal {
  public:
    explicit Signal(int number) : number_(number), former_(std::signal(number, pull)) {}
    Signal(const Signal&) = delete;
    Signal& operator=(const Signal&) = delete;
    ~Signal() {
        std::signal(number_, former_);
        signaled.store(nullptr);
    }

  private:
    int number_;
    void (*former_)(int);
};

KillSwitchWatch::KillSwitchWatch(std::optional<std::filesystem::path> file, KillSwitch& kill_switch)
    : file_(std::move(file)), switch_(&kill_switch) {
    poll();
}

KillSwitchWatch::~KillSwitchWatch() = default;

Result<std::unique_ptr<KillSwitchWatch>> KillSwitchWatch::make(const risk::KillSwitchSources& sources,
                                                               KillSwitch& kill_switch) {
    std::unique_ptr<KillSwitchWatch> watch(new KillSwitchWatch(sources.file, kill_switch));
    if (!sources.signal) return watch;
    KillSwitch* nobody = nullptr;
    if (!signaled.compare_exchange_strong(nobody, &kill_switch)) {
        return fail(ErrorCode::kUnsupported, "kill_switch.signal: another run of this process waits for a signal");
    }
    const int number = *sources.signal == "SIGUSR1" ? SIGUSR1 : SIGUSR2;  // NOLINT(misc-include-cleaner): of POSIX
    watch->signal_ = std::make_unique<Signal>(number);
    return watch;
}

void KillSwitchWatch::poll() {
    std::error_code error;
    if (file_ && std::filesystem::exists(*file_, error)) switch_->pull();
}

}  // namespace ct::config
