#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <zconf.h>
#include <zlib.h>

namespace ct::report {

/// The text of a page's data block.
inline std::string data_text(std::string_view html) {
    constexpr std::string_view kBlock = R"(<script type="application/json" id="data">)";
    const std::size_t from = html.find(kBlock);
    EXPECT_NE(from, std::string_view::npos);
    const std::size_t to = html.find("</script>", from);
    return std::string(html.substr(from + kBlock.size(), to - from - kBlock.size()));
}

inline rapidjson::Document data_of_page(std::string_view html) {
    rapidjson::Document data;
    data.Parse(data_text(html).c_str());
    EXPECT_FALSE(data.HasParseError());
    return data;
}

inline std::string bytes_of_base64(std::string_view text) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text.substr(0, text.find('='))) {
        bits = bits << 6U | static_cast<std::uint32_t>(kDigits.find(c));
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> static_cast<unsigned>(held));
    }
    return bytes;
}

inline std::string inflated(std::string_view packed) {
    constexpr std::size_t kMost = 1U << 24U;
    std::string bytes(kMost, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const int end = inflate(&stream, Z_FINISH);
    bytes.resize(end == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return bytes;
}

/// The numbers of a column of a page's data, as the page reads them; NaN where there is none.
inline std::vector<double> column_of(const rapidjson::Document& data, const rapidjson::Value& place) {
    const std::string bytes = inflated(bytes_of_base64(data["columns"].GetString()));
    const std::size_t rows = place["n"].GetUint64();
    double scale = 1;
    for (int i = 0; i < place["d"].GetInt(); ++i) scale *= 10;
    std::vector<double> values;
    std::vector<double> sums(static_cast<std::size_t>(place["o"].GetInt()));
    for (std::size_t i = 0; i < rows; ++i) {
        std::uint64_t code = 0;
        for (std::size_t k = place["w"].GetUint64(); k-- > 0;) {
            code = code << 8U | static_cast<unsigned char>(bytes[place["at"].GetUint64() + k * rows + i]);
        }
        if (code == 0) {
            values.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        auto value = static_cast<double>((code - 1) >> 1U);
        if (code % 2 == 0) value = -static_cast<double>(code >> 1U);
        for (double& sum : sums) value = sum += value;
        values.push_back(value / scale);
    }
    return values;
}

}  // namespace ct::report
