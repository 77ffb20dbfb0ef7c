#include "ct/storage/manifest.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <sys/stat.h>

#include "ct/core/hash.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"
#include "ct/storage/text_values.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr const char* kSchemaVersion = "1";
/// A manifest of more bytes is none: it would be one of 4,000 years.
constexpr std::uintmax_t kMaxBytes = 32U << 20U;

using Values = std::map<std::string, std::string>;  ///< of one flat JSON object; numbers as their text

/// Takes a manifest: an object of values and one array `months` of such objects.
class ManifestHandler {
  public:
    Values top;
    std::vector<Values> months;

    // What the reader calls, under names of its choice. NOLINTBEGIN(readability-identifier-naming)
    using Ch = char;
    using Size = rapidjson::SizeType;
    bool Null() { return false; }
    bool Bool(bool /*truth*/) { return false; }
    bool Int(int /*number*/) { return false; }  // numbers come as text
    bool Uint(unsigned /*number*/) { return false; }
    bool Int64(std::int64_t /*number*/) { return false; }
    bool Uint64(std::uint64_t /*number*/) { return false; }
    bool Double(double /*number*/) { return false; }
    bool RawNumber(const char* text, Size size, bool /*copy*/) { return take(text, size); }
    bool String(const char* text, Size size, bool /*copy*/) { return take(text, size); }
    bool Key(const char* text, Size size, bool /*copy*/) {
        key_.assign(text, size);
        return true;
    }
    bool StartObject() {
        ++depth_;
        if (depth_ == 3 && in_months_) months.emplace_back();
        return depth_ == 1 || (depth_ == 3 && in_months_);
    }
    bool EndObject(Size /*count*/) {
        --depth_;
        return true;
    }
    bool StartArray() {
        in_months_ = ++depth_ == 2 && key_ == "months";
        return in_months_;
    }
    bool EndArray(Size /*count*/) {
        --depth_;
        in_months_ = false;
        return true;
    }
    // NOLINTEND(readability-identifier-naming)

  private:
    bool take(const char* text, Size size) {
        if (depth_ != 1 && depth_ != 3) return false;
        (depth_ == 1 ? top : months.back())[key_] = std::string(text, size);
        return true;
    }

    int depth_ = 0;
    bool in_months_ = false;
    std::string key_;
};

tl::unexpected<Error> no_manifest(const std::string& why) {
    return fail(ErrorCode::kInvalidData, fmt::format("no manifest of this series: {}", why));
}

Result<ManifestMonth> read_month(const Values& values) {
    TextValues reader(values);
    const auto month = month_of_file_name(reader.text("file"));
    if (!month) return no_manifest(month.error().message);
    ManifestMonth read{.facts = {.month = *month,
                                 .rows = reader.number<std::uint64_t>("rows"),
                                 .first_ns = reader.number<TimeNs>("first_ns"),
                                 .last_ns = reader.number<TimeNs>("last_ns"),
                                 .lowest_price = reader.number<double>("lowest_price"),
                                 .highest_price = reader.number<double>("highest_price"),
                                 .price_decimals = reader.number<int>("price_decimals"),
                                 .gaps = reader.number<std::uint64_t>("gaps"),
                                 .missing = reader.number<std::uint64_t>("missing"),
                                 .duplicates_dropped = reader.number<std::uint64_t>("duplicates_dropped"),
                                 .digest = reader.digest("digest"),
                                 .source = reader.text("source")},
                       .bytes = reader.number<std::uint64_t>("bytes"),
                       .changed_ns = reader.number<std::int64_t>("changed_ns")};
    if (!reader.good()) return no_manifest(reader.wrong());
    return read;
}

/// Size and time of change of a regular file; no link.
bool stat_month(const fs::path& path, std::uint64_t& bytes, std::int64_t& changed_ns) {
    struct stat status{};
    const bool found = ::lstat(path.c_str(), &status) == 0;
    if (!found || !S_ISREG(status.st_mode)) return false;  // NOLINT(bugprone-signed-bitwise)
    bytes = static_cast<std::uint64_t>(status.st_size);
    changed_ns = status.st_mtim.tv_sec * kNsPerSecond + status.st_mtim.tv_nsec;
    return true;
}

Manifest read_manifest(const fs::path& path, const SeriesKey& key, bool& there) {
    there = false;
    std::error_code ignored;
    if (fs::file_size(path, ignored) > kMaxBytes || ignored) return {};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto manifest = Manifest::parse(text.str(), key);
    if (!manifest) return {};
    there = true;
    return *std::move(manifest);
}

}  // namespace

std::string Manifest::json(const SeriesKey& key) const {
    rapidjson::StringBuffer out;
    rapidjson::Writer<rapidjson::StringBuffer> json(out);
    const auto text = [&](const char* name, const std::string& value) {
        json.Key(name);
        json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    };
    const auto number = [&](const char* name, const auto& value) {
        const std::string digits = fmt::format("{}", value);
        json.Key(name);
        json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    };
    json.StartObject();
    number("schema_version", kSchemaVersion);
    text("exchange", key.exchange);
    text("symbol", key.symbol);
    text("market", std::string(name(key.market)));
    text("timeframe", key.timeframe.text());
    json.Key("months");
    json.StartArray();
    for (const ManifestMonth& month : months) {
        const MonthFacts& facts = month.facts;
        json.StartObject();
        text("file", month_file_name(facts.month));
        number("rows", facts.rows);
        number("first_ns", facts.first_ns);
        number("last_ns", facts.last_ns);
        number("lowest_price", facts.lowest_price);
        number("highest_price", facts.highest_price);
        number("price_decimals", facts.price_decimals);
        number("gaps", facts.gaps);
        number("missing", facts.missing);
        number("duplicates_dropped", facts.duplicates_dropped);
        text("digest", facts.digest.text());
        text("source", facts.source);
        number("bytes", month.bytes);
        number("changed_ns", month.changed_ns);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string(out.GetString(), out.GetSize()) + "\n";
}

Result<Manifest> Manifest::parse(const std::string& json, const SeriesKey& key) {
    ManifestHandler handler;
    rapidjson::MemoryStream stream(json.data(), json.size());
    rapidjson::Reader reader;
    constexpr unsigned kFlags = unsigned{rapidjson::kParseNumbersAsStringsFlag} |
                                unsigned{rapidjson::kParseValidateEncodingFlag} |
                                unsigned{rapidjson::kParseIterativeFlag};
    if (!reader.Parse<kFlags>(stream, handler)) return no_manifest("it is no JSON of that form");
    TextValues top(handler.top);
    top.expect("schema_version", kSchemaVersion);
    top.expect("exchange", key.exchange);
    top.expect("symbol", key.symbol);
    top.expect("market", name(key.market));
    top.expect("timeframe", key.timeframe.text());
    if (!top.good()) return no_manifest(top.wrong());
    Manifest manifest;
    for (const Values& values : handler.months) {
        auto month = read_month(values);
        if (!month) return fail(month);
        manifest.months.push_back(*std::move(month));
    }
    return manifest;
}

Result<FolderIndex> index_folder(const fs::path& folder, const SeriesKey& key) {
    FolderIndex index;
    const Manifest before = read_manifest(folder / kManifestName, key, index.manifest_was_right);
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
        const auto code = error == std::errc::no_such_file_or_directory ? ErrorCode::kNotFound : ErrorCode::kReadFailed;
        return fail(code, fmt::format("cannot read {}: {}", folder.string(), error.message()));
    }
    for (const auto& entry : entries) {
        const std::string file_name = entry.path().filename().string();
        if (file_name == kManifestName || file_name.starts_with('.')) continue;
        const auto month = month_of_file_name(file_name);
        std::uint64_t bytes = 0;
        std::int64_t changed_ns = 0;
        if (!month || !stat_month(entry.path(), bytes, changed_ns)) {
            index.unknown.push_back(file_name);
            continue;
        }
        const auto known = std::find_if(before.months.begin(), before.months.end(), [&](const ManifestMonth& one) {
            return one.facts.month == *month && one.bytes == bytes && one.changed_ns == changed_ns;
        });
        if (known != before.months.end()) {
            index.manifest.months.push_back(*known);
            continue;
        }
        index.manifest_was_right = false;
        const auto opened = open_month(entry.path(), key);
        if (opened) {
            index.manifest.months.push_back({opened->facts, bytes, changed_ns});
        } else {
            index.damaged.push_back(opened.error());
        }
    }
    auto& months = index.manifest.months;
    std::sort(months.begin(), months.end(),
              [](const ManifestMonth& a, const ManifestMonth& b) { return a.facts.month < b.facts.month; });
    if (months.size() != before.months.size()) index.manifest_was_right = false;
    std::sort(index.unknown.begin(), index.unknown.end());
    return index;
}

}  // namespace ct::storage
