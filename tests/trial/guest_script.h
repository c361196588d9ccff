// A generated guest: what he wants, and what he answers to what the agent does. Says of each of his lines whether it
// agrees to what was shown just before, so that a judge knows what may be written into the hotel's books.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "guest_words.h"

namespace hotel::trial {

struct Line {
  std::string text;
  std::string tap;  // id of a button or row instead of words
  bool consents = false;
};

enum class Goal { kAsk, kBook, kCancel, kChange, kLookup, kChat };

class GuestScript {
 public:
  GuestScript(Chance& chance, wire::Date today, std::string language, Goal goal, std::string code);
  Line first();
  std::optional<Line> answer(const agent::TurnResult& last);  // nothing: he is done

 private:
  Line words(std::string_view purpose, bool consents = false) {
    return {words_.line(purpose, wish_, code_), "", consents};
  }
  Line to_summary(const agent::TurnResult& last, const std::vector<std::string>& choices);
  Line to_offer(const std::vector<std::string>& choices);
  void other_days();

  Chance& chance_;
  wire::Date today_;
  Words words_;
  Goal goal_;
  std::string code_;
  Wish wish_;
  int left_ = 12;  // lines that he has patience for
  bool content_ = false;
};

std::vector<std::string> choices_of(const agent::TurnResult& result);  // ids of buttons and rows
std::string text_of(const agent::TurnResult& result);

}  // namespace hotel::trial
