#include "agent/wording.h"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "agent/phrases.h"
#include "conversation.h"

namespace hotel::agent {
namespace {

std::multiset<std::string> placeholders(const std::string& text) {
  std::multiset<std::string> out;
  for (auto at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
    out.insert(text.substr(at, text.find('}', at) - at + 1));
  return out;
}

TEST(Wording, AllLanguagesHaveTheSameKeysAndPlaceholders) {
  const auto& es = phrases("es");
  EXPECT_GT(es.size(), 100u);
  for (const std::string language : {"en", "pt"}) {
    const auto& other = phrases(language);
    EXPECT_EQ(other.size(), es.size());
    for (const auto& [key, text] : es) {
      const auto found = other.find(key);
      ASSERT_NE(found, other.end()) << language << " lacks " << key;
      const auto a = placeholders(text), b = placeholders(found->second);
      EXPECT_EQ((std::set<std::string>{a.begin(), a.end()}), (std::set<std::string>{b.begin(), b.end()}))
          << language << " " << key;
    }
  }
}

TEST(Wording, NoTextButTheConfirmationClaimsABooking) {
  for (const std::string language : {"es", "en", "pt"})
    for (const auto& [key, text] : phrases(language)) {
      EXPECT_THAT(testing::amounts(text), ::testing::IsEmpty()) << key;
      if (key == "booking_shown" || key.starts_with("state_")) continue;
      // With the longest words that look like a code in the places of the guest's and the PMS's words.
      const auto filled = say(language, key,
                              {{"code", "XKBKNABJK"},
                               {"codes", "XKBKNABJK, HX7K2P"},
                               {"room", "Double Room (doble)"},
                               {"check_in", "14/01/2027"},
                               {"check_out", "17/01/2027"},
                               {"name", "Ana Ruiz"},
                               {"total", "USD 332.64"},
                               {"nightly", "USD 110.88"},
                               {"people", "2 adultos"},
                               {"nights", "3 noches"},
                               {"hotel", "Hotel Prueba"},
                               {"other", "15/01/2027"},
                               {"other_out", "18/01/2027"},
                               {"n", "3"},
                               {"rooms", "2"},
                               {"state", "x"},
                               {"address", "Calle Mayor 1"}});
      if (key == "confirmed" || key == "proactive_booking_confirmation")
        EXPECT_TRUE(testing::claims_booking(filled)) << filled;
      else if (key != "cancelled" && key != "already_cancelled" && key != "not_found")
        EXPECT_FALSE(testing::claims_booking(filled)) << language << " " << key << ": " << filled;
      EXPECT_FALSE(testing::promises_room(filled)) << language << " " << key << ": " << filled;
      EXPECT_EQ(filled.find("**"), std::string::npos);
    }
}

TEST(Wording, CancellationTextsClaimNothing) {
  for (const std::string language : {"es", "en", "pt"})
    for (const std::string key : {"cancelled", "already_cancelled", "not_found"})
      EXPECT_FALSE(testing::claims_booking(say(language, key, {{"code", "HX7K2P"}}))) << language << " " << key;
}

TEST(Wording, ButtonTitlesFitIntoGraphsLimits) {
  for (const std::string language : {"es", "en", "pt"})
    for (const auto& [key, text] : phrases(language))
      if (key.starts_with("button_") || key == "offer_button") EXPECT_LE(text.size(), 20u) << language << " " << key;
}

TEST(Wording, ListsAndButtonsAreCutAtCharacters) {
  EXPECT_EQ(clipped("ñandú", 2), "ña");
  EXPECT_EQ(clipped("a😀b", 2), "a😀");
  const auto list = list_payload("body", "Ver habitaciones", {{"room:1", std::string(40, 'x'), std::string(100, 'y')}});
  const auto text = boost::json::serialize(list);
  EXPECT_NE(text.find(std::string(24, 'x') + "\""), std::string::npos);
  EXPECT_NE(text.find(std::string(72, 'y') + "\""), std::string::npos);
}

TEST(Wording, AGuestsBracesStayAsTheyAre) {
  EXPECT_EQ(say("en", "address", {{"address", "{hotel} {"}}), "We are at {hotel} {.");
}

TEST(Wording, RoomsAreMatchedByTheWordsOfTheirNames) {
  const std::vector<domain::RoomType> english{{"1", "Single Room", 1, 0, 1},
                                              {"2", "Deluxe Double Room", 2, 0, 2},
                                              {"3", "Double Room", 2, 0, 2},
                                              {"4", "Family Room", 4, 2, 4},
                                              {"5", "Suite", 2, 0, 2}};
  EXPECT_EQ(match_room("double", english)->id, "3");
  EXPECT_EQ(match_room("family", english)->id, "4");
  EXPECT_EQ(match_room("suite", english)->id, "5");
  EXPECT_EQ(match_room("deluxe", english)->id, "2");
  EXPECT_EQ(match_room("triple", english), nullptr);
  const std::vector<domain::RoomType> demo{{"1", "General Rooms", 2, 2, 4},
                                           {"2", "Delux Rooms", 2, 2, 4},
                                           {"3", "Habitación Doble", 2, 0, 2},
                                           {"4", "Suíte Família", 4, 0, 4}};
  EXPECT_EQ(match_room("standard", demo)->id, "1");
  EXPECT_EQ(match_room("deluxe", demo)->id, "2");
  EXPECT_EQ(match_room("double", demo)->id, "3");
  EXPECT_EQ(match_room("family", demo)->id, "4");
  EXPECT_EQ(room_text("es", "Double Room"), "Double Room (doble)");
  EXPECT_EQ(room_text("en", "Double Room"), "Double Room");
  EXPECT_EQ(room_text("pt", "Executive Rooms"), "Executive Rooms");
}

TEST(Knowledge, DefaultsHaveTheSameKeysAndNoAmounts) {
  const House house{"Hotel Prueba", "Calle Mayor 1", {}, {}, "USD", "es"};
  std::map<std::string, std::set<std::string>> keys;
  for (const auto& entry : default_knowledge(house)) {
    EXPECT_TRUE(keys[entry.language].insert(entry.key).second);
    EXPECT_THAT(testing::amounts(entry.text), ::testing::IsEmpty());
    EXPECT_FALSE(testing::claims_booking(entry.text)) << entry.text;
    EXPECT_FALSE(testing::promises_room(entry.text)) << entry.text;
    EXPECT_EQ(entry.text.find('{'), std::string::npos);
  }
  ASSERT_EQ(keys.size(), 3u);
  EXPECT_EQ(keys["es"].size(), 20u);
  EXPECT_EQ(keys["es"], keys["en"]);
  EXPECT_EQ(keys["es"], keys["pt"]);
  EXPECT_EQ(default_knowledge({}).size(), 57u) << "without an address its entry is left out";
}

}  // namespace
}  // namespace hotel::agent
