# hotel_embed_binary(OUT_VAR FILE SYMBOL): compiles any file in as `hotel::embedded::SYMBOL()` (std::string_view).
function(hotel_embed_binary out file symbol)
  set(unit ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  file(CONFIGURE OUTPUT ${unit} @ONLY CONTENT [[
#include <string_view>
asm(".section .rodata,\"a\"\n.balign 16\n.local hotel_@symbol@_begin\nhotel_@symbol@_begin:\n.incbin \"@file@\"\n"
    ".local hotel_@symbol@_end\nhotel_@symbol@_end:\n.byte 0\n.previous\n");
extern "C" const char hotel_@symbol@_begin[], hotel_@symbol@_end[];
namespace hotel::embedded {
std::string_view @symbol@() {
  return {hotel_@symbol@_begin, static_cast<std::size_t>(hotel_@symbol@_end - hotel_@symbol@_begin)};
}
}  // namespace hotel::embedded
]])
  set_source_files_properties(${unit} PROPERTIES OBJECT_DEPENDS ${file})
  set(${out} ${unit} PARENT_SCOPE)
endfunction()
