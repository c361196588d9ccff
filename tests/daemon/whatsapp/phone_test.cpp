#include "whatsapp/phone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace hotel::whatsapp {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Phone, VariantsOfArgentina) {
  EXPECT_THAT(variants("5491100000101"), ElementsAre("5491100000101", "541100000101"));
  EXPECT_THAT(variants("541100000101"), ElementsAre("541100000101", "5491100000101"));
}

TEST(Phone, VariantsOfMexico) {
  EXPECT_THAT(variants("5215500000102"), ElementsAre("5215500000102", "525500000102"));
  EXPECT_THAT(variants("525500000102"), ElementsAre("525500000102", "5215500000102"));
}

TEST(Phone, VariantsOfBrazilAreForMobilesOnly) {
  EXPECT_THAT(variants("554188776655"), ElementsAre("554188776655", "5541988776655"));
  EXPECT_THAT(variants("5541988776655"), ElementsAre("5541988776655", "554188776655"));
  EXPECT_THAT(variants("554133445566"), ElementsAre("554133445566")) << "3…: a landline has no 9";
  EXPECT_THAT(variants("5541933445566"), ElementsAre("5541933445566")) << "9 before 3…: no old mobile stands behind it";
}

TEST(Phone, OthersHaveNoVariants) {
  EXPECT_THAT(variants("34600000111"), ElementsAre("34600000111"));
  EXPECT_THAT(variants("15550100123"), ElementsAre("15550100123"));
  for (const std::string_view text :
       {"", "123456", "1234567890123456", "+34600000111", "US.1000000000000000003", "34 600"})
    EXPECT_THAT(variants(text), IsEmpty()) << text;
}

// If b is a variant of a then a is one of b: two guests never depend on the order in which they wrote.
TEST(Phone, VariantsAreMutual) {
  std::mt19937 chance{7};
  for (int round = 0; round < 50'000; ++round) {
    std::string number{std::array{"54", "549", "52", "521", "55", "5511", "5541", "34", "1", "49"}[chance() % 10]};
    const std::size_t size = 8 + chance() % 7;
    while (number.size() < size) number.push_back(static_cast<char>('0' + chance() % 10));
    const auto all = variants(number);
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front(), number);
    for (const auto& other : all) EXPECT_TRUE(same_phone(other, number)) << number << " and " << other;
  }
}

struct Typed {
  std::string_view text, country;
  std::optional<std::string> wanted;
};

TEST(Phone, WhatPeopleTypeIsUnderstood) {
  const std::vector<Typed> cases{
      {"+54 9 11 0000-0101", "", "5491100000101"},
      {"+54 11 15-0000-0101", "", "5491100000101"},
      {"011 15-0000-0101", "54", "5491100000101"},
      {"+54 11 0000 0101", "", "541100000101"},
      {"0351 15 400-0000", "54", "5493514000000"},
      {"02966 15 40-0000", "54", "5492966400000"},
      {"0054 9 11 0000 0101", "", "5491100000101"},
      {"+52 55 0000 0102", "", "525500000102"},
      {"044 55 0000 0102", "52", "525500000102"},
      {"01 55 0000 0102", "52", "525500000102"},
      {"+55 (41) 98877-6655", "", "5541988776655"},
      {"041 98877-6655", "55", "5541988776655"},
      {"+34 600 000 111", "", "34600000111"},
      {"600 000 111", "34", "34600000111"},
      {"0034600000111", "54", "34600000111"},
      {"+1 555-010-0123", "", "15550100123"},
      {"+1 (555) 010.0123", "54", "15550100123"},
      {"+39 06 1234567", "", "39061234567"},
      {"06 1234567", "39", "39061234567"},
      {"US.1000000000000000003", "", std::nullopt},
      {"+", "", std::nullopt},
      {"", "54", std::nullopt},
      {"12345", "", std::nullopt},
      {"+1234567890123456", "", std::nullopt},
      {"call me", "", std::nullopt},
      {"34+600000111", "", std::nullopt},
  };
  for (const auto& c : cases) EXPECT_EQ(normalise(c.text, c.country), c.wanted) << c.text << " in " << c.country;
}

// Normalising is a projection: what it gives back, it gives back again.
TEST(Phone, NormalisingTwiceChangesNothing) {
  std::mt19937 chance{11};
  for (int round = 0; round < 50'000; ++round) {
    std::string typed{
        std::array{"+54 9 11", "+54 11 15", "+52 1 55", "+55 41 9", "+34 6", "+1", "0049 30"}[chance() % 7]};
    for (int i = 6 + static_cast<int>(chance() % 4); i > 0; --i)
      typed.push_back(static_cast<char>('0' + chance() % 10));
    const auto once = normalise(typed);
    if (once) EXPECT_EQ(normalise("+" + *once), once) << typed;
  }
}

TEST(Phone, TheBooksOfTheHotelFindTheGuest) {
  for (const std::string_view written : {"+54 11 15 0000 0101", "+54 11 0000 0101", "+54 9 11 0000 0101"}) {
    const auto digits = normalise(written);
    ASSERT_TRUE(digits) << written;
    EXPECT_TRUE(same_phone(*digits, "5491100000101")) << written;
  }
  EXPECT_TRUE(same_phone(*normalise("+52 55 0000 0102"), "5215500000102"));
}

TEST(Phone, ShownWithAPlus) {
  EXPECT_EQ(to_e164("5491100000101"), "+5491100000101");
  EXPECT_EQ(to_e164(""), "");
  EXPECT_EQ(to_e164("US.1"), "");
}

TEST(Phone, UserIdsAreNoPhones) {
  EXPECT_TRUE(is_user_id("US.1000000000000000003"));
  EXPECT_TRUE(is_user_id("US.ENT.abc123"));
  for (const std::string_view text : {"", "US.", "us.1", "USA.1", "US1", "US.1 2", "34600000111"})
    EXPECT_FALSE(is_user_id(text)) << text;
}

}  // namespace
}  // namespace hotel::whatsapp
