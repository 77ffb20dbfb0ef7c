#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

/// Puts a tree together from the events of a parser. Each call is false once something is refused: a name that is there
/// twice, more than kMostDepth tables and lists in one another, more than kMostChildren values in one of them.
class ConfigBuilder {
  public:
    static constexpr std::size_t kMostDepth = 32;
    static constexpr std::size_t kMostChildren = 1000;

    /// `file` stands in errors.
    explicit ConfigBuilder(const std::string& file) : file_(&file) {}

    /// True where the next scalar is the name of a table's member.
    [[nodiscard]] bool wants_name() const;
    /// Requires: wants_name().
    bool name(std::string text, Place place);
    bool scalar(ConfigNode::Kind kind, std::string text, Place place);
    bool open(ConfigNode::Kind kind, Place place);
    bool close();
    /// Refuses for a reason of the format.
    bool stop(Place place, const std::string& sentence);

    [[nodiscard]] const Result<void>& status() const { return status_; }
    /// Requires: all is closed and nothing was refused.
    [[nodiscard]] ConfigNode take() { return std::move(root_); }

  private:
    bool add(ConfigNode node);

    const std::string* file_;
    std::vector<ConfigNode> open_;
    ConfigNode named_;  ///< carries the name of the next member
    bool has_name_ = false;
    ConfigNode root_{.kind = ConfigNode::Kind::kNothing};
    Result<void> status_;
};

}  // namespace ct::config
