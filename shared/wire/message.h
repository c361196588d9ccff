// A message of a conversation as the API lists it and the events carry it (PROTOCOL.md, «Message»).
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wire/time.h"

namespace hotel::wire {

enum class Direction { kIn, kOut, kNote };
enum class AuthorKind { kGuest, kAgent, kStaff, kSystem };

// kReceived is inbound. The others are the ladder of an outgoing message; kRefused: WhatsApp or our own rules said no,
// kFailed: accepted and then told undeliverable, kUnknown: nobody knows whether the guest has it.
enum class MessageStatus {
  kReceived,
  kQueued,
  kSending,
  kAccepted,
  kSent,
  kDelivered,
  kRead,
  kPlayed,
  kFailed,
  kRefused,
  kUnknown
};

std::string_view name(Direction direction);
std::string_view name(AuthorKind kind);
std::string_view name(MessageStatus status);
std::optional<Direction> direction_from(std::string_view name);
std::optional<AuthorKind> author_kind_from(std::string_view name);
std::optional<MessageStatus> status_from(std::string_view name);

struct Author {
  AuthorKind kind = AuthorKind::kGuest;
  std::string name;  // shown; may be empty
};

struct Message {
  std::string id;
  std::string conversation_id;
  Direction direction = Direction::kIn;
  Author author;
  std::string type = "text";  // WhatsApp's type name, also unknown ones
  std::string text;  // what a person reads: body, caption, title of the chosen button, a placeholder for the rest
  boost::json::object
      media;  // {id?, mime_type, filename?, sha256?, size?, file?, state: pending|stored|failed, voice?,
              // transcript?: {state: pending|done|failed|off, model?, at?, fault?}}; empty: none
  boost::json::object interactive;  // buttons or list rows offered, or the one that was chosen; empty: none
  std::string reply_to;             // external id of the quoted message
  std::string external_id;          // wamid
  MessageStatus status = MessageStatus::kReceived;
  boost::json::object error;  // {code, title, detail} of a failed or refused message
  boost::json::object why;    // of the agent's messages: understanding, confidence, facts with source and age
  Millis sent_at = 0;  // inbound: WhatsApp's timestamp; outbound: when WhatsApp took it, else when it was written
  Millis created_at = 0;
  std::int64_t version = 1;
};

boost::json::object to_json(const Message& message);
std::optional<Message> message_from_json(const boost::json::value& value);  // nothing without an id

// Of an audio message: pending, done, failed or off. Empty: no audio, or one of before there were transcripts.
std::string transcript_state(const Message& message);
// Nobody wrote this text: a machine heard it.
bool text_is_transcript(const Message& message);

}  // namespace hotel::wire
