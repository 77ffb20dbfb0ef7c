"""Deliberate faults for compare.py: name -> (text in backtrader_broker.cpp, what it becomes). Each must be noticed."""

MUTATIONS = {
    "one-ulp": (
        "    cash_ = cash;\n",
        "    static int changes = 0;\n    cash_ = ++changes == 100 ? std::nextafter(cash, 1e300) : cash;\n",
    ),
    "close-in-one-product": ("cash + (-part.closed * position.price + profit) -", "cash - part.closed * price -"),
    "fee-multiplied-otherwise": (
        "std::fabs(quantity) * commission_ * price",
        "std::fabs(quantity) * price * commission_",
    ),
    "cost-and-fee-summed-first": (
        "cash - part.opened * price - fee_of(part.opened, price);\n        is_refused",
        "cash - (part.opened * price + fee_of(part.opened, price));\n        is_refused",
    ),
    "average-by-difference": (
        "(position.price * position.quantity + change.opened * price) / quantity",
        "position.price + change.opened * (price - position.price) / quantity",
    ),
    "long-valued-plainly": ("if (position.quantity > 0) {", "if (position.quantity > 1e300) {"),
    "value-summed-by-index": (
        "for (const std::size_t instrument : touched_)",
        "for (std::size_t instrument = markets_.size(); instrument-- > 0;)",
    ),
    "no-check-at-submit": ("        if (cash < 0) {\n", "        if (cash < -1e300) {\n"),
    "no-check-at-fill": ("is_refused = opened_cash < 0;", "is_refused = opened_cash < -1e300;"),
    "cash-restored-after-margin": (
        "            report(id, OrderStatus::kMargin);\n        } else {",
        "            report(id, OrderStatus::kMargin);\n            cash = cash_;\n        } else {",
    ),
    "check-at-last-close": ("double price = order.check_price;", "double price = markets_[0].bar.close;"),
    "left-over-dropped": ("return order.status != OrderStatus::kPartial;", "return true;"),
    "limit-slips-symmetrically": (
        "? std::min(edge, price) : price;",
        "? std::min(edge, price) : std::max(edge, price);",
    ),
    "market-takes-a-seen-bar": ("if (market.bars == order.bars_at_entry) {", "if (market.bars == 0) {"),
    "limit-waits-for-a-new-bar": (
        "    const double edge = is_buy ? bar.high : bar.low;\n",
        "    const double edge = is_buy ? bar.high : bar.low;\n"
        "    if (market.bars == order.bars_at_entry) return {};\n",
    ),
}
