#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ct/core/market.hpp"
#include "ct/core/result.hpp"

namespace ct::storage {

/// Reads Binance's exchangeInfo: an object with "symbols", a list of symbols or one symbol. `name` stands for the text
/// in messages. Errors: kInvalidData for what is no such JSON, a filter that lacks a field, and as Market::make and
/// Markets::make.
Result<Markets> parse_exchange_info(std::string_view json, const std::string& name);

/// Reads Lean's symbol properties: the spot instruments of one exchange. The minimum order size is a notional for
/// Binance, a quantity elsewhere. Instruments whose decimals do not fit are left out. Errors: kInvalidData for a row
/// that is none, kNotFound when the exchange has no rows.
Result<Markets> parse_symbol_properties(std::string_view csv, const std::string& name, std::string_view exchange);

/// Reads either from a plain, gzip or zip file; JSON is told by its first character. Errors: those of read_text and of
/// the two above.
Result<Markets> load_markets(const std::filesystem::path& path, std::string_view exchange = "binance");

}  // namespace ct::storage
