#include "validation/market_object.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>

#include "ct/core/filters.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/bundled_markets.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/storage/markets_file.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"
#include "strategy/type_spec.hpp"
#include "validation/grid_number.hpp"

namespace ct::python {

namespace {

PyTypeObject*& type() {
    static PyTypeObject* made = nullptr;
    return made;
}

std::shared_ptr<const Markets>& table() {
    // Never destroyed: objects of the interpreter may outlive static objects.
    static auto* const kTable = new std::shared_ptr<const Markets>;
    return *kTable;
}

struct PriceName {
    std::string_view name;
    Price risk::MarketPrices::* member;
};
constexpr std::array kPrices = {PriceName{"last", &risk::MarketPrices::last},
                                PriceName{"average", &risk::MarketPrices::average},
                                PriceName{"bid", &risk::MarketPrices::bid}, PriceName{"ask", &risk::MarketPrices::ask}};

KnownMarket& known_of(PyObject* self) { return *reinterpret_cast<MarketObject*>(self)->known; }

void dealloc(PyObject* self) {
    PyTypeObject* const of = Py_TYPE(self);
    delete reinterpret_cast<MarketObject*>(self)->known;
    PyObject_Free(self);
    Py_DECREF(of);
}

PyObject* repr(PyObject* self) {
    const KnownMarket& known = known_of(self);
    return new_text(fmt::format("<market {} of {}>", known.market->instrument.symbol, known.source));
}

PyObject* get_symbol(PyObject* self, void* /*closure*/) { return new_text(known_of(self).market->instrument.symbol); }
PyObject* get_venue_symbol(PyObject* self, void* /*closure*/) { return new_text(known_of(self).market->venue_symbol); }
PyObject* get_source(PyObject* self, void* /*closure*/) { return new_text(known_of(self).source); }
PyObject* get_filters(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        nb::dict dict;
        const Market& market = *known_of(self).market;
        for_each_filter(market.filters, [&](std::string_view name, const auto& value) {
            const std::string text = filter_text(value, market.instrument.scale);
            if (text != "0" && text != "false") dict[nb::str(name.data(), name.size())] = nb::str(text.c_str());
        });
        return dict.release().ptr();
    });
}
PyObject* get_unchecked(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        nb::list list;
        for (const std::string& name : known_of(self).market->unchecked) list.append(nb::str(name.c_str()));
        return nb::tuple(list).release().ptr();
    });
}
PyObject* get_price(PyObject* self, void* closure) {
    return guarded([&] {
        const KnownMarket& known = known_of(self);
        const Price price = known.prices.*static_cast<const PriceName*>(closure)->member;
        if (price.count == 0) return nb::none().release().ptr();
        return nb::object(nb::float_(to_double(price, known.market->instrument.scale))).release().ptr();
    });
}

PyObject* at(PyObject* self, PyObject* /*args*/, PyObject* names) {
    return guarded([&] {
        KnownMarket copy = known_of(self);
        if (names != nullptr) {
            for (const auto [key, value] : nb::borrow<nb::dict>(names)) {
                const std::string name = text_of(key);
                if (set_price(copy, name, value.ptr())) continue;
                throw_type_error(fmt::format("at() got an unexpected keyword argument '{}'", name));
            }
        }
        check_book(copy);
        return wrap_market(std::move(copy)).release().ptr();
    });
}

/// A filter's value as text: a truth, a number.
std::string value_text(nb::handle value, const std::string& name) {
    if (PyBool_Check(value.ptr())) return value.ptr() == Py_True ? "true" : "false";
    return number_text(value, name.c_str());
}

/// A symbol of Binance's exchangeInfo as a market.
Market read_exchange_symbol(const nb::dict& values) {
    const auto json = nb::cast<std::string>(nb::module_::import_("json").attr("dumps")(values));
    return take(storage::parse_exchange_info(json, "market")).all().front();
}

}  // namespace

const std::shared_ptr<const Markets>& markets() {
    if (!table()) table() = std::shared_ptr<const Markets>(&risk::bundled_markets(), [](const Markets*) {});
    return table();
}

void set_markets(std::shared_ptr<const Markets> made) { table() = std::move(made); }

bool set_price(KnownMarket& market, std::string_view name, PyObject* value) {
    for (const PriceName& price : kPrices) {
        if (price.name != name) continue;
        if (value == Py_None) {
            market.prices.*price.member = {};
            return true;
        }
        const std::string what(name);
        const GridNumber number = read_grid(value, market.market->instrument.scale.price_decimals, what.c_str());
        // An average has more digits than prices have; its last ones are left out.
        const bool fits = number.rest == risk::Rest::kNone || name == "average";
        if (number.count <= 0 || number.count > kMostCount || !fits) {
            throw_error({ErrorCode::kInvalidArgument,
                         fmt::format("{} of {}: expected a price above 0 with at most {} decimals, not {}", name,
                                     market.market->instrument.symbol, market.market->instrument.scale.price_decimals,
                                     shown(value))});
        }
        market.prices.*price.member = {number.count};
        return true;
    }
    return false;
}

void check_book(const KnownMarket& market) {
    const auto& [last, average, bid, ask] = market.prices;
    if (bid.count == 0 || ask.count == 0 || bid <= ask) return;
    const Instrument& instrument = market.market->instrument;
    throw_error(
        {ErrorCode::kInvalidArgument, fmt::format("bid {} of {} is above its ask {}", text(bid, instrument.scale),
                                                  instrument.symbol, text(ask, instrument.scale))});
}

KnownMarket read_market(std::string_view symbol, const nb::dict& values) {
    KnownMarket known{nullptr, {}, "the call"};
    std::vector<std::pair<std::string, std::string>> texts;
    std::vector<std::pair<std::string, nb::handle>> prices;
    if (values.contains("filters")) {
        known.market = std::make_shared<const Market>(read_exchange_symbol(values));
        return known;
    }
    for (const auto [key, value] : values) {
        const std::string name = text_argument(key.ptr(), "a name of market");
        const bool is_price =
            std::any_of(kPrices.begin(), kPrices.end(), [&](const auto& p) { return p.name == name; });
        if (is_price) {
            prices.emplace_back(name, value);
        } else {
            texts.emplace_back(name, value_text(value, name));
        }
    }
    std::vector<NamedText> filters;
    filters.reserve(texts.size());
    for (const auto& [name, text] : texts) filters.push_back({name, text});
    // A name without a slash is the exchange's own and says nothing of its assets.
    const bool is_pair = symbol.find('/') != std::string_view::npos;
    auto market = take(Market::make(is_pair ? symbol : "BASE/QUOTE", symbol, filters));
    market.instrument.symbol = symbol;
    known.market = std::make_shared<const Market>(std::move(market));
    for (const auto& [name, value] : prices) set_price(known, name, value.ptr());
    check_book(known);
    return known;
}

const KnownMarket* market_in(PyObject* object) {
    return Py_IS_TYPE(object, type()) ? reinterpret_cast<MarketObject*>(object)->known : nullptr;
}

nb::object wrap_market(KnownMarket known) {
    auto* const made = PyObject_New(MarketObject, type());
    if (made == nullptr) throw nb::python_error();
    made->known = new KnownMarket(std::move(known));
    return nb::steal(reinterpret_cast<PyObject*>(made));
}

void make_market_type(nb::module_& module) {
    const auto price = [](std::size_t k) { return const_cast<PriceName*>(&kPrices[k]); };  // NOLINT
    static PyGetSetDef properties[] = {
        {"symbol", get_symbol, nullptr, "Its name, as in 'BTC/USDT'.", nullptr},
        {"venue_symbol", get_venue_symbol, nullptr, "The exchange's name, as in 'BTCUSDT'.", nullptr},
        {"source", get_source, nullptr, "Where its filters come from.", nullptr},
        {"filters", get_filters, nullptr, "The filters that are on, each as exact text.", nullptr},
        {"unchecked", get_unchecked, nullptr, "The exchange's filters that nothing here checks.", nullptr},
        {"last", get_price, nullptr, "The last price, None where it is not known.", price(0)},
        {"average", get_price, nullptr, "The average price of the last minutes, or None.", price(1)},
        {"bid", get_price, nullptr, "The best bid, or None.", price(2)},
        {"ask", get_price, nullptr, "The best ask, or None.", price(3)},
        {nullptr, nullptr, nullptr, nullptr, nullptr},
    };
    static PyMethodDef methods[] = {
        {"at", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(at)), METH_VARARGS | METH_KEYWORDS,
         "at(*, last=..., average=..., bid=..., ask=...)\n\nThe same market with other prices."},
        {nullptr, nullptr, 0, nullptr},
    };
    static PyType_Slot slots[] = {
        {Py_tp_doc, doc_slot("A market: its filters, and what is known of its prices. Made by market().")},
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_tp_getset, properties},
        {Py_tp_methods, methods},
        {0, nullptr},
    };
    type() = make_type<MarketObject>("cracktrader_fast.Market", slots);
    if (type() == nullptr || PyModule_AddType(module.ptr(), type()) != 0) throw nb::python_error();
}

}  // namespace ct::python
