#include "app/workers/media_worker.h"

#include <algorithm>

#include "app/workers/loop.h"
#include "base/log.h"
#include "wire/codec.h"

namespace hotel::app {
namespace {

constexpr wire::Millis kLife = 7LL * 24 * 3600 * 1000;  // an id of a webhook (WhatsApp contract, chapter 14)
constexpr int kSideBySide = 16;

}  // namespace

MediaWorker::MediaWorker(Context& context) : context_(context) {}

rt::Task<void> MediaWorker::run() {
  co_await work_loop(context_, "media", context_.signals.media, std::chrono::milliseconds{2000},
                     [this] { return round(); });
}

rt::Task<std::optional<wire::Millis>> MediaWorker::round() {
  auto look = [](ports::UnitOfWork& unit) { return unit.messages().media_to_fetch(kSideBySide); };
  auto waiting = co_await context_.store.read(std::move(look));
  std::optional<wire::Millis> next;
  for (auto& message : waiting) {
    const auto retry = retries_.find(message.id);
    if (retry != retries_.end() && retry->second.at > context_.clock.now()) {
      next = std::min(next.value_or(retry->second.at), retry->second.at);
      continue;
    }
    co_await fetch(std::move(message));
    next = context_.clock.now();
  }
  co_return next;
}

rt::Task<void> MediaWorker::fetch(wire::Message message) {
  const boost::json::value media(message.media);
  const auto got = co_await context_.messenger.download(wire::text_of(media, "number_id"), wire::text_of(media, "id"),
                                                        wire::text_of(media, "sha256"));
  const wire::Millis now = context_.clock.now();
  const bool over = now - message.created_at > kLife;
  if (got.has_error() && !over && got.error().code != base::ErrorCode::kInvalid &&
      got.error().code != base::ErrorCode::kTooLarge) {
    Retry& retry = retries_[message.id];
    retry.at = now + std::min<wire::Millis>(3'600'000, 2'000LL << std::min(retry.times, 11));
    ++retry.times;
    base::log::warning("media.not_fetched",
                       {{"message", message.id}, {"times", retry.times}, {"why", got.error().detail}});
    co_return;
  }
  retries_.erase(message.id);
  const std::string id = message.id;
  std::optional<ports::MediaFile> file;
  std::string why;
  if (got)
    file = *got;
  else
    why = got.error().detail;
  auto job = [id, file, why, now](ports::UnitOfWork& unit) {
    auto stored = unit.messages().find(id);
    if (!stored) return;
    stored->media["state"] = file ? "stored" : "failed";
    if (file) {
      stored->media["file"] = file->path;
      stored->media["mime_type"] = file->mime_type;
      stored->media["size"] = file->size;
    } else {
      stored->media["fault"] = why;
    }
    unit.messages().save(*stored, now);
  };
  co_await context_.store.write(std::move(job));
}

}  // namespace hotel::app
