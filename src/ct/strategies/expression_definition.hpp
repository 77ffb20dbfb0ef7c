#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ct/core/file_text.hpp"

namespace ct::strategies {

/// A text of a definition, and where it stands in words for messages ("run.toml line 4, entry"). No place: the name of
/// the field. No text: the field is not given.
struct DefinitionText {
    std::string text;
    std::string place;
    std::shared_ptr<const FileText> origin = nullptr;  ///< of a text in a file

    DefinitionText() = default;
    DefinitionText(std::string of_text, std::string at_place = {},  // NOLINT(google-explicit-constructor)
                   std::shared_ptr<const FileText> in_file = nullptr)
        : text(std::move(of_text)), place(std::move(at_place)), origin(std::move(in_file)) {}
    DefinitionText(const char* of_text) : text(of_text) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] bool given() const { return !text.empty(); }
};

/// A constant of the expressions that a run may set.
struct ExpressionParameter {
    std::string name;
    double value = 0;
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    double step = 0;  ///< values are min + n steps; 0: any number between min and max
    std::string text;
    std::string place = {};  ///< where it stands, for messages: "--param"
};

/// A strategy in the language of docs/expressions.md.
struct ExpressionDefinition {
    std::string name = "expression";
    DefinitionText entry;        ///< a condition: buys when flat or short
    DefinitionText exit;         ///< a condition: closes a long position
    DefinitionText short_entry;  ///< a condition: sells short when flat or long
    DefinitionText short_exit;   ///< a condition: closes a short position
    /// "0.5", "95%", "5000quote", or "risk 1%" (of the equity, lost at the stop) or "risk 1% 2 * atr(14)" (lost when
    /// the price moves so far).
    DefinitionText size = "95%";
    // "3%" from the entry price, "2 * atr(14)" away from it, or "at low[1]", a price; a trailing stop has no price.
    DefinitionText stop_loss;
    DefinitionText take_profit;
    DefinitionText trailing_stop;
    std::vector<std::string> symbols;  ///< that it trades; none: all of the run
    std::size_t cooldown = 0;          ///< bars without an entry after a position was closed
    std::size_t warm_up = 0;           ///< first bars of a symbol without signals
    std::vector<ExpressionParameter> parameters;
};

}  // namespace ct::strategies
