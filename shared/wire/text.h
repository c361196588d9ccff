// Folding of text for search and comparison, the same in daemon and console.
#pragma once

#include <string>
#include <string_view>

namespace hotel::wire {

// Lower case without accents and compatibility forms (Unicode NFKD, marks dropped, case folded): «Habitación» ->
// «habitacion».
std::string fold(std::string_view utf8);

}  // namespace hotel::wire
