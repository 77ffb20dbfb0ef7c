#include "arrow.hpp"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "arrow_abi.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

/// What a stream, and everything that comes out of it, refers to.
struct Table {
    std::vector<ArrowColumn> columns;
    std::size_t rows = 0;
    std::shared_ptr<const void> owner;
};

using SharedTable = std::shared_ptr<const Table>;

/// A struct of the interface and its children, allocated as one. The consumer may move the struct itself elsewhere and
/// release a child before its parent.
template <class Node>
struct Private {
    SharedTable table;
    std::vector<Node> nodes;
    std::vector<Node*> children;
    std::vector<const void*> buffers;
};

template <class Node>
void release(Node* node) {
    for (std::int64_t i = 0; i < node->n_children; ++i) {
        if (node->children[i]->release != nullptr) node->children[i]->release(node->children[i]);
    }
    delete static_cast<Private<Node>*>(node->private_data);
    node->release = nullptr;
}

/// Makes room for the children of a struct node and links them.
template <class Node>
Private<Node>* make_parent(const SharedTable& table, Node* out) {
    auto made = std::make_unique<Private<Node>>();
    made->table = table;
    made->nodes.resize(table->columns.size());
    for (Node& node : made->nodes) made->children.push_back(&node);
    *out = Node{};
    out->n_children = static_cast<std::int64_t>(made->children.size());
    out->children = made->children.data();
    out->release = release<Node>;
    out->private_data = made.get();
    return made.release();
}

/// Children hold the table for themselves: a consumer may take them out of their parent.
template <class Node>
void own_child(const SharedTable& table, Node& child) {
    child.private_data = new Private<Node>{table, {}, {}, {}};
    child.release = release<Node>;
}

/// The first call of get_next gives the batch, the second the end.
struct Stream {
    SharedTable table;
    bool done = false;
};

Stream& stream_of(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    const SharedTable& table = stream_of(stream).table;
    try {
        Private<ArrowSchema>* const parent = make_parent(table, out);
        out->format = "+s";
        out->name = "";
        for (std::size_t i = 0; i < table->columns.size(); ++i) {
            const ArrowColumn& column = table->columns[i];
            ArrowSchema& child = parent->nodes[i];
            child = ArrowSchema{};
            own_child(table, child);
            child.format = column.format.c_str();
            child.name = column.name.c_str();
            child.flags = column.nullable ? kArrowFlagNullable : 0;
        }
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    }
    return 0;
}

void fill_batch(const SharedTable& table, ArrowArray* out) {
    Private<ArrowArray>* const parent = make_parent(table, out);
    parent->buffers.push_back(nullptr);  // a struct's only buffer: no validity bits
    out->length = static_cast<std::int64_t>(table->rows);
    out->n_buffers = 1;
    out->buffers = parent->buffers.data();
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
        const ArrowColumn& column = table->columns[i];
        ArrowArray& child = parent->nodes[i];
        child = ArrowArray{};
        own_child(table, child);
        auto* const own = static_cast<Private<ArrowArray>*>(child.private_data);
        own->buffers = column.buffers;
        child.length = static_cast<std::int64_t>(table->rows);
        child.null_count = column.nulls;
        child.n_buffers = static_cast<std::int64_t>(own->buffers.size());
        child.buffers = own->buffers.data();
    }
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    Stream& state = stream_of(stream);
    *out = ArrowArray{};
    if (state.done) return 0;
    state.done = true;
    try {
        fill_batch(state.table, out);
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    }
    return 0;
}

const char* get_last_error(ArrowArrayStream* /*stream*/) { return "out of memory"; }

void release_stream(ArrowArrayStream* stream) {
    delete static_cast<Stream*>(stream->private_data);
    stream->release = nullptr;
}

void release_capsule(PyObject* capsule) {
    auto* const stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
    if (stream == nullptr) {
        PyErr_Clear();
        return;
    }
    if (stream->release != nullptr) stream->release(stream);
    delete stream;
}

}  // namespace

nb::object arrow_stream(std::vector<ArrowColumn> columns, std::size_t rows, std::shared_ptr<const void> owner) {
    auto table = std::make_shared<const Table>(Table{std::move(columns), rows, std::move(owner)});
    auto state = std::make_unique<Stream>(Stream{std::move(table)});
    auto stream = std::make_unique<ArrowArrayStream>();
    stream->get_schema = get_schema;
    stream->get_next = get_next;
    stream->get_last_error = get_last_error;
    stream->release = release_stream;
    stream->private_data = state.release();
    PyObject* const capsule = PyCapsule_New(stream.get(), "arrow_array_stream", release_capsule);
    if (capsule == nullptr) {
        release_stream(stream.get());
        throw nb::python_error();
    }
    std::ignore = stream.release();  // the capsule has it
    return nb::steal(capsule);
}

}  // namespace ct::python
