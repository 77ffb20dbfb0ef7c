#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "ct/expr/source.hpp"

namespace ct::expr {

enum class Syntax : std::uint8_t {
    kNumber,
    kTruth,     ///< true, false: `number` is 1 or 0
    kText,      ///< "ema", for arguments with names to choose from
    kName,      ///< close, hour, a parameter
    kCall,      ///< of a function, an indicator, or an operator, which is a function of that name
    kHistory,   ///< part[number]
    kLine,      ///< part.name
    kOfSeries,  ///< part@name
};

struct Expression;

/// A part of an expression; of a call an argument, which may be given by name.
struct Part {
    std::unique_ptr<Expression> value;
    std::string_view keyword;
    Span keyword_span;
};

/// What the parser makes of a text: a tree, of which each part knows where it stands. Borrows the text.
struct Expression {
    Syntax syntax = Syntax::kNumber;
    Span span;
    std::string_view name;
    Span name_span;
    double number = 0;
    std::vector<Part> parts;
    bool is_operator = false;  ///< a call that is written as one
    std::size_t depth = 1;     ///< of the tree from here on
};

}  // namespace ct::expr
