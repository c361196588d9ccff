#include "app/workers/media_worker.h"

#include <algorithm>

#include "app/voice_rules.h"
#include "app/workers/loop.h"
#include "base/log.h"
#include "wire/codec.h"

namespace hotel::app {
using ports::TranscriberError;
using ports::TranscriberFault;
namespace {

constexpr wire::Millis kLife = 7LL * 24 * 3600 * 1000;  // an id of a webhook (WhatsApp contract, chapter 14)
constexpr int kLookedAt = 256;                          // those that wait for their next try do not hide newer ones
constexpr std::size_t kSideBySide = 16;
constexpr std::int64_t kLargestVoiceNote = 16LL * 1024 * 1024;

bool file_pending(const wire::Message& message) {
  return wire::text_of(message.media, "state") == "pending";
}

}  // namespace

MediaWorker::MediaWorker(Context& context, ports::Transcriber* transcriber)
    : context_(context),
      transcriber_(transcriber),
      files_(context.settings.media_dir()),
      tasks_(context.io.get_executor()) {}

rt::Task<void> MediaWorker::run() {
  co_await work_loop(context_, "media", context_.signals.media, std::chrono::milliseconds{2000},
                     [this] { return round(); });
}

rt::Task<std::optional<wire::Millis>> MediaWorker::round() {
  auto look = [](ports::UnitOfWork& unit) { return unit.messages().media_to_fetch(kLookedAt); };
  auto waiting = co_await context_.store.read(std::move(look));
  const wire::Millis now = context_.clock.now();
  std::optional<wire::Millis> next;
  for (auto& message : waiting) {
    if (under_way_.contains(message.id)) continue;
    const auto at = due_at(message);
    if (at > now) {
      next = std::min(next.value_or(at), at);
      continue;
    }
    if (tasks_.size() >= kSideBySide || context_.draining) break;  // the end of one wakes this loop
    under_way_.insert(message.id);
    tasks_.spawn("media", work(std::move(message)));
  }
  co_return next;
}

wire::Millis MediaWorker::due_at(const wire::Message& message) const {
  const auto retry = retries_.find(message.id);
  if (retry == retries_.end()) return 0;
  if (retry->second.after_fault || !awaits_transcript(message)) return retry->second.at;
  return std::min(retry->second.at, transcript_deadline(message, context_.started_at));
}

bool MediaWorker::may_try(const std::string& id) const {
  const auto retry = retries_.find(id);
  return retry == retries_.end() || retry->second.at <= context_.clock.now();
}

void MediaWorker::try_again(const std::string& id, wire::Millis first, wire::Millis most) {
  Retry& retry = retries_[id];
  retry.at = context_.clock.now() + std::min(most, first << std::min(retry.times, 11));
  ++retry.times;
  retry.after_fault = false;
}

rt::Task<void> MediaWorker::work(wire::Message message) {
  std::string fault;
  try {
    co_await advance(message);
  } catch (const boost::system::system_error& e) {
    if (e.code() == boost::asio::error::operation_aborted) throw;
    fault = e.what();
  } catch (const std::exception& e) {
    fault = e.what();
  }
  if (!fault.empty()) {
    base::log::error("media.fault", {{"message", message.id}, {"error", fault}});
    try_again(message.id, 1'000, 60'000);
    retries_[message.id].after_fault = true;
  }
  under_way_.erase(message.id);
  context_.signals.media.notify();
}

rt::Task<void> MediaWorker::advance(wire::Message& message) {
  bool here = !file_pending(message);
  if (!here && may_try(message.id)) here = co_await fetch(message);
  if (!awaits_transcript(message)) co_return;
  const bool over = context_.clock.now() >= transcript_deadline(message, context_.started_at);
  if (over) {
    TranscriberError late{TranscriberFault::kTimeout, "the time for it is over"};
    co_await settle(message.id, std::move(late));
  } else if (here) {
    co_await transcribe(message);
  }
}

rt::Task<bool> MediaWorker::fetch(wire::Message& message) {
  const auto got =
      co_await context_.messenger.download(wire::text_of(message.media, "number_id"),
                                           wire::text_of(message.media, "id"), wire::text_of(message.media, "sha256"));
  const wire::Millis now = context_.clock.now();
  const bool over = now - message.created_at > kLife;
  if (got.has_error() && !over && got.error().code != base::ErrorCode::kInvalid &&
      got.error().code != base::ErrorCode::kTooLarge) {
    try_again(message.id, 2'000, 3'600'000);
    base::log::warning("media.not_fetched",
                       {{"message", message.id}, {"times", retries_[message.id].times}, {"why", got.error().detail}});
    co_return false;
  }
  retries_.erase(message.id);
  const std::string id = message.id;
  std::optional<ports::MediaFile> file;
  std::string why;
  if (got)
    file = *got;
  else
    why = got.error().detail;
  const wire::Millis debounce = context_.settings.reply_debounce.count();
  auto job = [id, file, why, now, debounce](ports::UnitOfWork& unit) {
    auto stored = unit.messages().find(id);
    if (!stored) return stored;
    stored->media["state"] = file ? "stored" : "failed";
    if (file) {
      stored->media["file"] = std::filesystem::path{file->path}.filename().string();
      stored->media["mime_type"] = file->mime_type;
      stored->media["size"] = file->size;
    } else {
      stored->media["fault"] = why;
    }
    unit.messages().save(*stored, now);
    if (!file)
      settle_transcript(unit, id, TranscriberError{TranscriberFault::kRefused, "there is no file"}, now, debounce);
    return unit.messages().find(id);
  };
  auto stored = co_await context_.store.write(std::move(job));
  if (!file) context_.signals.turns.notify();
  if (stored) message = std::move(*stored);
  co_return stored&& file;
}

rt::Task<void> MediaWorker::transcribe(const wire::Message& message) {
  const std::string id = message.id;
  if (!may_try(id)) co_return;
  TranscriberError error{TranscriberFault::kRefused, "no service is set"};  // any more: it was when the note came
  if (!transcriber_) {
    co_await settle(id, std::move(error));
    co_return;
  }
  if (wire::integer_of(message.media, "size").value_or(0) > kLargestVoiceNote) {
    error = {TranscriberFault::kTooLarge, "the file is too large"};
    co_await settle(id, std::move(error));
    co_return;
  }
  auto look = [conversation = message.conversation_id](ports::UnitOfWork& unit) {
    const auto row = unit.conversations().find(conversation);
    return row ? row->language : std::string{};
  };
  ports::VoiceNote note;
  note.language = co_await context_.store.read(std::move(look));
  note.mime_type = wire::text_of(message.media, "mime_type");
  const wire::Millis deadline = transcript_deadline(message, context_.started_at);
  // Several daemons may share the store and not the disk: the one that has the file is at it.
  auto bytes = co_await files_.read(wire::text_of(message.media, "file"));
  if (bytes) {
    note.bytes = std::move(*bytes);
    note.limit = std::chrono::milliseconds{std::max<wire::Millis>(1, deadline - context_.clock.now())};
    auto heard = co_await transcriber_->transcribe(std::move(note));
    if (heard || !passes(heard.error().fault)) {
      co_await settle(id, std::move(heard));
      co_return;
    }
    error = heard.error();
  }
  try_again(id, 1'000, 8'000);
  base::log::info("voice_note.not_transcribed", {{"message", id},
                                                 {"times", retries_[id].times},
                                                 {"why", bytes ? error.detail : "the file is not on this machine"}});
}

rt::Task<void> MediaWorker::settle(std::string id, ports::TranscriberResult<ports::Transcript> heard) {
  retries_.erase(id);
  const wire::Millis now = context_.clock.now(), debounce = context_.settings.reply_debounce.count();
  const std::string result{heard ? "done" : name(heard.error().fault)};
  auto job = [id, heard = std::move(heard), now, debounce](ports::UnitOfWork& unit) {
    return settle_transcript(unit, id, heard, now, debounce);
  };
  const bool settled = co_await context_.store.write(std::move(job));
  if (!settled) co_return;
  context_.signals.turns.notify();
  base::log::info("voice_note.transcript", {{"message", id}, {"result", result}});
}

}  // namespace hotel::app
