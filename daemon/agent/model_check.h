// May a text that a language model wrote go to a guest in place of ours? Only as another wording of the same: it must
// say everything that our text says, in the same order where the order carries the meaning (rooms, amounts, days),
// claim nothing that no fact says, and promise nothing. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agent/claims.h"

namespace hotel::agent {

inline constexpr std::size_t kMaxWording = 900;  // characters

struct Wording {
  std::vector<Fact> facts;
  std::string template_text;  // what is said when the model does not help
  std::string language;       // es, en, pt
  wire::Millis now = 0;
  wire::Millis max_age = 15LL * 60 * 1000;
};

struct WordingFault {
  std::string_view word;  // stable, for logs: length, letters, language, promise, address, unbound, missing, …
  std::string reason;     // for the model, so that it can do better
};

// Nothing to gain or too much to lose: a text without a claim has nothing that an answer could be held against; one
// with a promise, a code or an address is said in our words alone.
bool may_be_reworded(const Wording& wording);

// Why `answer` must not be sent; nothing: it may. `instructions` are the system text, no part of which may come back.
std::optional<WordingFault> fault_of(const std::string& answer, const Wording& wording, std::string_view instructions);

}  // namespace hotel::agent
