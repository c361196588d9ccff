// Texts as words for the search index: folded (no accents, lower case), letters and digits only. The same words go into
// both engines' indexes, so a search finds the same on both. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotel::store {

std::vector<std::string> words_of(std::string_view text);
std::string joined(const std::vector<std::string>& words);

}  // namespace hotel::store
