#include "ct/config/config_builder.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "ct/config/config_node.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

bool ConfigBuilder::wants_name() const {
    return !open_.empty() && open_.back().kind == ConfigNode::Kind::kTable && !has_name_;
}

bool ConfigBuilder::name(std::string text, Place place) {
    if (const ConfigNode* const first = open_.back().find(text)) {
        return stop(place, fmt::format("'{}' is there twice, first in line {}", text, first->name_place.line));
    }
    named_ = {.name = std::move(text), .name_place = place};
    has_name_ = true;
    return true;
}

bool ConfigBuilder::scalar(ConfigNode::Kind kind, std::string text, Place place) {
    return add({.kind = kind, .text = std::move(text), .place = place});
}

bool ConfigBuilder::open(ConfigNode::Kind kind, Place place) {
    if (open_.size() == kMostDepth) {
        return stop(place, fmt::format("expected at most {} tables and lists in one another", kMostDepth));
    }
    open_.push_back(
        {.kind = kind, .place = place, .name = std::exchange(named_.name, {}), .name_place = named_.name_place});
    has_name_ = false;
    return true;
}

bool ConfigBuilder::close() {
    ConfigNode node = std::move(open_.back());
    open_.pop_back();
    named_ = {.name = std::exchange(node.name, {}), .name_place = node.name_place};
    return add(std::move(node));
}

bool ConfigBuilder::stop(Place place, const std::string& sentence) {
    if (status_) status_ = refuse(*file_, place, sentence);
    return false;
}

bool ConfigBuilder::add(ConfigNode node) {
    node.name = std::exchange(named_.name, {});
    node.name_place = named_.name_place;
    has_name_ = false;
    if (open_.empty()) {
        root_ = std::move(node);
        return true;
    }
    auto& siblings = open_.back().children;
    if (siblings.size() == kMostChildren) {
        return stop(node.place, fmt::format("expected at most {} values in one table or list", kMostChildren));
    }
    siblings.push_back(std::move(node));
    return true;
}

}  // namespace ct::config
