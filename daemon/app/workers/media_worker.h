// Fetches guests' files after their messages are stored, and has voice notes transcribed: never before the webhook's
// 200. A file that cannot be had is tried again with growing pauses for the seven days that WhatsApp keeps it, then
// marked as failed. A transcript is tried for at most a minute (app/voice_rules.h), since a guest waits for it; what is
// pending stands in the store, so a daemon that was killed takes it up again. Several messages side by side.
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/context.h"
#include "app/media_files.h"
#include "ports/transcriber.h"

namespace hotel::app {

class MediaWorker {
 public:
  MediaWorker(Context& context, ports::Transcriber* transcriber);  // nullptr: voice notes are left to people
  rt::Task<void> run();
  rt::TaskGroup& tasks() { return tasks_; }

 private:
  struct Retry {
    int times = 0;
    wire::Millis at = 0;
    bool after_fault = false;  // of ours, not of a peer: not even a deadline comes before `at`
  };
  rt::Task<std::optional<wire::Millis>> round();
  wire::Millis due_at(const wire::Message& message) const;
  bool may_try(const std::string& id) const;
  void try_again(const std::string& id, wire::Millis first, wire::Millis most);

  rt::Task<void> work(wire::Message message);
  rt::Task<void> advance(wire::Message& message);
  rt::Task<bool> fetch(wire::Message& message);  // true: the file is here, and the message says so
  rt::Task<void> transcribe(const wire::Message& message);
  rt::Task<void> settle(std::string id, ports::TranscriberResult<ports::Transcript> heard);

  Context& context_;
  ports::Transcriber* transcriber_;
  MediaFiles files_;
  rt::TaskGroup tasks_;
  std::set<std::string> under_way_;       // messages
  std::map<std::string, Retry> retries_;  // by message: of its file, then of its transcript
};

}  // namespace hotel::app
