#include "pms/guest_fields.h"

#include <gtest/gtest.h>

namespace hotel::pms {
namespace {

TEST(GuestFields, NamesKeepLettersOfAnyScriptAndTheAllowedSigns) {
  for (const auto* name : {"José", "Müller-Lüdenscheidt", "O'Brien", "O’Brien", "D. José", "王伟", "Анна", "محمد",
                           "M.ª", "A/B & C", "João", "Zoë"})
    EXPECT_EQ(clean_name(name), name) << name;
}

TEST(GuestFields, NamesLoseWhatQloAppsRefuses) {
  EXPECT_EQ(clean_name("Ana 😀"), "Ana");
  EXPECT_EQ(clean_name("👩‍👩‍👧 Familia Gómez ❤️"), "Familia Gómez");
  EXPECT_EQ(clean_name("Ana2"), "Ana");
  EXPECT_EQ(clean_name("Juan (papá)"), "Juan papá");
  EXPECT_EQ(clean_name("<b>Ana</b>"), "b Ana /b");
  EXPECT_EQ(clean_name("Ana_Maria|x:y%z"), "Ana Maria x y z");
  EXPECT_EQ(clean_name("  Ana   María  "), "Ana María");
  EXPECT_EQ(clean_name("Ana\nMaría\t"), "Ana María");
  EXPECT_EQ(clean_name("𝓐𝓷𝓪"), "Ana");  // letters beyond the basic plane
  EXPECT_EQ(clean_name("Jose\xCC\x81"), "José");
}

TEST(GuestFields, NothingLeftIsNoName) {
  for (const auto* name : {"", "   ", "😀😀", "12345", "-", ". .", "!!!", "\xFF\xFE"})
    EXPECT_EQ(clean_name(name), "") << name;
}

TEST(GuestFields, NamesHaveAtMost32Characters) {
  std::string out = clean_name("Ñandúñandúñandúñandúñandúñandúñandúñandú");
  std::size_t characters = 0;
  for (const char c : out) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  EXPECT_EQ(characters, 32u);
  EXPECT_EQ(clean_name(std::string(31, 'a') + " b"), std::string(31, 'a'));  // no blank at the end
}

TEST(GuestFields, BothNamesAreFilled) {
  EXPECT_EQ(clean_names("Ana", "🎉"), (std::pair<std::string, std::string>{"Ana", "Ana"}));
  EXPECT_EQ(clean_names("😀", "García"), (std::pair<std::string, std::string>{"García", "García"}));
  EXPECT_EQ(clean_names("😀", "123"), (std::pair<std::string, std::string>{"Guest", "WhatsApp"}));
}

TEST(GuestFields, Phones) {
  EXPECT_EQ(clean_phone("5215512345678"), "5215512345678");
  EXPECT_EQ(clean_phone("+34 600 100-200"), "+34600100200");
  EXPECT_EQ(clean_phone("tel: +34/600"), "+34600");
  EXPECT_EQ(clean_phone("600+100"), "600100");
  EXPECT_EQ(clean_phone("\xE2\x80\xAA+54 9 11 5555\xE2\x80\xAC"), "+549115555");  // direction marks
  EXPECT_FALSE(clean_phone(""));
  EXPECT_FALSE(clean_phone("none"));
  EXPECT_FALSE(clean_phone(std::string(40, '1')));
}

TEST(GuestFields, Emails) {
  for (const auto* good : {"ana@example.com", "a.b+c@sub.example.org", "wa521@guest.invalid.example"})
    EXPECT_TRUE(sound_email(good)) << good;
  for (const auto* bad : {"", "ana", "ana@localhost", "@example.com", "ana@", "a b@example.com", "ana@@example.com",
                          "ana@.com", "ana@example.com.", "añ@example.com"})
    EXPECT_FALSE(sound_email(bad)) << bad;
  EXPECT_FALSE(sound_email(std::string(120, 'a') + "@example.com"));
  EXPECT_EQ(email_for_phone("+52 155 1234", "guest.invalid.example"), "wa521551234@guest.invalid.example");
}

}  // namespace
}  // namespace hotel::pms
