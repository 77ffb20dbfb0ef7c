#include "ct/report/compared_run.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <tl/expected.hpp>

#include "ct/analyzers/report_text.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::report {

namespace {

using rapidjson::Value;

constexpr double kLatestMs = 9e12;  ///< within the range of TimeNs

/// A member of the run, and what is wrong if it is not there or of another kind.
class Members {
  public:
    Members(std::string_view name, const Value& run) : name_(name), run_(run) {}

    [[nodiscard]] bool has(const char* key) const { return run_.FindMember(key) != run_.MemberEnd(); }
    const Value* find(const char* key, bool (*is_kind)(const Value&), const char* kind) {
        const auto found = run_.FindMember(key);
        if (found != run_.MemberEnd() && is_kind(found->value)) return &found->value;
        if (problem_.empty()) {
            problem_ = fmt::format("{}: expected {} '{}', as `cracktrader backtest --json` writes", name_, kind, key);
        }
        return nullptr;
    }
    std::string text(const char* key) {
        const Value* const value = find(key, [](const Value& v) { return v.IsString(); }, "a text");
        return value == nullptr ? std::string() : std::string(value->GetString(), value->GetStringLength());
    }
    double number(const char* key) {
        const Value* const value = find(key, [](const Value& v) { return v.IsNumber(); }, "a number");
        return value == nullptr ? 0 : value->GetDouble();
    }
    const Value* object(const char* key) {
        return find(key, [](const Value& v) { return v.IsObject(); }, "an object");
    }
    const Value* list(const char* key) {
        return find(key, [](const Value& v) { return v.IsArray(); }, "a list");
    }
    void complain(std::string_view about) {
        if (problem_.empty()) problem_ = fmt::format("{}: {}", name_, about);
    }
    [[nodiscard]] const std::string& problem() const { return problem_; }

  private:
    std::string_view name_;
    const Value& run_;
    std::string problem_;
};

/// "fast 10, slow 50"; texts stand as they are, other values as JSON writes them.
std::string named_values(const Value* object) {
    std::string text;
    if (object == nullptr) return text;
    for (const auto& [key, value] : object->GetObject()) {
        if (value.IsString() && value.GetStringLength() == 0) continue;
        rapidjson::StringBuffer buffer;
        rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
        if (!value.IsString()) value.Accept(writer);
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", key.GetString(),
                            value.IsString() ? value.GetString() : buffer.GetString());
    }
    return text;
}

void read_series(Members& members, ComparedRun& run) {
    const Value* const list = members.list("series");
    if (list == nullptr) return;
    double first_ms = std::numeric_limits<double>::infinity();
    double last_ms = -first_ms;
    for (const Value& series : list->GetArray()) {
        if (!series.IsObject()) return members.complain("expected objects in the list 'series'");
        Members own("series", series);
        const std::string symbol = own.text("instrument") + " " + own.text("timeframe");
        run.symbols += (run.symbols.empty() ? "" : ", ") + symbol;
        first_ms = std::min(first_ms, own.number("first_time_ms"));
        last_ms = std::max(last_ms, own.number("last_time_ms"));
        if (!own.problem().empty()) return members.complain(own.problem());
    }
    if (!(std::fabs(first_ms) < kLatestMs && std::fabs(last_ms) < kLatestMs)) {
        return members.complain("expected times of the years 1685 to 2255 in 'series'");
    }
    const auto minute = [](double ms) { return analyzers::minute_text(static_cast<std::int64_t>(ms) * kNsPerMs); };
    run.range = fmt::format("{} to {} UTC", minute(first_ms), minute(last_ms));
}

void read_equity(Members& members, ComparedRun& run) {
    if (!members.has("equity_daily")) {
        return members.complain("the run was made without the analyzer equity_curve, which a comparison needs");
    }
    const Value* const days = members.list("equity_daily");
    if (days == nullptr) return;
    for (const Value& day : days->GetArray()) {
        const bool good = day.IsArray() && day.Size() == 2 && day[0].IsNumber() && day[1].IsNumber() &&
                          std::fabs(day[0].GetDouble()) < kLatestMs &&
                          (run.time_ms.empty() || day[0].GetDouble() > run.time_ms.back());
        if (!good) {
            return members.complain(fmt::format(
                "expected [time_ms, value] with rising times in 'equity_daily', item {}", run.time_ms.size()));
        }
        run.time_ms.push_back(day[0].GetDouble());
        run.equity.push_back(day[1].GetDouble());
    }
    if (run.equity.empty()) members.complain("expected at least one day in 'equity_daily'");
}

void read_metrics(Members& members, ComparedRun& run) {
    const Value* const metrics = members.object("metrics");
    if (metrics == nullptr) return;
    for (const auto& [key, value] : metrics->GetObject()) {
        if (!value.IsNumber() && !value.IsNull()) {
            return members.complain(fmt::format("expected a number as metric '{}'", key.GetString()));
        }
        run.metrics.emplace_back(key.GetString(),
                                 value.IsNull() ? std::numeric_limits<double>::quiet_NaN() : value.GetDouble());
    }
}

}  // namespace

Result<ComparedRun> read_run(std::string_view name, std::string_view json) {
    rapidjson::Document document;
    // Iterative: what nests deeply must not use up the stack.
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
    if (document.HasParseError()) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: no JSON at byte {}: {}", name, document.GetErrorOffset(),
                                                         rapidjson::GetParseError_En(document.GetParseError())));
    }
    if (!document.IsObject()) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: expected a JSON object, as `cracktrader backtest --json` writes", name));
    }
    Members members(name, document);
    ComparedRun run;
    run.name = name;
    run.version = members.text("version");
    run.strategy = members.text("strategy");
    run.parameters = named_values(members.object("parameters"));
    run.settings = named_values(members.object("settings"));
    run.report_asset = members.text("report_asset");
    run.initial_value = members.number("initial_value");
    run.result_hash = members.text("result_hash");
    run.input_hash = members.text("input_hash");
    read_series(members, run);
    read_metrics(members, run);
    read_equity(members, run);
    if (!(run.initial_value > 0)) members.complain("expected an 'initial_value' above zero");
    if (!members.problem().empty()) return fail(ErrorCode::kInvalidData, members.problem());
    return run;
}

}  // namespace ct::report
