// Turns stored webhook bodies into messages, statuses and alerts, in the order of their arrival. Many bodies share one
// transaction; when it fails, each body gets its own, then each element, so that one that the store refuses costs
// itself alone and ends as a dead letter.
#pragma once

#include <functional>
#include <string>

#include "app/context.h"
#include "app/inbound_rules.h"

namespace hotel::app {

class InboxWorker {
 public:
  InboxWorker(Context& context, std::function<void(std::string)> stop_sender);
  rt::Task<void> run();

 private:
  rt::Task<std::optional<wire::Millis>> round();
  rt::Task<bool> together(int limit);
  rt::Task<bool> one();
  rt::Task<void> piecemeal(ports::InboxRow row);
  void tell(const InboundEffects& effects);
  InboundRules rules() const;

  Context& context_;
  std::function<void(std::string)> stop_sender_;
};

}  // namespace hotel::app
