// Turns stored webhook bodies into messages, statuses and alerts, in the order of their arrival. Many bodies share one
// transaction; when it fails, each body gets its own, then each element, so that one that the store refuses costs
// itself alone and ends as a dead letter.
//
// Acknowledging goes first: a batch ends after a few milliseconds of the writer's time, and while webhooks come in a
// burst (WhatsApp repeats what was not answered, all at once) batches keep a distance, so the burst ends sooner.
#pragma once

#include <functional>
#include <string>

#include "app/context.h"
#include "app/inbound_rules.h"

namespace hotel::app {

class InboxWorker {
 public:
  InboxWorker(Context& context, std::function<bool()> pressed, std::function<void(std::string)> stop_sender);
  rt::Task<void> run();

 private:
  rt::Task<std::optional<wire::Millis>> round();
  rt::Task<bool> together(int limit);
  rt::Task<bool> one();
  rt::Task<void> piecemeal(ports::InboxRow row);
  void tell(const InboundEffects& effects);
  InboundRules rules() const;

  Context& context_;
  std::function<bool()> pressed_;
  std::function<void(std::string)> stop_sender_;
  int reach_ = 64;  // bodies in the next batch
};

}  // namespace hotel::app
