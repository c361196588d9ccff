// The pending answer of one call of the staff API. A cheap handle: copies stand for the same call.
//
// then() may be called any number of times; each continuation runs once, on the GUI thread, never inside the call that
// registered it, and not at all when its context object is gone by then. The call goes on when all handles are dropped.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/api_types.h"

namespace hotel::guicore {

template <class T>
class ApiReply {
 public:
  using Continuation = std::function<void(const ApiResult<T>&)>;

  const ApiReply& then(QObject* context, Continuation run) const {
    if (state_->result)
      QTimer::singleShot(0, context, [state = state_, run = std::move(run)] { run(*state->result); });
    else
      state_->waiting.push_back({QPointer<QObject>(context), std::move(run)});
    return *this;
  }

  void abort() const {  // the continuations get `cancelled`
    if (!state_->result && state_->abort) state_->abort();
  }

  bool finished() const { return state_->result.has_value(); }

  // For those who answer: ApiClient, SyncEngine.
  void finish(ApiResult<T> result) const {
    if (state_->result) return;
    state_->result = std::move(result);
    state_->abort = nullptr;
    const auto waiting = std::exchange(state_->waiting, {});
    const auto state = state_;  // a continuation may drop the last handle
    for (const auto& [context, run] : waiting)
      if (context) run(*state->result);
  }
  void onAbort(std::function<void()> abort) const { state_->abort = std::move(abort); }

 private:
  struct State {
    std::optional<ApiResult<T>> result;
    std::vector<std::pair<QPointer<QObject>, Continuation>> waiting;
    std::function<void()> abort;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace hotel::guicore
