// Every form in which a text may claim something, in three languages; and what claims nothing.
#include "agent/claims.h"

#include <gtest/gtest.h>

namespace hotel::agent {
namespace {

std::string found(const std::string& text, const std::string& language) {
  std::string out;
  for (const auto& claim : claims_in(text, language)) out += (out.empty() ? "" : " | ") + says(claim);
  return out;
}

struct Case {
  const char* language;
  const char* text;
  const char* claims;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& c : cases) EXPECT_EQ(found(c.text, c.language), c.claims) << c.text;
}

TEST(Claims, Amounts) {
  check({{"en", "USD 332.64", "amount:332.64 USD"},
         {"en", "The total is *USD 332.64*.", "amount:332.64 USD"},
         {"pt", "R$ 1.200,50", "amount:1200.5 BRL"},
         {"pt", "R$1.200", "amount:1200 BRL"},
         {"es", "85 dólares", "amount:85 USD"},
         {"en", "eighty-five dollars", "amount:85 USD"},
         {"es", "ochenta y cinco dólares", "amount:85 USD"},
         {"pt", "oitenta e cinco reais", "amount:85 BRL"},
         {"pt", "cento e vinte reais", "amount:120 BRL"},
         {"es", "dos mil quinientos pesos", "amount:2500 peso"},
         {"en", "two hundred and fifty euros", "amount:250 EUR"},
         {"en", "a hundred dollars", "amount:100 USD"},
         {"es", "US$ 85,00", "amount:85 USD"},
         {"es", "U$S 85", "amount:85 USD"},
         {"es", "$85", "amount:85 $"},
         {"es", "$ 1,234.50", "amount:1234.5 $"},
         {"es", "85 USD por noche", "amount:85 USD"},
         {"es", "85€", "amount:85 EUR"},
         {"es", "€ 85", "amount:85 EUR"},
         {"en", "£99.99", "amount:99.99 GBP"},
         {"es", "2 mil pesos", "amount:2000 peso"},
         {"en", "1.5 thousand dollars", "amount:1500 USD"},
         {"en", "cheap at 332.64", "amount:332.64"},
         {"es", "sale 332,64", "amount:332.64"},
         {"es", "un dólar", "amount:1 USD"},
         {"en", "１００ dollars", "amount:100 USD"},
         {"en", "1\u200b00 dollars", "amount:100 USD"},
         {"en", "USD 85 euros", "amount:85 USD?"},
         {"en", "just lOO dollars", "amount:?"},
         {"es", "son 85 nada más", "number:85"}});
}

TEST(Claims, Days) {
  check({{"es", "14/01/2027", "date:2027-01-14"},
         {"es", "el 14/1", "date:--01-14"},
         {"en", "14 Jan 2027", "date:2027-01-14"},
         {"en", "01/02/2027", "date:2027-02-01?"},
         {"es", "01/02/2027", "date:2027-02-01"},
         {"en", "2027-01-14", "date:2027-01-14"},
         {"pt", "14.01.27", "date:2027-01-14"},
         {"es", "14 de enero de 2027", "date:2027-01-14"},
         {"es", "del 14 al 17 de enero", "date:--01-14 | date:--01-17"},
         {"pt", "de 14 a 17 de janeiro de 2027", "date:2027-01-14 | date:2027-01-17"},
         {"en", "January 14th, 2027", "date:2027-01-14"},
         {"en", "from January 14 to 17", "date:--01-14 | date:--01-17"},
         {"en", "the fourteenth of January", "date:--01-14"},
         {"en", "the twenty-first of May", "date:--05-21"},
         {"es", "catorce de enero", "date:--01-14"},
         {"es", "el primero de marzo", "date:--03-01"},
         {"pt", "1º de março", "date:--03-01"},
         {"en", "in May", "date:--05"},
         {"es", "en enero de 2027", "date:2027-01"},
         {"en", "the 14th", "date:---14"},
         {"es", "el día 14", "date:---14"},
         {"es", "del 14 al 17", "date:---14 | date:---17"},
         {"es", "el viernes", "weekday:5"},
         {"pt", "sexta-feira", "weekday:5"},
         {"pt", "na segunda", "weekday:1"},
         {"en", "on Sat", "weekday:6"},
         {"en", "Wednesday", "weekday:3"},
         {"es", "mañana", "date:tomorrow"},
         {"en", "today and tomorrow", "date:today | date:tomorrow"},
         {"pt", "amanhã", "date:tomorrow"},
         {"es", "pasado mañana", "date:after_tomorrow"},
         {"en", "the day after tomorrow", "date:after_tomorrow"},
         {"es", "este fin de semana", "date:weekend"},
         {"en", "next week", "date:week"},
         {"es", "esta noche", "date:tonight"}});
}

TEST(Claims, TimesAndShares) {
  check({{"es", "desde las 15:00", "time:15:00"},
         {"pt", "às 15h30", "time:15:30"},
         {"pt", "15h", "time:15:00"},
         {"en", "3 pm", "time:15:00"},
         {"en", "3:30 p.m.", "time:15:30"},
         {"en", "12 am", "time:00:00"},
         {"es", "a las 3 de la tarde", "time:15:00"},
         {"es", "a las tres y media", "time:03:30"},
         {"en", "at 11", "time:11:00"},
         {"en", "three o'clock", "time:03:00"},
         {"es", "a las 15 horas", "time:15:00"},
         {"es", "a la una y media", "time:01:30"},
         {"es", "al mediodía", "time:12:00"},
         {"pt", "meia-noite", "time:00:00"},
         {"es", "las 24 horas del día", "time:24:00"},
         {"en", "10%", "percent:10"},
         {"es", "10 por ciento", "percent:10"},
         {"es", "diez por ciento", "percent:10"},
         {"pt", "90 % de desconto", "percent:90 | promise:discount"},
         {"en", "fifty percent off", "percent:50"}});
}

TEST(Claims, AddressesAndCodes) {
  check({{"en", "see https://evil.example/pay?x=1.", "link:https://evil.example/pay?x=1"},
         {"es", "entre en www.hotel.com", "link:www.hotel.com"},
         {"es", "bit.ly/abc", "link:bit.ly/abc"},
         {"en", "hotel dot com", "link:dot com"},
         {"es", "(hotel.com)", "link:hotel.com"},
         {"es", "escriba a a.b@hotel.com!", "email:a.b@hotel.com"},
         {"es", "+34 600 111 222", "phone:34600111222"},
         {"en", "(555) 123-4567", "phone:5551234567"},
         {"es", "Código: XKBKNABJK", "code:XKBKNABJK"},
         {"en", "code ZZ9PLURAL", "code:ZZ9PLURAL"},
         {"en", "code ab12", "code:AB12"},
         {"es", "su localizador HX7K2P", "code:HX7K2P"}});
}

TEST(Claims, Promises) {
  check({{"es", "Su reserva está confirmada", "promise:confirmed"},
         {"en", "You are booked", "promise:booked"},
         {"pt", "Sua reserva foi reservada", "promise:booked"},
         {"es", "Ya la reservé", "promise:booked"},
         {"es", "¿Quiere que la reserve?", ""},
         {"es", "todavía sin reservar", ""},
         {"es", "su reserva no está confirmada", "promise:not_confirmed"},
         {"en", "it isn't confirmed", "promise:not_confirmed"},
         {"es", "No se preocupe, está confirmada", "promise:confirmed"},
         {"es", "el desayuno es gratis", "thing:amenity:breakfast | promise:free"},
         {"en", "a complimentary upgrade", "promise:free | promise:upgrade"},
         {"en", "Feel free to ask", ""},
         {"pt", "de cortesia, sem custo", "promise:free | promise:free"},
         {"es", "le devolvemos el dinero", "promise:refund"},
         {"en", "a full refund", "promise:refund"},
         {"es", "le garantizo la vista al mar", "promise:guarantee | thing:amenity:sea_view"},
         {"es", "tenemos habitaciones", "promise:available"},
         {"en", "no rooms available", "promise:not_available"},
         {"es", "no nos queda ninguna habitación libre", "promise:not_available"},
         {"pt", "quartos livres", "promise:available"},
         {"en", "half price", "promise:discount"},
         {"es", "la habitación quedó bloqueada", "promise:booked"},
         {"en", "this one is on us", "promise:free"},
         {"es", "no cuesta nada", "promise:not_free"},
         {"en", "I have made the booking", "promise:booked"},
         {"es", "Está todo listo", "promise:booked"},
         {"es", "Le guardo la habitación", "promise:booked"},
         {"pt", "café da manhã incluso", "thing:amenity:breakfast | promise:included"}});
}

TEST(Claims, CountsRoomsAndOtherNumbers) {
  check({{"es", "3 noches", "count:night 3"},
         {"es", "una noche", "count:night 1"},
         {"es", "una habitación", ""},
         {"en", "one room", "count:room 1"},
         {"en", "two double rooms", "count:room 2 | thing:room:double"},
         {"pt", "2 adultos e 1 criança", "count:adult 2 | count:child 1"},
         {"es", "para dos personas", "count:guest 2"},
         {"en", "2 x Suite", "count:room 2 | thing:room:suite"},
         {"es", "habitación 204", "number:204"},
         {"en", "seven pools", "number:7 | thing:amenity:pool"},
         {"es", "Double Room (doble)", "thing:room:double | thing:room:double"}});
}

TEST(Claims, OrdinaryWordsClaimNothing) {
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"es", "¡Con gusto! Si necesita algo más, escríbame."},
           {"es", "Claro, le paso su mensaje a una persona de recepción."},
           {"es", "Buenos días, ¿en qué le ayudo?"},
           {"en", "You may write to me once you know. Of course, one moment."},
           {"en", "I would be happy to help; what would you like?"},
           {"pt", "Claro! Um momento, por favor."},
           {"pt", "Bom dia, como posso ajudar?"}})
    EXPECT_EQ(found(text, language), "") << text;
}

TEST(Claims, SpansAreBytesOfTheText) {
  const std::string text = "¡Sí! Son *R$ 1.200,50* el sábado.";
  const auto claims = claims_in(text, "es");
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(text.substr(claims[0].begin, claims[0].end - claims[0].begin), "R$ 1.200,50");
  EXPECT_EQ(text.substr(claims[1].begin, claims[1].end - claims[1].begin), "sábado");
}

TEST(Claims, NoTextBreaksTheSearch) {
  for (const std::string text : {"",
                                 "\xff\xfe",
                                 "1",
                                 "$",
                                 "R$",
                                 "14 de",
                                 "+",
                                 ".",
                                 "a@",
                                 "http://",
                                 "5:",
                                 "u$s",
                                 "10 por",
                                 "\xf0\x9f\x98",
                                 "12345678901234567890123456789012345678901234567890 USD",
                                 "1.2.3.4.5,6",
                                 "99999999999999999999/1/1",
                                 "January",
                                 "of of of",
                                 "meia-",
                                 "24:99",
                                 "- - 1"})
    for (const auto* language : {"es", "en", "pt", ""}) claims_in(text, language);
}

Fact fact(std::vector<std::string> says, wire::Millis read_at = 1'000'000) {
  return {"what", "value", "pms", read_at, std::move(says)};
}
bool bound(const char* text, const std::vector<Fact>& facts, const char* language = "en") {
  return unbound(claims_in(text, language), facts, 1'000'000, 60'000).empty();
}

TEST(Unbound, AmountsNeedTheNumberAndTheCurrency) {
  const std::vector<Fact> facts{fact(says_money({33264, "USD"}))};
  for (const auto* text : {"USD 332.64", "332.64 dollars", "$332.64", "332,64 USD", "332.64", "US$ 332.64"})
    EXPECT_TRUE(bound(text, facts)) << text;
  for (const auto* text : {"USD 332.65", "EUR 332.64", "332.64 reais", "USD 33264", "USD 332", "332", "USD 1"})
    EXPECT_FALSE(bound(text, facts)) << text;
  EXPECT_TRUE(bound("85 pesos", {fact(says_money({8500, "ARS"}))}));
  EXPECT_FALSE(bound("85 dólares", {fact(says_money({8500, "ARS"}))}, "es"));
  EXPECT_EQ(says_money({8550, "EUR"}).front(), "amount:85.5 EUR");
  EXPECT_EQ(says_money({8505, "EUR"}).front(), "amount:85.05 EUR");
}

TEST(Unbound, ADayIsSaidInWholeOrInPart) {
  const std::vector<Fact> facts{fact(says_day(*wire::parse_iso("2027-01-15")))};  // a Friday
  for (const auto* text : {"15 Jan 2027", "January 15", "in January", "the 15th", "on Friday", "2027-01-15"})
    EXPECT_TRUE(bound(text, facts)) << text;
  for (const auto* text : {"15 Jan 2026", "January 16", "in February", "the 16th", "on Saturday", "tomorrow", "15"})
    EXPECT_FALSE(bound(text, facts)) << text;
}

TEST(Unbound, OneKindDoesNotStandForAnother) {
  const std::vector<Fact> facts{fact(says_count("night", 3)), fact({"percent:5"})};
  EXPECT_TRUE(bound("3 nights", facts));
  for (const auto* text : {"3 rooms", "3 pm", "3%", "3 dollars", "3", "three kids", "5 nights"})
    EXPECT_FALSE(bound(text, facts)) << text;
}

TEST(Unbound, OldAndFutureFactsSayNothing) {
  const auto claims = claims_in("USD 85", "en");
  const auto says = says_money({8500, "USD"});
  EXPECT_TRUE(unbound(claims, {fact(says, 1'000'000)}, 1'060'000, 60'000).empty());
  EXPECT_EQ(unbound(claims, {fact(says, 1'000'000)}, 1'060'001, 60'000).size(), 1u);
  EXPECT_EQ(unbound(claims, {fact(says, 2'000'000)}, 1'000'000, 60'000).size(), 1u);
  EXPECT_EQ(unbound(claims, {}, 0, 60'000).size(), 1u);
}

TEST(Unbound, WhatTheHouseSaysMayBeSaid) {
  const std::vector<Fact> facts{fact(says_text("La piscina abre de 9:00 a 20:00.", "es"))};
  EXPECT_TRUE(bound("De 9:00 a 20:00 puede usar la piscina", facts, "es"));
  EXPECT_FALSE(bound("De 9:00 a 21:00 puede usar la piscina", facts, "es"));
  EXPECT_FALSE(bound("De 9:00 a 20:00 puede usar el gimnasio", facts, "es"));
}

}  // namespace
}  // namespace hotel::agent
