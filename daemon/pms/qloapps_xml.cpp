#include "pms/qloapps_xml.h"

#include <pugixml.hpp>
#include <sstream>

namespace hotel::pms {
namespace {

pugi::xml_node envelope(pugi::xml_document& document, const char* resource) {
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto root = document.append_child("qloapps");
  root.append_attribute("xmlns:xlink") = "http://www.w3.org/1999/xlink";
  return root.append_child(resource);
}

void add(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).text().set(text.c_str());
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return out.str();
}

}  // namespace

std::string ari_xml(const std::string& hotel_id, const domain::Stay& stay) {
  pugi::xml_document document;
  auto ari = envelope(document, "hotel_ari");
  add(ari, "id_hotel", hotel_id);
  add(ari, "date_from", wire::to_iso(stay.check_in));
  add(ari, "date_to", wire::to_iso(stay.check_out));
  add(ari, "get_available_rooms", "1");
  auto rooms = ari.append_child("associations").append_child("room_occupancies");
  for (const auto& party : stay.rooms) {
    auto room = rooms.append_child("room_occupancy");
    add(room, "adults", std::to_string(party.adults));
    add(room, "children", std::to_string(party.child_ages.size()));
  }
  return text_of(document);
}

std::string order_history_xml(const std::string& order_id, const std::string& state) {
  pugi::xml_document document;
  auto history = envelope(document, "order_history");
  add(history, "id_order", order_id);
  add(history, "id_order_state", state);
  return text_of(document);
}

std::vector<std::pair<int, std::string>> xml_errors(std::string_view body) {
  std::vector<std::pair<int, std::string>> out;
  pugi::xml_document document;
  if (!document.load_buffer(body.data(), body.size())) return out;
  for (const auto& error : document.child("qloapps").child("errors").children("error"))
    out.emplace_back(error.child("code").text().as_int(), error.child("message").text().as_string());
  return out;
}

}  // namespace hotel::pms
