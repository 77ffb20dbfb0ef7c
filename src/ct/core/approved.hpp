#pragma once

namespace ct {

namespace risk {
class Pipeline;
}

/// A value that the risk pipeline has let pass. Nothing else can make one, so an unchecked order does not compile.
/// It borrows the value: valid during the call it is passed to, for the engine during the step.
template <class T>
class Approved {
  public:
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_; }

  private:
    friend class risk::Pipeline;
    explicit Approved(const T& value) : value_(&value) {}
    const T* value_;
};

}  // namespace ct
