#include "whatsapp/markup.h"

#include <gtest/gtest.h>
#include <random>
#include <regex>
#include <vector>

namespace hotel::whatsapp {
namespace {

struct Case {
  std::string_view markdown, wanted;
};

TEST(Markup, MarkdownOfModelsBecomesWhatsApps) {
  const std::vector<Case> cases{
      {"Tenemos **dos** habitaciones", "Tenemos *dos* habitaciones"},
      {"**Doble**: 80 EUR, **Suite**: 120 EUR", "*Doble*: 80 EUR, *Suite*: 120 EUR"},
      {"__importante__ y ~~antes 90~~", "*importante* y ~antes 90~"},
      {"***ya***", "*ya*"},
      {"# Habitaciones", "*Habitaciones*"},
      {"### **Precios** ###", "*Precios*"},
      {"#204 es su habitación", "#204 es su habitación"},
      {"Vea [nuestra página](https://hotel.example/es)", "Vea nuestra página (https://hotel.example/es)"},
      {"[https://hotel.example](https://hotel.example)", "https://hotel.example"},
      {"[hotel.example](https://hotel.example)", "https://hotel.example"},
      {"![foto](https://hotel.example/a.jpg)", "foto (https://hotel.example/a.jpg)"},
      {"[roto](https://hotel.example", "[roto] (https://hotel.example"},
      {"a<br>b", "a\nb"},
      {"| Tipo | Precio |\n|---|---:|\n| Doble | **80** |", "Tipo – Precio\nDoble – *80*"},
      {"uno\n---\ndos", "uno\n\ndos"},
      {"- uno\n- dos", "- uno\n- dos"},
      {"*ya en negrita* y _cursiva_", "*ya en negrita* y _cursiva_"},
      {"2 * 3 = 6", "2 * 3 = 6"},
      {"sin par **aquí", "sin par aquí"},
      {"```json\n{}\n```", "```\n{}\n```"},
      {"Nombre: ______", "Nombre: ______"},
      {"wi_fi_clave", "wi_fi_clave"},
      {"línea\r\notra", "línea\notra"},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(to_whatsapp_markup(c.markdown), c.wanted) << c.markdown;
}

TEST(Markup, NoMarkdownIsLeftAndTwiceChangesNothing) {
  std::mt19937 chance{20261125};
  const std::vector<std::string> pieces{"*", "**", "***", "_",   "__", "~~", "#", "# ", "## ", "[",    "](",   "](http",
                                        ")", "!",  "|",   "---", "\n", " ",  "a", "ñ",  "```", "<br>", "texto"};
  const std::regex left{R"(\*\*|(^|\n)#{1,6} |\]\(http)"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = static_cast<int>(chance() % 14); i >= 0; --i) text += pieces[chance() % pieces.size()];
    const auto once = to_whatsapp_markup(text);
    EXPECT_FALSE(std::regex_search(once, left))
        << testing::PrintToString(text) << " -> " << testing::PrintToString(once);
    EXPECT_EQ(to_whatsapp_markup(once), once) << testing::PrintToString(text);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace hotel::whatsapp
