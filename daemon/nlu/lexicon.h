// The compiled-in word tables of resources/nlu: chat shorthand, cues of intents, rooms, amenities and service items.
// Read once at first use, immutable afterwards, so any thread may use them. A malformed table is a bug of the build:
// std::logic_error at first use.
//
// A cue is a sequence of elements separated by blanks:
//   word   the word in any usual spelling        wor*   words that begin so        a|b   either       a?  may be
//   missing <n>    a number   .. up to three tokens of one sentence   ^ begin of the message or of a sentence   $ end
//   of one
//   =word  exactly these letters, no misspelling ("=pile", "=cao")   !a|b  none of these words next
//   ~a|b   none of these words just before
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/normalise.h"

namespace hotel::nlu {

struct Cue {
  struct Word {
    std::string key;
    bool prefix = false;
    bool exact = false;  // `key` is the folded word itself
  };
  struct Element {
    enum class What { kWords, kNumber, kGap, kBegin, kEnd, kNotNext, kNotBefore } what = What::kWords;
    std::vector<Word> words;
    std::uint64_t letters = 0;  // one bit for each first letter of `words`: most tokens are told off by it
    bool optional = false;
  };
  std::string label;  // intent, room type, amenity …
  int weight = 0;
  std::vector<Element> elements;
};

struct Hit {
  const Cue* cue = nullptr;
  std::size_t begin = 0, end = 0;  // tokens [begin, end)
};

// What a word of resources/nlu/people.txt says of who travels; a word may be of several kinds.
enum class People { kSpeaker, kAdult, kPair, kChild, kChildren, kYoung, kGrown, kPersons, kCompany, kFlock, kKinds };

// What a word of resources/nlu/roles.txt says of the day beside it.
enum class Says { kArrives, kLeaves, kTakesBack, kChanges, kMoves, kAdds, kKinds };

struct WordList {
  std::set<std::string, std::less<>> words;
  std::vector<std::string> beginnings;
  bool has(std::string_view folded) const;
};

class Lexicon {
 public:
  Lexicon();
  std::string_view shorthand(std::string_view folded) const;
  std::string repair(const std::string& key) const;
  const std::vector<Cue>& intents() const { return intents_; }
  const std::vector<Cue>& things() const { return things_; }  // labels "room:double", "amenity:pool", "item:towels"
  const std::vector<Cue>& concepts() const { return concepts_; }
  bool people(const Token& token, People kind) const;
  bool says(const Token& token, Says what) const;
  // A diminutive or augmentative of a known word without its ending ("toallitas" toallas, "horinha" hora); else empty.
  std::string plain(const std::string& folded) const;
  // A first name people have ("lucia", "declan"), also written in lower case.
  bool given_name(std::string_view folded) const { return given_.contains(folded); }
  // A place, a firm, a feast …: capitalised, but nobody's name.
  bool never_name(std::string_view folded) const { return never_.contains(folded); }
  // An everyday or hotel word in any usual spelling.
  bool everyday(const Token& token) const;
  // How typical a word is of es, en, pt (0: not at all).
  std::array<int, 3> language_of(const std::string& folded) const;

 private:
  void learn_words(const std::vector<Cue>& cues);
  void read_people();
  void read_roles();
  void learn_skeletons();
  std::map<std::string, std::string, std::less<>> shorthand_;
  std::vector<Cue> intents_, things_, concepts_;
  std::map<std::string, std::array<int, 3>, std::less<>> languages_;
  std::set<std::string, std::less<>> given_, never_, everyday_;
  std::array<std::set<std::string, std::less<>>, static_cast<std::size_t>(People::kKinds)> people_;
  std::array<WordList, static_cast<std::size_t>(Says::kKinds)> roles_;
  std::set<std::string> vocabulary_;                     // keys of all known words
  std::set<std::string> thing_words_;                    // those of rooms, amenities and items
  std::set<std::string> nouns_;                          // keys of words that have diminutives
  std::set<std::string> settled_;                        // keys of real words that only look like a misspelt one
  std::map<char, std::vector<std::string>> repairable_;  // long ones, by first letter
  std::map<std::string, std::string> skeletons_;         // things of the hotel by their consonants
};

const Lexicon& lexicon();

Cue parse_cue(std::string_view label, int weight, std::string_view pattern);
std::vector<Hit> find(const Cue& cue,
                      const std::vector<Token>& tokens);  // every place, leftmost first, not overlapping

}  // namespace hotel::nlu
