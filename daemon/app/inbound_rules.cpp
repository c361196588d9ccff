#include "app/inbound_rules.h"

#include <algorithm>
#include <type_traits>

#include "app/agent_output.h"
#include "app/alerting.h"
#include "app/status_rules.h"
#include "app/voice_rules.h"
#include "domain/outbox_policy.h"
#include "domain/reply_window.h"
#include "whatsapp/phone.h"

namespace hotel::app {
namespace {

using whatsapp::AccountNews;
using whatsapp::DeadElement;
using whatsapp::Echo;
using whatsapp::Identity;
using whatsapp::IdentityMove;
using whatsapp::Inbound;
using whatsapp::Preference;
using whatsapp::Status;
using whatsapp::TemplateNews;
using whatsapp::ValueError;

struct ApplyTo {
  ports::UnitOfWork& unit;
  const InboundRules& rules;
  InboundEffects& effects;

  ports::ConversationRow open(const ports::GuestIdentity& who, const std::string& number_id) const {
    return unit.conversations().open(who, whatsapp::variants(who.wa_id), number_id, rules.now);
  }

  // Should the agent answer this message? Not one that came so late that newer ones were answered or the window is
  // closed.
  bool agent_answers(const ports::ConversationRow& row, const Inbound& in) const {
    if (!in.message.wants_answer || row.ownership.owner != wire::Owner::kAgent || row.ownership.opted_out) return false;
    const wire::Millis at = in.message.shown.sent_at;
    if (!domain::window_is_open(at, rules.now)) return false;
    if (rules.now - at <= domain::kAnswerLife) return true;
    return !row.shown.last_message || row.shown.last_message->direction == wire::Direction::kIn ||
           row.shown.last_message->at < at;
  }

  void note_arrival(ports::ConversationRow& row, const Inbound& in) const {
    const auto& shown = in.message.shown;
    auto& c = row.shown;
    const wire::Millis at = std::min(shown.sent_at, rules.now);  // a guest's clock in the future opens no longer window
    if (in.opens_window) {
      row.last_inbound_at = std::max(row.last_inbound_at.value_or(at), at);
      c.window_expires_at = domain::window_expires_at(row.last_inbound_at);
    }
    ++c.unread;
    if (!c.last_message || c.last_message->at <= shown.sent_at)
      c.last_message = wire::LastMessage{shown.text, shown.direction, shown.author.kind, shown.type, shown.sent_at};
    if (!in.message.wants_answer && in.group_id.empty()) return;
    c.status = wire::ConversationStatus::kOpen;
    c.snoozed_until.reset();
  }

  void operator()(const Inbound& in) const {
    auto row = open(whatsapp::conversation_of(in), in.message.number_id);
    auto message = in.message;
    message.shown.conversation_id = row.shown.id;
    message.shown.created_at = rules.now;
    const bool answers = agent_answers(row, in);
    message.wants_answer = answers;
    if (!message.shown.media.empty()) message.shown.media["number_id"] = message.number_id;
    if (in.group_id.empty()) expect_transcript(message.shown, rules.transcribes);
    if (!unit.messages().insert_inbound(message)) return;
    ++effects.messages;
    effects.media = effects.media || !message.shown.media.empty();
    note_arrival(row, in);
    if (!in.who.wa_id.empty() && in.group_id.empty()) row.wa_id = in.who.wa_id;
    if (!in.who.user_id.empty() && in.group_id.empty()) row.user_id = in.who.user_id;
    if (answers) {
      row.turn_due_at = rules.now + rules.debounce;
      ++row.turn_generation;
      effects.turn = true;
    } else if (in.message.wants_answer) {
      wait_for_person(row, in);
    }
    unit.conversations().save(row, rules.now);
    for (const auto& move : in.moves) link(move);
  }

  // Nobody answers by itself: with staff, opted out, or too late for a free message.
  void wait_for_person(ports::ConversationRow& row, const Inbound& in) const {
    const bool staff = row.ownership.owner == wire::Owner::kStaff;
    const bool closed = !domain::window_is_open(in.message.shown.sent_at, rules.now);
    if (!staff && !closed) return;
    if (row.shown.waiting_since) return;
    row.shown.waiting_since = std::min(rules.now, std::max(in.message.shown.sent_at, wire::Millis{0}));
    row.shown.sla_due_at = rules.now + std::chrono::milliseconds{rules.sla}.count();
    if (closed && !staff) row.shown.handover_reason = "window_closed";
  }

  void operator()(const Status& in) const {
    if (!unit.messages().insert_status(in.row)) return;
    ++effects.statuses;
    apply_status(unit, in.row, rules.now);
  }

  void operator()(const Echo& in) const {
    auto row = open({in.to.wa_id, in.to.user_id, in.to.name}, in.message.number_id);
    auto message = in.message;
    message.shown.conversation_id = row.shown.id;
    message.shown.created_at = rules.now;
    if (!unit.messages().insert_inbound(message)) return;
    row.ownership = domain::after_takeover(row.ownership);
    row.turn_due_at.reset();
    row.shown.waiting_since.reset();
    row.shown.sla_due_at.reset();
    row.shown.last_message = wire::LastMessage{message.shown.text, message.shown.direction, message.shown.author.kind,
                                               message.shown.type, message.shown.sent_at};
    unit.conversations().save(row, rules.now);
    withdraw_agent(unit, row.shown.id, "taken_over", "A person answered in WhatsApp's own app", rules.now);
  }

  void link(const IdentityMove& move) const {
    std::optional<std::string> guest;
    if (!move.before.user_id.empty()) guest = unit.conversations().guest_by_identity("user_id", move.before.user_id);
    if (!guest && !move.before.wa_id.empty())
      guest = unit.conversations().guest_by_identity("wa_id", move.before.wa_id);
    if (!guest) return;
    if (!move.after.wa_id.empty()) unit.conversations().link_identity(*guest, "wa_id", move.after.wa_id);
    if (!move.after.user_id.empty()) unit.conversations().link_identity(*guest, "user_id", move.after.user_id);
    if (move.replaces)
      raise_alert(unit, rules.now, "identity_changed", "info",
                  "A guest's number or user id changed: check who writes before telling anything about a booking",
                  "identity:" + *guest);
  }
  void operator()(const IdentityMove& move) const { link(move); }

  void operator()(const Preference& in) const {
    if (in.number_id.empty() || !in.who.known()) return;
    auto row = open({in.who.wa_id, in.who.user_id, in.who.name}, in.number_id);
    auto& labels = row.shown.labels;
    std::erase(labels, std::string{"no-marketing"});
    if (in.stop) labels.emplace_back("no-marketing");
    unit.conversations().save(row, rules.now);
  }

  void operator()(const TemplateNews& in) const {
    boost::json::object value{
        {"name", in.name}, {"language", in.language}, {"status", in.event}, {"reason", in.reason}};
    for (const auto& known : unit.content().templates()) {
      const auto* name = known.if_contains("name");
      const auto* language = known.if_contains("language");
      if (!name || !language || *name != boost::json::value(in.name) || *language != boost::json::value(in.language))
        continue;
      value = known;
      value["status"] = in.event;
      value["reason"] = in.reason;
    }
    if (!in.name.empty()) unit.content().put_template(in.name, in.language, value);
    if (in.stopped)
      raise_alert(unit, rules.now, "template_stopped", "warning",
                  "WhatsApp stopped the template " + in.name + " (" + in.language + "): " + in.event,
                  "template:" + in.name + in.language);
  }

  void operator()(const AccountNews& in) const {
    if (in.stops_sender) effects.stop_sender = in.event;
    raise_alert(unit, rules.now, "whatsapp_account", in.stops_sender ? "critical" : "info",
                "WhatsApp says about the account: " + in.field + " " + in.event, "account:" + in.field + in.event);
  }

  void operator()(const ValueError& in) const {
    const std::string code = std::to_string(in.code);
    raise_alert(unit, rules.now, "whatsapp_error", "warning", "WhatsApp reports an error: " + code + " " + in.title,
                "whatsapp_error:" + code);
  }

  void operator()(const DeadElement& in) const {
    bury(unit, in.why, in.body, rules.now);
    ++effects.dead;
  }
};

}  // namespace

void bury(ports::UnitOfWork& unit, std::string why, std::string body, wire::Millis now) {
  ports::DeadLetter letter;
  letter.at = now;
  letter.source = "webhook";
  letter.why = std::move(why);
  letter.body = std::move(body);
  unit.inbox().bury(letter);
  raise_alert(unit, now, "dead_letter", "warning",
              "A webhook could not be processed; see «hotel-agentd dead-letters list»", "dead_letter");
}

void apply_element(ports::UnitOfWork& unit, const whatsapp::Element& element, const InboundRules& rules,
                   InboundEffects& effects) {
  std::visit(ApplyTo{unit, rules, effects}, element);
}

}  // namespace hotel::app
