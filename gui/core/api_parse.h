// From JSON of the API to values. Nothing: the answer is not what the API says. Lists leave out items they cannot read.
#pragma once

#include <QByteArray>
#include <boost/json/value.hpp>
#include <optional>

#include "core/api_types.h"
#include "core/text.h"
#include "wire/codec.h"

namespace hotel::guicore::parse {

template <class T, class Item>
std::optional<Page<T>> page(const boost::json::value& value, Item item) {
  const auto* items = wire::array_of(value, "items");
  if (!items) return std::nullopt;
  Page<T> out;
  out.items.reserve(items->size());
  for (const auto& each : *items)
    if (auto read = item(each)) out.items.push_back(std::move(*read));
  out.next = wire::text_of(value, "next");
  out.asOfSeq = wire::integer_of(value, "as_of_seq").value_or(0);
  return out;
}

std::optional<Session> session(const boost::json::value& value);
std::optional<Acted> acted(const boost::json::value& value);
std::optional<TypingLease> typingLease(const boost::json::value& value);
std::optional<AgentDraft> draft(const boost::json::value& value);
std::optional<CannedReply> cannedReply(const boost::json::value& value);
std::optional<MessageTemplate> messageTemplate(const boost::json::value& value);
std::optional<KnowledgeEntry> knowledge(const boost::json::value& value);
std::optional<AvailabilityAnswer> availability(const boost::json::value& value);
std::optional<BookingOrder> order(const boost::json::value& value);
std::optional<SentMessage> sent(const boost::json::value& value);
std::optional<AuditEntry> audit(const boost::json::value& value);

// The error of an answer with a status of 300 or more.
ApiError problem(int status, const QByteArray& body, const QByteArray& retryAfter);

}  // namespace hotel::guicore::parse
