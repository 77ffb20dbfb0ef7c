#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/expr/functions.hpp"
#include "ct/expr/graph.hpp"
#include "ct/expr/names.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::expr {

/// The parameters of a strategy, which are constants of its expressions.
using ParameterValues = std::map<std::string, double, std::less<>>;

/// What the checks of a strategy's expressions share.
struct Workspace {
    ParameterValues parameters;
    std::set<std::string, std::less<>> used_parameters;
    Graph graph;
    std::size_t history_rows = 0;
    std::vector<NamedLine> named;  ///< a line may be named more than once
    std::vector<std::string> warnings;
};

/// Finds out what the parts of an expression mean and puts them into the graph. Errors: kInvalidArgument saying where,
/// what was expected and what stands there.
class Checker {
  public:
    Checker(Workspace& space, const Source& source, bool sees_position)
        : space_(space), graph_(space.graph), source_(source), sees_position_(sees_position) {}

    /// Errors also for an expression of another type.
    Result<NodeId> run(const Expression& expression, Type wanted);

  private:
    using Inputs = std::vector<NodeId>;

    Result<NodeId> check(const Expression& part, const SeriesName& series);
    Result<NodeId> check_as(const Expression& part, const SeriesName& series, Type wanted, std::string_view whose);
    Result<NodeId> value_of_name(const Expression& name, const SeriesName& series);
    Result<NodeId> value_of(const ValueName& known, const Expression& name, const SeriesName& series);
    Result<NodeId> history(const Expression& part, const SeriesName& series);
    Result<std::size_t> count(NodeId node, Span span, std::string_view what, std::size_t least);
    Result<SeriesName> series_of(const Expression& part, const SeriesName& around) const;

    // Functions: function_calls.cpp.
    struct Arguments {
        Inputs inputs;
        std::vector<double> counts;
        std::optional<Type> either;  ///< the type of those that may be of either
    };
    Result<NodeId> call(const Expression& call, const SeriesName& series);
    Result<NodeId> call_function(const Function& function, const Expression& call, const SeriesName& series);
    Result<Arguments> arguments_of(const Function& function, const Expression& call, const SeriesName& series);
    Result<NodeId> argument_of(const Argument& argument, const Expression& value, const Expression& call,
                               const SeriesName& series, std::optional<Type> either);
    void warn_of_window(const Expression& call, const Inputs& inputs);

    // Indicators: indicator_calls.cpp.
    Result<NodeId> line(const Expression& part, const SeriesName& series);
    Result<NodeId> call_indicator(const indicators::IndicatorInfo& info, const Expression& call,
                                  const SeriesName& series, const Expression* line);
    Result<std::vector<std::optional<NodeId>>> check_arguments(const indicators::IndicatorInfo& info,
                                                               const Expression& call, const SeriesName& series);
    Result<Inputs> inputs_of(const indicators::IndicatorInfo& info, const Expression& call, const SeriesName& series,
                             std::span<const std::size_t> places, std::span<const std::optional<NodeId>> values);
    Result<double> parameter(const indicators::IndicatorInfo& info, const indicators::ParameterInfo& parameter,
                             const Expression& given, std::optional<NodeId> value) const;
    /// Takes down what a line of an indicator was written as.
    void name_line(NodeId node, const Expression& written, const SeriesName& series);
    Result<NodeId> pick_line(const indicators::IndicatorInfo& info, NodeId call, Span span, const Expression* line);

    Result<NodeId> placed(NodeId node, Span span) const;
    Result<void> keep_rows(std::size_t rows, Span span);
    [[nodiscard]] tl::unexpected<Error> fail_here(Span span, std::string_view what) const {
        return fail_at(source_, span, what);
    }
    [[nodiscard]] std::string nearest_value(std::string_view name) const;
    [[nodiscard]] std::string nearest_call(std::string_view name) const;

    Workspace& space_;
    Graph& graph_;
    const Source& source_;
    bool sees_position_;
};

/// The node of a text of the wanted type. Errors: those of parse and of Checker.
Result<NodeId> check(Workspace& space, const Source& source, Type wanted, bool sees_position);

}  // namespace ct::expr
