#include "ct/config/config_node.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"

namespace ct::config {

Place PlaceCounter::at(std::size_t byte) {
    for (; byte_ < byte; ++byte_) {
        const auto code = static_cast<unsigned char>(text_[byte_]);
        const bool is_inside = (code & 0xC0U) == 0x80U;  // of a character, not its start
        if (code == '\n') {
            place_ = {place_.line + 1, 1};
        } else if (!is_inside) {
            ++place_.column;
        }
    }
    return place_;
}

std::size_t line_begin(std::string_view text, std::size_t line) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i < line && begin < text.size(); ++i) {
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    }
    return begin;
}

const ConfigNode* ConfigNode::find(std::string_view wanted) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const ConfigNode& child) { return child.name == wanted; });
    return found == children.end() ? nullptr : &*found;
}

std::string described(const ConfigNode& node) {
    switch (node.kind) {
        case ConfigNode::Kind::kTable:
            return "a table";
        case ConfigNode::Kind::kList:
            return "a list";
        case ConfigNode::Kind::kText:
            return fmt::format("the text '{}'", node.text);
        case ConfigNode::Kind::kNumber:
            return fmt::format("the number {}", node.text);
        case ConfigNode::Kind::kBoolean:
            return node.text;
        case ConfigNode::Kind::kTime:
            return fmt::format("the time {}", node.text);
        case ConfigNode::Kind::kNothing:
            break;
    }
    return "nothing";
}

tl::unexpected<Error> refuse(const std::string& file, Place place, std::string_view sentence) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}:{}:{}: {}", file, place.line, place.column, sentence));
}

}  // namespace ct::config
