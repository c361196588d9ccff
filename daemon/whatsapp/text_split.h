// Cuts texts into parts that WhatsApp takes (contract, chapter 9): lengths in UTF-16 units, five per cent below the
// limit, at a paragraph, else a line, a sentence, a blank; inside a word only between grapheme clusters; never inside a
// surrogate pair. Pure and thread-safe. Input is valid UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotel::whatsapp {

inline constexpr std::size_t kTextLimit = 4096;         // of a text message
inline constexpr std::size_t kInteractiveLimit = 1024;  // of a body with buttons or a list, and of captions

std::size_t utf16_length(std::string_view utf8);
bool is_blank(std::string_view utf8);  // nothing a person would see: white space, controls, zero-width characters
std::string trim(std::string_view utf8);

// Blank text gives no part. White space at a cut is dropped, nothing else is.
std::vector<std::string> split_text(std::string_view text, std::size_t limit = kTextLimit);

// For a text that carries buttons or a list: they are on the last part, whose limit is 1024.
std::vector<std::string> split_before_choices(std::string_view text);

// A label in at most `limit` units, shortened with an ellipsis between grapheme clusters.
std::string shorten(std::string_view text, std::size_t limit);

}  // namespace hotel::whatsapp
