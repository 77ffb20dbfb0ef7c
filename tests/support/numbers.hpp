#pragma once

#include <ostream>
#include <string_view>

#include "ct/core/hash.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/time.hpp"

namespace ct {

// How GoogleTest shows exact numbers when a test fails.
inline std::ostream& operator<<(std::ostream& out, const Money& money) { return out << money.text(); }
inline std::ostream& operator<<(std::ostream& out, Price price) { return out << price.count; }
inline std::ostream& operator<<(std::ostream& out, Quantity quantity) { return out << quantity.count; }
inline std::ostream& operator<<(std::ostream& out, const Digest& digest) { return out << digest.text(); }

namespace test {

/// Numbers from text that is known to be right.
inline Money money(std::string_view text) { return Money::parse(text).value(); }
inline Rate rate(std::string_view text) { return Rate::parse(text).value(); }
inline Rate bps(std::string_view text) { return Rate::parse_bps(text).value(); }
inline TimeNs utc(std::string_view text) noexcept { return parse_iso_time(text).value(); }

/// The largest and the smallest amount that Money can hold.
inline Money most_money() { return {static_cast<int128>(~uint128{0} >> 1U)}; }
inline Money least_money() { return {-most_money().count - 1}; }

}  // namespace test
}  // namespace ct
