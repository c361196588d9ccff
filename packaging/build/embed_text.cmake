# cmake -DINPUT=file -DOUTPUT=file.cpp -DSYMBOL=name -P embed_text.cmake
# Writes a translation unit that holds the file's text, so that the program needs no data file at run time.
file(READ ${INPUT} content)
string(LENGTH "${content}" length)
if(content MATCHES "\\)hotel\"")
  message(FATAL_ERROR "${INPUT} holds the end mark of the literal")
endif()
file(WRITE ${OUTPUT} "#include <string_view>\nnamespace hotel::embedded {\nextern const std::string_view ${SYMBOL};\nconst std::string_view ${SYMBOL} = R\"hotel(")
file(APPEND ${OUTPUT} "${content}")
file(APPEND ${OUTPUT} ")hotel\";\n}  // namespace hotel::embedded\n")
