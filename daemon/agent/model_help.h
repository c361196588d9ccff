// What a language model may do for the agent: word a text of ours more kindly, and name the intent of a message that
// our own understanding is unsure of. In both, its answer is a stranger's: checked against what we know, and dropped
// for what we have without it when anything is odd. Guests' words reach it as quoted data only.
//
// Use on one executor; must outlive its calls. Without a model every call answers at once. Never fails.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agent/model_check.h"
#include "ports/model.h"

namespace hotel::agent {

struct ModelGuest {
  std::string id;      // whose budget: the conversation's
  wire::Date today{};  // the hotel's day
};

struct Reworded {
  std::string text;
  bool by_model = false;
  std::string
      why;  // why not: off, as_it_is, a fault of the model's or of its words (model_check.h); for logs and tests
};

struct NamedIntent {
  struct Span {
    std::size_t begin = 0, end = 0;  // bytes of the guest's text
  };
  std::string intent;
  std::vector<Span> spans;  // where the guest says so; never a value
};

class ModelHelp {
 public:
  explicit ModelHelp(ports::LanguageModel* model) : model_(model) {}
  bool is_on() const { return model_ != nullptr; }

  // At most two exchanges: a refused answer is asked for once more, with the reason.
  rt::Task<Reworded> reword(ModelGuest guest, Wording wording, std::string guest_text) const;

  // One exchange. `candidates` are the intents to choose from, empty: all. Those that decide something in the guest's
  // place (yes, no, stop writing) are never offered and never taken.
  rt::Task<std::optional<NamedIntent>> name_intent(ModelGuest guest, std::string text, std::string language,
                                                   std::vector<std::string> candidates) const;

 private:
  ports::LanguageModel* model_;
};

// Pure parts, for tests.
std::vector<std::string> offered_intents(const std::vector<std::string>& candidates);
std::optional<NamedIntent> read_intent(std::string_view answer, std::string_view guest_text,
                                       const std::vector<std::string>& offered);

}  // namespace hotel::agent
