#include "agent/default_knowledge.h"

#include <array>
#include <stdexcept>

#include "wire/codec.h"

namespace hotel::embedded {
extern const std::string_view knowledge_es;
extern const std::string_view knowledge_en;
extern const std::string_view knowledge_pt;
}  // namespace hotel::embedded

namespace hotel::agent {
namespace {

bool fill(std::string& text, std::string_view mark, const std::string& value) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
    if (value.empty()) return false;
    text.replace(at, mark.size(), value);
  }
  return true;
}

}  // namespace

std::vector<ports::KnowledgeEntry> default_knowledge(const House& house) {
  const std::array<std::pair<std::string_view, std::string_view>, 3> kTexts{
      {{"es", embedded::knowledge_es}, {"en", embedded::knowledge_en}, {"pt", embedded::knowledge_pt}}};
  std::vector<ports::KnowledgeEntry> out;
  for (const auto& [language, text] : kTexts) {
    const auto parsed = wire::parse_json(text);
    if (!parsed || !parsed->is_object()) throw std::logic_error("knowledge defaults are no JSON object");
    for (const auto& entry : parsed->get_object()) {
      if (!entry.value().is_string()) continue;
      ports::KnowledgeEntry made;
      made.key = std::string(entry.key());
      made.language = std::string(language);
      made.text = std::string(entry.value().get_string());
      if (fill(made.text, "{hotel}", house.name) && fill(made.text, "{address}", house.address))
        out.push_back(std::move(made));
    }
  }
  return out;
}

}  // namespace hotel::agent
