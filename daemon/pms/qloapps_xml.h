// The XML that QloApps wants where it takes no JSON (hotel_ari, order_histories), and the error lists that it answers
// in XML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/stay.h"

namespace hotel::pms {

std::string ari_xml(const std::string& hotel_id, const domain::Stay& stay);  // availability and prices of a stay
std::string order_history_xml(const std::string& order_id, const std::string& state);  // moves an order into a state

std::vector<std::pair<int, std::string>> xml_errors(std::string_view body);  // code, message; empty: no such list

}  // namespace hotel::pms
