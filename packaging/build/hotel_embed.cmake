# hotel_embed(OUT_VAR file…): compiles text files in. Each becomes `hotel::embedded::<folder>_<stem>` (std::string_view).
set(HOTEL_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_text.cmake)
function(hotel_embed out)
  set(units)
  foreach(file ${ARGN})
    get_filename_component(stem ${file} NAME_WE)
    get_filename_component(folder ${file} DIRECTORY)
    get_filename_component(folder ${folder} NAME)
    set(unit ${CMAKE_CURRENT_BINARY_DIR}/embedded_${folder}_${stem}.cpp)
    add_custom_command(OUTPUT ${unit}
      COMMAND ${CMAKE_COMMAND} -DINPUT=${file} -DOUTPUT=${unit} -DSYMBOL=${folder}_${stem} -P ${HOTEL_EMBED_SCRIPT}
      DEPENDS ${file} ${HOTEL_EMBED_SCRIPT} VERBATIM)
    list(APPEND units ${unit})
  endforeach()
  set(${out} ${units} PARENT_SCOPE)
endfunction()
