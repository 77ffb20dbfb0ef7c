#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/decimal.hpp"

namespace ct::test {

/// Decimal arithmetic on text, as taught at school: what exact numbers are compared with.
class DecimalText {
  public:
    /// Requires: digits with at most one point, perhaps a minus in front.
    explicit DecimalText(std::string_view text) {
        if (text.starts_with('-')) {
            negative_ = true;
            text.remove_prefix(1);
        }
        const std::size_t point = std::min(text.find('.'), text.size());
        decimals_ = point == text.size() ? 0 : text.size() - point - 1;
        for (const char c : text) {
            if (c != '.') digits_.push_back(c - '0');
        }
        std::reverse(digits_.begin(), digits_.end());
    }

    friend DecimalText operator*(const DecimalText& a, const DecimalText& b) {
        DecimalText product;
        product.negative_ = a.negative_ != b.negative_;
        product.decimals_ = a.decimals_ + b.decimals_;
        product.digits_.assign(a.digits_.size() + b.digits_.size(), 0);
        for (std::size_t i = 0; i < a.digits_.size(); ++i) {
            int carry = 0;
            for (std::size_t j = 0; j < b.digits_.size() || carry != 0; ++j) {
                const int more = j < b.digits_.size() ? a.digits_[i] * b.digits_[j] : 0;
                const int sum = product.digits_[i + j] + more + carry;
                product.digits_[i + j] = sum % 10;
                carry = sum / 10;
            }
        }
        return product;
    }

    /// At most so many decimals, under a named rounding.
    [[nodiscard]] DecimalText rounded(std::size_t decimals, Rounding rounding) const {
        if (decimals_ <= decimals) return *this;
        const auto cut = static_cast<std::ptrdiff_t>(decimals_ - decimals);
        DecimalText result = *this;
        result.digits_.erase(result.digits_.begin(), result.digits_.begin() + cut);
        result.decimals_ = decimals;
        const auto any = [](auto first, auto last) {
            return std::any_of(first, last, [](int digit) { return digit != 0; });
        };
        if (!any(digits_.begin(), digits_.begin() + cut)) return result;
        const int first = digits_[static_cast<std::size_t>(cut) - 1];
        const bool beyond = any(digits_.begin(), digits_.begin() + cut - 1);
        const bool odd = result.digits_.front() % 2 == 1;
        bool away = false;
        switch (rounding) {
            case Rounding::kDown:
                break;
            case Rounding::kUp:
                away = true;
                break;
            case Rounding::kFloor:
                away = negative_;
                break;
            case Rounding::kCeil:
                away = !negative_;
                break;
            case Rounding::kHalfEven:
                away = first > 5 || (first == 5 && (beyond || odd));
                break;
        }
        if (away) result.step_away_from_zero();
        return result;
    }

    /// The shortest text: no zeros in front of the first and behind the last digit that counts.
    [[nodiscard]] std::string text() const {
        std::string reversed;
        bool started = false;
        for (std::size_t i = 0; i < std::max(digits_.size(), decimals_ + 1); ++i) {
            const int digit = i < digits_.size() ? digits_[i] : 0;
            if (i == decimals_ && started) reversed.push_back('.');
            if (i >= decimals_) started = true;
            if (digit != 0) started = true;
            if (started) reversed.push_back(static_cast<char>('0' + digit));
        }
        while (reversed.size() > 1 && reversed.back() == '0' && reversed[reversed.size() - 2] != '.') {
            reversed.pop_back();
        }
        if (negative_ && reversed != "0") reversed.push_back('-');
        std::reverse(reversed.begin(), reversed.end());
        return reversed;
    }

  private:
    DecimalText() = default;

    void step_away_from_zero() {
        for (int& digit : digits_) {
            digit = (digit + 1) % 10;
            if (digit != 0) return;
        }
        digits_.push_back(1);
    }

    bool negative_ = false;
    std::size_t decimals_ = 0;
    std::vector<int> digits_;  ///< the last one first
};

}  // namespace ct::test
