#pragma once

#include <string_view>

#include <rapidjson/prettywriter.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/stringbuffer.h>

namespace ct::config {

/// rapidjson's writer, for names and texts as they are here.
class JsonWriter : public rapidjson::PrettyWriter<rapidjson::StringBuffer> {
  public:
    /// Borrows the buffer.
    explicit JsonWriter(rapidjson::StringBuffer& buffer) : PrettyWriter(buffer) { SetIndent(' ', 2); }

    void key(std::string_view name) { Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
    void text(std::string_view text) { String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }
    void member(std::string_view name, std::string_view value) { key(name), text(value); }
};

}  // namespace ct::config
