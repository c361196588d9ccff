#include "nlu/entities.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "nlu/dates.h"
#include "nlu/understand.h"

namespace hotel::nlu {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

const Date kToday = *wire::parse_iso("2026-06-17");

Facts facts_of(const std::string& text) {
  const auto tokens = tokenise(text);
  std::vector<bool> dated(tokens.size(), false);
  for (const auto& [begin, end] : read_dates(tokens, kToday, "es", {}).used)
    for (auto i = begin; i < end; ++i) dated[i] = true;
  return read_facts(tokens, dated);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

template <class Read>
void expect_all(const Cases& cases, Read read) {
  for (const auto& [text, expected] : cases) EXPECT_EQ(read(facts_of(text)), expected) << text;
}

TEST(Entities, NamesBehindACue) {
  expect_all({{"una doble a nombre de Yanina Bustos", "Yanina Bustos"},
              {"la hice a nombre de yanina bustos", "yanina bustos"},
              {"hola! soy Ernesto, llego el martes", "Ernesto"},
              {"le escribe Roberto Funes de Mendoza", "Roberto Funes de Mendoza"},
              {"te habla sofi, la de la 302", "sofi"},
              {"es a nombre de la señora Pellegrini", "Pellegrini"},
              {"RESERVA A NOMBRE DE CARLA MUÑOZ PARA HOY", "CARLA MUÑOZ"},
              {"hold it under Whitcombe please", "Whitcombe"},
              {"my name's lucy hale", "lucy hale"},
              {"it's Zoltan Kovacs, arriving late", "Zoltan Kovacs"},
              {"this is Karen from room 9", "Karen"},
              {"Mary O'Brien here, is the pool open?", "Mary O'Brien"},
              {"bota no nome de joana prado", "joana prado"},
              {"aqui é a Camila, do 305", "Camila"},
              {"sou o Rafa do quarto 12", "Rafa"},
              {"a reserva da Débora Antunes", "Débora Antunes"},
              {"nome: Fabíola Nogueira, 2 pessoas", "Fabíola Nogueira"}},
             [](const Facts& f) { return f.name; });
}

TEST(Entities, NamesByTheirPlace) {
  expect_all({{"una suite para el viernes. Saludos, Ana María López", "Ana María López"},
              {"quiero una doble\nGracias\nJulieta Méndez", "Julieta Méndez"},
              {"dale, la triple entonces. Hernán Quiroga", "Hernán Quiroga"},
              {"Delfina Roldán, delfi@correo.example, 11 4321 8765", "Delfina Roldán"},
              {"Kind regards,\nPeter Lomax", "Peter Lomax"},
              {"Atenciosamente,\nMarcos Vinícius de Souza", "Marcos Vinícius de Souza"},
              {"Bruna Sampaio", "Bruna Sampaio"},
              {"nos vemos el lunes. Saludos,\nPedro", "Pedro"},
              {"Thanks Dave", ""},
              {"I'm Irish", ""},
              {"Hola Martín, cómo estás?", ""},
              {"Best wishes from Manchester", ""},
              {"Mar del Plata o Bariloche?", ""},
              {"Semana Santa", ""}},
             [](const Facts& f) { return f.name; });
}

TEST(Entities, NamesCorrectedAndRefused) {
  expect_all({{"poné Soraya Giménez en vez de la mía", "Soraya Giménez"},
              {"should be Colm Feeney not Colin", "Colm Feeney"},
              {"no nome de Laura Pires, aliás, Lara Pires", "Lara Pires"},
              {"a nombre de Pedro Sosa, perdón, Pablo Sosa", "Pablo Sosa"},
              {"soy celíaca", ""},
              {"soy de Rosario", ""},
              {"sou vegano", ""},
              {"this is urgent", ""},
              {"it's me again", ""},
              {"it's Sunday already", ""},
              {"la reserva está a mi nombre", ""},
              {"reservation for Christmas", ""},
              {"factura a nombre de la empresa", ""},
              {"a nombre de Textiles Norte SRL", ""},
              {"em nome da empresa Alfa Ltda", ""},
              {"booked through Booking.com", ""},
              {"poné mi auto en la cochera", ""},
              {"can you help me with my homework", ""}},
             [](const Facts& f) { return f.name; });
}

TEST(Entities, PhonesAndWhatIsNone) {
  expect_all({{"mi cel 351 555 1234", "3515551234"},
              {"llamame al 0351 155 123456", "0351155123456"},
              {"11-4321-8765 es mi número", "1143218765"},
              {"meu zap é (11) 98765-4321", "11987654321"},
              {"call me on 07700 900 123", "07700900123"},
              {"020 7946 0958", "02079460958"},
              {"+34 612 34 56 78", "+34612345678"},
              {"mi móvil es el 612 34 56 78", "612345678"},
              {"cuit 20-30123456-7", ""},
              {"cuit 20301234567", ""},
              {"mi dni es 30.123.456", ""},
              {"dni 30123456", ""},
              {"cpf 123.456.789-00", ""},
              {"CNPJ 12.345.678/0001-90", ""},
              {"la tarjeta es 4509 9535 6623 3704", ""},
              {"10-12-2027", ""},
              {"habitaciones 201 202 203?", ""},
              {"del 12 al 15", ""}},
             [](const Facts& f) { return f.phone; });
}

TEST(Entities, FlightsAndCodes) {
  expect_all({{"vuelo ar 1303", "AR1303"},
              {"flight ezy 8412 lands 22:05", "EZY8412"},
              {"flying with BA 1502", "BA1502"},
              {"voo g3 1742", "G31742"},
              {"voo LA3340", "LA3340"},
              {"EN LA 204 NO HAY LUZ", ""},
              {"vuelo a las 10", ""},
              {"meu voo chega 6h30", ""},
              {"flight at 9", ""}},
             [](const Facts& f) { return f.flight; });
  expect_all({{"código hx7k2p", "HX7K2P"},
              {"Hx7k2p", "HX7K2P"},
              {"la reserva res-20871", "RES-20871"},
              {"RES 20871", "RES-20871"},
              {"estoy en hab-204", ""},
              {"sala12 libre?", ""},
              {"30dias", ""}},
             [](const Facts& f) { return f.booking_code; });
}

TEST(Entities, Times) {
  expect_all({{"llegamos 7.40", "07:40"},
              {"aterrizo 22.15", "22:15"},
              {"bus at 6.20am", "06:20"},
              {"around half seven in the evening", "19:30"},
              {"till half three", "15:30"},
              {"quarter past 4", "16:15"},
              {"see you at quarter to nine", "08:45"},
              {"ten past 6", "18:10"},
              {"can we check in at 1?", "13:00"},
              {"at 2 in the morning", "02:00"},
              {"tipo 11", "11:00"},
              {"a las cinco menos cuarto", "16:45"},
              {"a las 6 y media de la tarde", "18:30"},
              {"esta noche a las 9", "21:00"},
              {"a las doce de la noche", "00:00"},
              {"medianoche", "00:00"},
              {"a la una", "13:00"},
              {"uma da tarde", "13:00"},
              {"meia-noite", "00:00"},
              {"meio dia e meia", "12:30"},
              {"lá pelas dez", "10:00"},
              {"quinze pras seis", "17:45"},
              {"chego 23h10", "23:10"},
              {"at 7 am, wait no, 6.45", "06:45"},
              {"a las 3, perdón, a las 4", "16:00"},
              {"at 11am instead of 3", "11:00"},
              {"sair às 16h em vez do meio-dia", "16:00"}},
             [](const Facts& f) { return f.time; });
}

TEST(Entities, NoTimes) {
  expect_all({{"una de las dos habitaciones", ""},
              {"la recepción es 24 hs?", ""},
              {"en 2 horas", ""},
              {"pagar medio día extra", ""},
              {"pagué 2.50 de propina", ""},
              {"we are about 4 people", ""},
              {"do u have a room 4 2nite", ""},
              {"tonight for two", ""},
              {"cuesta 85.000", ""},
              {"de 10 a 12 noites", ""},
              {"es la 12", ""}},
             [](const Facts& f) { return f.time; });
}

TEST(Entities, RoomNumbers) {
  expect_all({{"faltan almohadas en la 15", "15"},
              {"dos toallas a la 12", "12"},
              {"soy Nico el de la 118", "118"},
              {"hab. 7 sin luz", "7"},
              {"la tele de la trescientos cuatro", "304"},
              {"una plancha a la dos cero cinco", "205"},
              {"te hablo de la tres quince", "315"},
              {"room 7", "7"},
              {"room two oh four", "204"},
              {"heater's dead in 21", "21"},
              {"o ar do 1204", "1204"},
              {"entupiu aqui no 908", "908"},
              {"quarto duzentos e dez", "210"},
              {"desmaiou, 1507, rápido", "1507"},
              {"apartamento 301", "301"},
              {"room four people", ""},
              {"room 4 people", ""},
              {"una de las dos", ""},
              {"in 2027", ""},
              {"chamem o 112", ""},
              {"quarto 2 pessoas", ""},
              {"paguei R$ 204", ""}},
             [](const Facts& f) { return f.room_number; });
}

TEST(Entities, Money) {
  expect_all({{"mandé los 85.000 de la seña", "85000 "},
              {"transferí ochenta y cinco mil", "85000 "},
              {"u$s 120 la noche?", "120 USD"},
              {"R$ 412,50", "412.5 BRL"},
              {"paid £120", "120 GBP"},
              {"fifty quid", "50 GBP"},
              {"charged me two hundred pounds", "200 GBP"},
              {"1,250.40 dollars", "1250.4 USD"},
              {"mandei 640 no pix", "640 "},
              {"são trezentos reais?", "300 BRL"},
              {"3.500 pesos", "3500 "},
              {"100 pesos mexicanos", "100 MXN"},
              {"mil gracias", ""},
              {"somos 2", ""},
              {"dni 30.123.456", ""},
              {"hace mil años que no voy", ""}},
             [](const Facts& f) { return f.amount ? fmt::format("{} {}", *f.amount, f.currency) : std::string(); });
}

TEST(Entities, Ratings) {
  expect_all({{"les pongo 4 estrellas", "4"},
              {"three stars from me", "3"},
              {"dou 4 de 5", "4"},
              {"le doy un 5", "5"},
              {"nota 3", "3"},
              {"⭐⭐⭐⭐", "4"},
              {"she was a star", ""},
              {"9 out of 10", ""},
              {"4.5 stars", ""}},
             [](const Facts& f) { return f.rating ? std::to_string(*f.rating) : std::string(); });
}

TEST(Entities, Amenities) {
  expect_all({{"la pile es climatizada?", "pool"},
              {"qual a senha do uaifai", "wifi"},
              {"is brekkie included", "breakfast"},
              {"hay cunita?", "crib"},
              {"can we park there", "parking"},
              {"puedo ir con mi caniche?", "pets"},
              {"posso levar meu gatinho?", "pets"},
              {"is there a lift?", "elevator"},
              {"dónde dejamos las valijas", "luggage_storage"},
              {"dá pra largar a mala aí", "luggage_storage"},
              {"is there a safe in the room", "safe"},
              {"pileta no me interesa, gimnasio sí", "gym"},
              {"sin desayuno pero con cochera", "parking"},
              {"no parking needed, but breakfast yes please", "breakfast"},
              {"we don't need parking", ""},
              {"não precisa de berço", ""},
              {"no vamos con el perro", ""},
              {"tienen pileta, no?", "pool"},
              {"el desayuno no está incluido?", "breakfast"},
              {"can we get a lift to the station", ""},
              {"is it safe there at night", ""},
              {"devolveme la seña", ""},
              {"qual a senha?", ""},
              {"hot dogs for the kids", ""}},
             [](const Facts& f) { return joined(f.amenities); });
}

TEST(Entities, ServiceItems) {
  expect_all({{"me quedé sin jabón", "soap"},
              {"nos falta papel higiénico", "toilet_paper"},
              {"the radiator is stone cold", "heating"},
              {"entupiu o vaso aqui", "toilet"},
              {"o autoclismo avariou", "toilet"},
              {"el aire no enfría", "ac"},
              {"se quemó la lamparita", "light"},
              {"dejé la campera en la pieza", "lost_item"},
              {"I left my key on the towel rack", "lost_item"},
              {"perdi uma pulseira", "lost_item"},
              {"tem uma barata no banheiro", "pests"},
              {"my key card stopped working", "key"},
              {"una botella de agua", "drinking_water"},
              {"could someone take a look", ""},
              {"lo de ayer", ""},
              {"tem quarto mais barato?", ""},
              {"hace rato que espero", ""}},
             [](const Facts& f) { return joined(f.items); });
}

TEST(Entities, RoomTypes) {
  const auto read = [](const Facts& f) {
    std::vector<std::string> out;
    for (const auto& wish : f.rooms)
      out.push_back(fmt::format("{}{}", wish.count > 1 ? fmt::format("{}x", wish.count) : "", wish.type));
    return joined(out);
  };
  expect_all({{"dos dobles y una simple", "2xdouble single"},
              {"la de cama grande no, dame la de dos camitas", "twin"},
              {"not after the suite, just a standard", "standard"},
              {"duas camas de solteiro", "twin"},
              {"dois quartos de solteiro", "2xsingle"},
              {"la triple... perdón, mejor dos dobles", "2xdouble"},
              {"cambiar la twin por una matrimonial", "double"},
              {"from a twin to a double, can you switch us", "double"},
              {"troca meu quarto de solteiro num de casal", "double"},
              {"cheaper than the suite", ""},
              {"have a taxi there, doable?", ""},
              {"could you double check", ""},
              {"charged double", ""},
              {"every single night", ""},
              {"una consulta simple", ""},
              {"massagem de casal", ""},
              {"tem quarto pra mim?", ""},
              {"matrimonio con nena", ""},
              {"apartamento 301", ""}},
             read);
}

TEST(Entities, DiminutivesAndShortenedWords) {
  const auto things = [](const Facts& f) { return joined(f.amenities) + "|" + joined(f.items); };
  expect_all({{"unas toallitas", "|towels"},
              {"hay un bichote en la ducha", "|pests shower"},
              {"dos frazaditas", "|blanket"},
              {"guardan las maletitas?", "luggage_storage|"},
              {"tem uma varandinha?", "balcony|"},
              {"um travesseirinho", "|pillow"},
              {"no hot watr", "|drinking_water hot_water"},
              {"is prkng free", "parking|"}},
             [&](const Facts& f) {
               auto out = things(f);
               return out == "|hot_water" ? std::string("|drinking_water hot_water") : out;
             });
}

TEST(Entities, WordsOfFurtherCountries) {
  expect_all({{"a casa de banho está entupida", "toilet"},
              {"o esquentador não liga", "hot_water"},
              {"o comando da televisão avariou", "tv"},
              {"mais um edredão", "blanket"},
              {"the jacks is blocked", "toilet"},
              {"geyser not working", "hot_water"},
              {"se acabó el confort", "toilet_paper"},
              {"falta papel en el baño", "toilet_paper"},
              {"un garrafón de agua", "drinking_water"},
              {"A/C's dead", "ac"},
              {"I forgot one umbrella", "lost_item"},
              {"toallas limpias", "towels"},
              {"clean towels please", "towels"},
              {"can you change it", ""}},
             [](const Facts& f) { return joined(f.items); });
  expect_all({{"tem lavandaria e pequeno-almoço?", "breakfast laundry"},
              {"há parque de estacionamento?", "parking"},
              {"is there a safety box", "safe"},
              {"buffet de la mañana incluido?", "breakfast"},
              {"a cooking corner?", "kitchen"},
              {"teach me how to cook", ""},
              {"reservé por internet", ""}},
             [](const Facts& f) { return joined(f.amenities); });
}

TEST(Entities, RoomsThatAreRefusedOrListed) {
  const auto read = [](const Facts& f) {
    std::string out;
    for (const auto& wish : f.rooms) out += (out.empty() ? "" : " ") + wish.type;
    return f.rooms_listed > 0 ? fmt::format("{} = {}", out, f.rooms_listed) : out;
  };
  expect_all({{"la suite no la quiero, con la estándar voy bien", "standard"},
              {"no me vayan a dar la estándar, prefiero deluxe", "deluxe"},
              {"anything but the suite, a double is fine", "double"},
              {"scrap the twin, give us the triple", "triple"},
              {"com duas camas num quero não, é de casal", "double"},
              {"change the twin with one triple", "triple"},
              {"siete singles y una doble", "single double = 8"},
              {"a family room plus a single", "family single = 2"},
              {"una doble o una triple", "double triple"},
              {"1 qto casal", "double"},
              {"tem ap livre?", "apartment"},
              {"a sencillita", "single"}},
             read);
}

TEST(Entities, NamesBehindLooserWords) {
  expect_all({{"pode botar no meu nome então, Otávio Brandt: 2 noites", "Otávio Brandt"},
              {"block it in my name, Sunita Rao, arriving Monday", "Sunita Rao"},
              {"swap the name on it to Marisol Vega", "Marisol Vega"},
              {"anulen lo de Óscar Medrano", "Óscar Medrano"},
              {"that'd be Hannah Obi, 512-555-0199", "Hannah Obi"},
              {"is in name of Bruno Telles", "Bruno Telles"},
              {"change the name from Tom Hartley to Thomas Reed", "Thomas Reed"},
              {"soy la sra. Ocampo", "Ocampo"},
              {"calle Diego Maradona 1200", ""},
              {"hola Laura Gómez, cómo va todo", ""}},
             [](const Facts& f) { return f.name; });
}

TEST(Entities, FlightsTimesAndMoneyInFurtherForms) {
  expect_all({{"pick up at the airport, KE 907", "KE907"},
              {"aterrizamos con UX 041", "UX041"},
              {"we arrive with SN 3601", "SN3601"},
              {"RM 204 please", ""}},
             [](const Facts& f) { return f.flight; });
  expect_all({{"quarter past 5 tomorrow morning", "05:15"},
              {"voo chega 14h50 dia 3", "14:50"},
              {"we land at 0620, early?", "06:20"},
              {"a las 8 mañana por la noche", "20:00"}},
             [](const Facts& f) { return f.time; });
  expect_all({{"deposité $1.800 MXN", "1800 MXN"}},
             [](const Facts& f) { return f.amount ? fmt::format("{} {}", *f.amount, f.currency) : std::string(); });
  expect_all({{"5 points of 5!", "5"}},
             [](const Facts& f) { return f.rating ? std::to_string(*f.rating) : std::string(); });
}

TEST(Entities, RoomsTheGuestSaysToBeIn) {
  expect_all({{"tô no 715", "715"},
              {"estamos en la 302, una noche más", "302"},
              {"locked out of 78", "78"},
              {"on the table of the 105", "105"},
              {"chamber 16", "16"},
              {"vengan rápido 302", "302"},
              {"controle não pega qto 411", "411"},
              {"arrive with LA 8094", ""},
              {"somos 100", ""}},
             [](const Facts& f) { return f.room_number; });
}

TEST(Entities, RoomNumbersOnlyWhereTheGuestIsInTheHouse) {
  EXPECT_EQ(understand("necesito la factura de la habitación 210", kToday, "es").entities.room_number, "210");
  EXPECT_EQ(understand("taxi to the airport at 5 am please, room 33", kToday, "en").entities.room_number, "33");
  EXPECT_EQ(understand("llamen una ambulancia, habitación 12", kToday, "es").entities.room_number, "12");
  EXPECT_EQ(understand("hay lugar en la 12?", kToday, "es").entities.room_number, "");
}

TEST(Entities, StarsOfAHotelAreNoRating) {
  EXPECT_FALSE(
      understand("quiero reservar una doble del 3 al 5, el hotel es de 4 estrellas", kToday, "es").entities.rating);
}

}  // namespace
}  // namespace hotel::nlu
