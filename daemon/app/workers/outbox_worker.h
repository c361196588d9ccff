// The sender. Claims due rows of the outbox (one per conversation), judges window and ownership at that moment, hands
// them to the messenger and writes down what became of them. States and rules: WhatsApp contract, chapters 10 to 12.
//
// A row is `sending` in the store before a byte leaves, and take-over waits until no row of the agent is `sending`:
// that is what keeps the promise that not a word of the agent leaves afterwards, also with several daemons.
#pragma once

#include <random>
#include <string>

#include "app/context.h"
#include "domain/pacing.h"

namespace hotel::app {

class OutboxWorker {
 public:
  explicit OutboxWorker(Context& context);
  rt::Task<void> run();
  rt::TaskGroup& tasks() { return tasks_; }

  void token_replaced();               // SIGHUP: try again at once
  void stop_sending(std::string why);  // the account is restricted: WhatsApp said so by webhook
  bool stopped() const { return stopped_; }

 private:
  struct Send {
    ports::OutboxRow row;
    ports::Outgoing message;
  };
  rt::Task<std::optional<wire::Millis>> round();
  rt::Task<void> settle_old();
  rt::Task<bool> sender_is_well();
  rt::Task<void> send(Send item);
  rt::Task<void> finish(const Send& item, const domain::SendOutcome& outcome);

  Context& context_;
  rt::TaskGroup tasks_;
  domain::Pacing pacing_;
  std::mt19937_64 chance_{std::random_device{}()};
  bool stopped_ = false;
  wire::Millis probe_at_ = 0;
  wire::Millis settled_at_ = 0;
};

}  // namespace hotel::app
