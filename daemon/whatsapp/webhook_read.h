// Lenient reading of one webhook element without copying: null, missing and "" mean the same, numbers and texts stand
// for each other. Private to the parser.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "whatsapp/webhook_parse.h"

namespace hotel::whatsapp::read {

namespace json = boost::json;

const json::value* find(const json::object& object, std::string_view key);  // nullptr: missing or null
const json::object* object(const json::object& object, std::string_view key);
const json::array* array(const json::object& object, std::string_view key);
std::string_view view(const json::object& object, std::string_view key);  // strings only
std::string text(const json::object& object, std::string_view key);       // also numbers
std::optional<std::int64_t> integer(const json::object& object, std::string_view key);
bool flag(const json::object& object, std::string_view key);

// Unix seconds (or milliseconds, told by the size) as number or text; nothing for what is no time.
std::optional<Millis> time(const json::object& object, std::string_view key, Millis received_at);

// A phone's wa_id: digits, also when a plus or blanks came with it; empty for anything else.
std::string phone(const json::object& object, std::string_view key);

// {code, title, detail} of one entry of an `errors` array; error_data may be text.
json::object error(const json::object& error);

}  // namespace hotel::whatsapp::read

namespace hotel::whatsapp {

// Fills type, text, media, interactive, reply_to and error of `inbound` from its element. The identity is filled
// already.
void read_content(const boost::json::object& element, Inbound& inbound);

}  // namespace hotel::whatsapp
