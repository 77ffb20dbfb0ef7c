#include "ct/strategies/expression_rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/expr/checker.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/plan.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/unreachable.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_parameters.hpp"
#include "ct/strategies/level_check.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

class Compiler {
  public:
    Compiler(const ExpressionDefinition& definition, expr::ParameterValues parameters) : definition_(definition) {
        space_.parameters = std::move(parameters);
    }

    Result<ExpressionRules> run() {
        if (!definition_.entry.given() && !definition_.short_entry.given()) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("strategy '{}' has neither an entry nor a short_entry", definition_.name));
        }
        if (auto paired = check_exits(); !paired) return fail(paired);
        if (auto added = add_conditions(); !added) return fail(added);
        auto stop = guard(definition_.stop_loss, "stop_loss", LevelUse::kStopLoss);
        if (!stop) return fail(stop);
        auto target = guard(definition_.take_profit, "take_profit", LevelUse::kTakeProfit);
        if (!target) return fail(target);
        auto trail = guard(definition_.trailing_stop, "trailing_stop", LevelUse::kTrailingStop);
        if (!trail) return fail(trail);
        const auto size = size_of(*stop);
        if (!size) return fail(size);
        if (auto used = check_parameters(); !used) return fail(used);
        warn_of_no_exit();
        warn_of_lost_entries();
        expr::Plan plan = expr::make_plan(space_.graph, roots_, space_.named);
        return ExpressionRules{.plan = std::move(plan),
                               .shorts = definition_.short_entry.given(),
                               .size = *size,
                               .stop_loss = *stop,
                               .take_profit = *target,
                               .trailing_stop = *trail,
                               .symbols = definition_.symbols,
                               .cooldown = definition_.cooldown,
                               .warm_up = definition_.warm_up,
                               .name = definition_.name,
                               .shown = shown(),
                               .warnings = std::move(space_.warnings)};
    }

  private:
    using OptionalGuard = std::optional<GuardRule>;

    /// A text of a field, or as much of it as counts.
    static expr::Source source_of(std::string_view text, const DefinitionText& field, std::string_view name) {
        return {text, field.place.empty() ? name : field.place, field.origin.get()};
    }
    static tl::unexpected<Error> refuse(const DefinitionText& field, std::string_view name, std::string_view what) {
        return expr::fail_at(source_of(field.text, field, name), {0, field.text.size()}, what);
    }

    void warn(const DefinitionText& field, std::string_view name, std::string_view what) {
        const expr::Source source = source_of(field.text, field, name);
        space_.warnings.push_back(expr::message_at(source, {0, field.text.size()}, what));
    }

    Result<RootIndex> add(const expr::Source& source, expr::Type type, bool sees_position) {
        const auto node = expr::check(space_, source, type, sees_position);
        if (!node) return fail(node);
        roots_.push_back(*node);
        return roots_.size() - 1;
    }

    [[nodiscard]] Result<void> check_exits() const {
        if (definition_.exit.given() && !definition_.entry.given()) {
            return refuse(definition_.exit, "exit", "there is no entry whose positions it could close");
        }
        if (definition_.short_exit.given() && !definition_.short_entry.given()) {
            return refuse(definition_.short_exit, "short_exit",
                          "there is no short_entry whose positions it could close");
        }
        return {};
    }

    Result<void> add_conditions() {
        struct Condition {
            const DefinitionText& field;
            std::string_view name;
        };
        const std::array<Condition, 4> conditions = {{{definition_.entry, "entry"},
                                                      {definition_.exit, "exit"},
                                                      {definition_.short_entry, "short_entry"},
                                                      {definition_.short_exit, "short_exit"}}};
        for (const auto& [field, name] : conditions) {
            if (!field.given()) {
                roots_.push_back(space_.graph.constant(0, expr::Type::kCondition));
                continue;
            }
            const auto added = add(source_of(field.text, field, name), expr::Type::kCondition, true);
            if (!added) return fail(added);
        }
        return {};
    }

    /// What marks the kind is blanked out, so that columns stay those of the text.
    Result<OptionalGuard> guard(const DefinitionText& field, std::string_view name, LevelUse use) {
        constexpr std::string_view kAt = "at";
        if (!field.given()) return OptionalGuard();
        std::string text = field.text;
        GuardRule rule{.kind = GuardRule::Kind::kDistance};
        const std::string_view inside = without_blanks(field.text);
        const auto begin = static_cast<std::size_t>(inside.data() - field.text.data());
        const bool is_price = inside.starts_with(kAt) && inside.size() > kAt.size() &&
                              (kBlanks.find(inside[kAt.size()]) != std::string_view::npos || inside[kAt.size()] == '(');
        if (is_price) {
            if (use == LevelUse::kTrailingStop) {
                return refuse(field, name, "a trailing stop follows the price: expected a percentage or a distance");
            }
            rule.kind = GuardRule::Kind::kPrice;
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(begin), kAt.size(), ' ');
            if (definition_.short_entry.given() && definition_.entry.given()) {
                return refuse(field, name,
                              "a price is either above or below: expected a percentage or a distance, as "
                              "the strategy goes long and short");
            }
        } else if (inside.ends_with('%')) {
            rule.kind = GuardRule::Kind::kPercent;
            text[begin + inside.size() - 1] = ' ';
        }
        const auto root = add(source_of(text, field, name), expr::Type::kNumber, false);
        if (!root) return fail(root);
        const Level level{use, rule.kind, roots_[*root], inside};
        if (const std::string fault = fault_of(space_.graph, level); !fault.empty()) return refuse(field, name, fault);
        if (const std::string doubt = doubt_of(space_.graph, level); !doubt.empty()) warn(field, name, doubt);
        rule.root = *root;
        return OptionalGuard(rule);
    }

    Result<std::variant<OrderSize, RiskSize>> size_of(const OptionalGuard& stop) {
        constexpr std::string_view kRisk = "risk";
        const DefinitionText& field = definition_.size;
        if (!without_blanks(field.text).starts_with(kRisk)) {
            const auto size = OrderSize::parse(without_blanks(field.text));
            if (!size) return refuse(field, "size", size.error().message);
            return *size;
        }
        const std::size_t begin = field.text.find(kRisk) + kRisk.size();
        const std::size_t percent = field.text.find('%', begin);
        if (percent == std::string::npos) return bad_risk();
        const auto share = Rate::parse(without_blanks(std::string_view(field.text).substr(begin, percent - begin)));
        constexpr double kPercent = 100;
        const double risk = share ? share->to_double() / kPercent : 0;
        if (!(risk > 0 && risk <= 1)) return bad_risk();
        std::string distance = field.text;
        std::fill_n(distance.begin(), percent + 1, ' ');
        if (without_blanks(distance).empty()) {
            if (stop) return RiskSize{risk, std::nullopt};
            return refuse(field, "size",
                          "without a stop_loss, expected the distance that is risked behind it, such as "
                          "risk 1% 2 * atr(14)");
        }
        const auto root = add(source_of(distance, field, "size"), expr::Type::kNumber, false);
        if (!root) return fail(root);
        const Level level{LevelUse::kRisk, GuardRule::Kind::kDistance, roots_[*root], distance};
        if (const std::string fault = fault_of(space_.graph, level); !fault.empty())
            return refuse(field, "size", fault);
        return RiskSize{risk, *root};
    }
    [[nodiscard]] tl::unexpected<Error> bad_risk() const {
        return refuse(definition_.size, "size",
                      "expected a share above 0 and up to 100 %, such as risk 1% or risk 0.5% 2 * atr(14)");
    }

    /// A parameter that no field uses is a slip of the pen.
    [[nodiscard]] Result<void> check_parameters() const {
        const auto& used = space_.used_parameters;
        const std::vector<std::string_view> names(used.begin(), used.end());
        for (const ExpressionParameter& parameter : definition_.parameters) {
            if (used.contains(parameter.name)) continue;
            const std::string in_use =
                names.empty() ? "They use no parameter" : fmt::format("They use {}", fmt::join(names, ", "));
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("{}no field uses the parameter '{}'{} {}", before(parameter.place), parameter.name,
                                    did_you_mean(parameter.name, names), in_use));
        }
        return {};
    }

    /// Neither entry is taken when both hold, and none whose exit holds.
    void warn_of_lost_entries() {
        struct Rival {
            const DefinitionText& field;
            std::string_view name;
            RootIndex root;
            std::string_view rival;
            RootIndex rival_root;
        };
        using Rules = ExpressionRules;
        const std::array<Rival, 4> rivals = {
            {{definition_.entry, "entry", Rules::kEntry, "exit", Rules::kExit},
             {definition_.entry, "entry", Rules::kEntry, "short_entry", Rules::kShortEntry},
             {definition_.short_entry, "short_entry", Rules::kShortEntry, "short_exit", Rules::kShortExit},
             {definition_.short_entry, "short_entry", Rules::kShortEntry, "entry", Rules::kEntry}}};
        for (const auto& [field, name, root, rival, rival_root] : rivals) {
            if (!expr::follows_from(space_.graph, roots_[rival_root], roots_[root])) continue;
            if (space_.graph.is_constant(roots_[root])) continue;
            warn(field, name, fmt::format("whenever this holds the {} holds too: it is never taken", rival));
        }
    }

    void warn_of_no_exit() {
        const bool guarded =
            definition_.stop_loss.given() || definition_.take_profit.given() || definition_.trailing_stop.given();
        const bool closes_long = definition_.exit.given() || definition_.short_entry.given() || guarded;
        const bool closes_short = definition_.short_exit.given() || definition_.entry.given() || guarded;
        if (definition_.entry.given() && !closes_long) {
            space_.warnings.emplace_back("nothing ever closes a long position: there is no exit and no stop");
        }
        if (definition_.short_entry.given() && !closes_short) {
            space_.warnings.emplace_back("nothing ever closes a short position: there is no short_exit and no stop");
        }
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> shown() const {
        std::vector<std::pair<std::string, std::string>> all;
        const auto show = [&](std::string_view name, const DefinitionText& field) {
            if (field.given()) all.emplace_back(name, field.text);
        };
        show("entry", definition_.entry);
        show("exit", definition_.exit);
        show("short_entry", definition_.short_entry);
        show("short_exit", definition_.short_exit);
        show("size", definition_.size);
        show("stop_loss", definition_.stop_loss);
        show("take_profit", definition_.take_profit);
        show("trailing_stop", definition_.trailing_stop);
        if (!definition_.symbols.empty())
            all.emplace_back("symbols", fmt::format("{}", fmt::join(definition_.symbols, ", ")));
        if (definition_.cooldown > 0) all.emplace_back("cooldown", fmt::format("{}", definition_.cooldown));
        if (definition_.warm_up > 0) all.emplace_back("warm_up", fmt::format("{}", definition_.warm_up));
        for (const auto& [name, value] : space_.parameters) all.emplace_back(name, fmt::format("{}", value));
        return all;
    }

    const ExpressionDefinition& definition_;
    expr::Workspace space_;
    std::vector<expr::NodeId> roots_;
};

}  // namespace

Result<ExpressionRules> compile(const ExpressionDefinition& definition, const Parameters& given) {
    auto parameters = parameter_values(definition.parameters, given);
    if (!parameters) return fail(parameters);
    return Compiler(definition, std::move(*parameters)).run();
}

}  // namespace ct::strategies
