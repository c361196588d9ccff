// Turns the Markdown that language models write into what WhatsApp shows: *bold* _italic_ ~struck~ (contract, chapter
// 9). Text without Markdown comes out as it was. Doing it twice changes nothing. Pure and thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace hotel::whatsapp {

// **b** and __b__ become *b*, ~~s~~ becomes ~s~, headings become bold lines, [text](url) becomes "text (url)", rows of
// tables become "a – b", rulers and <br> become line breaks. No `**`, `# ` at a line's begin or `](` is left.
std::string to_whatsapp_markup(std::string_view markdown);

}  // namespace hotel::whatsapp
