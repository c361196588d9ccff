#include "nlu/name_cues.h"

#include <initializer_list>

namespace hotel::nlu {

const std::vector<NameCue>& name_cues() {
  static const std::vector<NameCue> kCues = [] {
    std::vector<NameCue> out;
    const auto add = [&out](Trust trust, std::initializer_list<std::string_view> patterns) {
      for (const auto p : patterns) out.push_back({trust, parse_cue("name", 0, p)});
    };
    add(Trust::kStrong, {"~comprar|factura|boleta|ticket a nombre de|d|del",
                         "em nome de|d|da|do",
                         "no nome de|d|da|do",
                         "under the? name of?",
                         "in|on|at|to name of",
                         "on|at|to the name of",
                         "a name de|of",
                         "in the name of",
                         "my name",
                         "my name is",
                         "the? name is|was",
                         "names",
                         "me llamo",
                         "me chamo",
                         "mi nombre es",
                         "meu nome e|eh?",
                         "nombre|nome|name on|of|in the? reservation|booking is",
                         "nombre y apellido",
                         "nome completo",
                         "full name",
                         "my|the? surname|lastname is",
                         "last name is",
                         "apellido es",
                         "sobrenome|apelido e",
                         "nombre completo",
                         "nombre del? titular|huesped|pasajero"});
    add(Trust::kCapital,
        {"name",
         "surname|lastname|apellido|sobrenome|apelido",
         "last name",
         "nombre",
         "nome",
         "titular",
         "huesped|hospede|guest|passenger|pasajero|passageiro",
         "under",
         "booked|reserved|made|stayed by|under",
         "soy el|la?",
         "sou o|a?",
         "this is",
         "its me?",
         "reserva|booking es|e|is de|d|da|do|of",
         "it is",
         "im",
         "i am",
         "aqui|aca|aki e|es|o|a|la|el?",
         "habla|fala|falando|hablando|le|te habla?",
         "quem fala e",
         "me|te|les|le escribe",
         "reserva|estadia|habitacion de|d|da|do|del",
         "reserva da|do sr|sra|senhor|senhora?",
         "booking|reservation|room for|of|under",
         "soy|sou|for|para|de|do|da|under|is|jefe|boss la|el|o|a? sra|sr|senora|senor|mr|mrs|ms|senhor|senhora",
         "figura|figuro|registrada|registrado como",
         "family|familia",
         "firma|firmado|signed|sds|att"});
    add(Trust::kFull,
        {"poner|pone|ponelo|ponela|pon|ponme|ponga|pongan|ponle|put|bota|coloca|poe|por", "should|shud|shld|must be",
         "deberia|debe decir|ser|figurar", "name|nombre|nome to|a|por|para",
         "name|nombre|nome on|of|in|en|de|del|da|do|that .. to|a|por|para", "~con|with|com lo|la|el|o|a de|do|da",
         "factura|boleta|ticket|fatura|recibo a|em|en nombre|nome de|d|del|do|da", "thatd|itd|that|it would? be",
         "thats|thatll be?", "se trata de", "quedaria|quede|fica|ficaria a?", "correcto|correct|certo|right is|es|e",
         "cambialo|cambiala|change|correct it? to|a|por|para", "is actually|really", "en realidad es", "na verdade e",
         "es|is|e|spelt|spelled", "para|for|p"});
    return out;
  }();
  return kCues;
}

}  // namespace hotel::nlu
