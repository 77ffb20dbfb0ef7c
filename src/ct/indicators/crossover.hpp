#pragma once

namespace ct::indicators {

/// Tells when a difference changes sign, as backtrader's CrossOver: each sign is compared with the last one that was
/// not zero, so that a touch without passing is no cross, and a cross by way of a tie is one.
class Crossover {
  public:
    /// +1 when the difference is positive and its last non-zero sign was negative, -1 for the mirror, else 0. The first
    /// non-zero difference gives 0. A NaN (the lead-in of an average) gives 0 and is forgotten.
    int update(double difference) {
        const int sign = static_cast<int>(difference > 0) - static_cast<int>(difference < 0);
        if (sign == 0) return 0;
        const int cross = sign == -last_sign_ ? sign : 0;
        last_sign_ = sign;
        return cross;
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(last_sign_);
    }

  private:
    int last_sign_ = 0;
};

}  // namespace ct::indicators
