#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/registry.hpp"

namespace ct::config {

/// Pulls a kill switch when a file exists or a signal has arrived, for as long as it lives. The file is looked for when
/// it is made and at each poll(); the signal pulls at once and is given back to its former handler at the end.
class KillSwitchWatch {
  public:
    /// The switch is borrowed. Errors: kUnsupported when another watch has the signal.
    static Result<std::unique_ptr<KillSwitchWatch>> make(const risk::KillSwitchSources& sources,
                                                         KillSwitch& kill_switch);
    KillSwitchWatch(const KillSwitchWatch&) = delete;
    KillSwitchWatch& operator=(const KillSwitchWatch&) = delete;
    ~KillSwitchWatch();

    void poll();

  private:
    class Signal;
    KillSwitchWatch(std::optional<std::filesystem::path> file, KillSwitch& kill_switch);

    std::optional<std::filesystem::path> file_;
    KillSwitch* switch_;
    std::unique_ptr<Signal> signal_;
};

}  // namespace ct::config
