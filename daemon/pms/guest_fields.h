// A guest's name, phone and e-mail in the form that QloApps takes. What it does not take it answers badly (an empty 500
// and a customer without a booking), so everything is cleaned or refused before it is sent. Pure. Source: contract of
// QloApps, «Names, e-mail, phone».
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace hotel::pms {

// 1–32 characters: letters of any script, blank, - ' ’ . / & ª º. Everything else goes; look-alike letters become
// letters. Empty when nothing is left.
std::string clean_name(std::string_view utf8);

// First and last name, both filled: one that cleans to nothing takes the other's place, two take «Guest» and
// «WhatsApp».
std::pair<std::string, std::string> clean_names(std::string_view first, std::string_view last);

// `+` only in front, digits; nothing when there is no digit or too many of them.
std::optional<std::string> clean_phone(std::string_view phone);

bool sound_email(std::string_view email);  // a dot in the domain, at most 128 bytes, nothing that QloApps would refuse
std::string email_for_phone(std::string_view phone, std::string_view domain);  // wa<digits>@domain

}  // namespace hotel::pms
