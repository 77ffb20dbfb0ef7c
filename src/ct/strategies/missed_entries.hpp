#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::strategies {

/// Entries whose condition held and that were not taken all the same, counted by reason.
class MissedEntries {
  public:
    /// `field` is the part of the strategy that prevented one; `why` goes on with its name: "was unknown". Both live as
    /// long as the program.
    void add(std::string_view field, std::string_view why, TimeNs time_ns);

    /// A sentence for each reason, in the order in which they came up.
    [[nodiscard]] std::vector<std::string> sentences() const;

  private:
    struct Reason {
        std::string_view field;
        std::string_view why;
        TimeNs first_ns = 0;
        std::size_t count = 0;
    };
    std::vector<Reason> reasons_;
};

}  // namespace ct::strategies
