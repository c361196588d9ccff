// The agent's turns: claims conversations whose quiet time is over, lets the agent think, and commits its answer,
// unless a person took over meanwhile. One turn per conversation at a time; several conversations side by side.
#pragma once

#include <map>
#include <string>

#include "app/context.h"

namespace hotel::app {

class TurnWorker {
 public:
  explicit TurnWorker(Context& context);
  rt::Task<void> run();
  rt::TaskGroup& tasks() { return tasks_; }

 private:
  rt::Task<std::optional<wire::Millis>> claim();
  rt::Task<void> turn(ports::TurnClaim claim);
  rt::Task<void> answer(const ports::TurnClaim& claim);
  rt::Task<void> failed(const ports::TurnClaim& claim, const std::string& why);

  Context& context_;
  rt::TaskGroup tasks_;
  std::map<std::string, int> failures_;  // by conversation, since the last success
};

}  // namespace hotel::app
