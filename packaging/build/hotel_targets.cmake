# The one way to make a target of this project: warnings as errors, sanitizer, precompiled header, alias Hotel::X.

add_library(hotel_flags INTERFACE)
target_compile_options(hotel_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
                       -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
# ccache may give back a precompiled header that was made before a system header was touched (same content, other time); clang
# would refuse it. The content is what ccache compares, so the time need not be.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(hotel_flags INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
if(HOTEL_SANITIZER STREQUAL "address")
  target_compile_options(hotel_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(hotel_flags INTERFACE -fsanitize=address,undefined)
elseif(HOTEL_SANITIZER STREQUAL "thread")
  target_compile_options(hotel_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(hotel_flags INTERFACE -fsanitize=thread)
elseif(HOTEL_SANITIZER)
  message(FATAL_ERROR "HOTEL_SANITIZER is '${HOTEL_SANITIZER}'; right would be empty, address or thread.")
endif()

# hotel_library(NAME SOURCES … [PUBLIC libs…] [PRIVATE libs…] [PCH header])
# Makes the static library hotel_NAME with the alias Hotel::NAME. Headers are included by their path below
# daemon/, shared/ or gui/ ("base/clock.h", "wire/message.h").
function(hotel_library name)
  cmake_parse_arguments(arg "" "PCH" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(hotel_${name} STATIC ${arg_SOURCES})
  add_library(Hotel::${name} ALIAS hotel_${name})
  target_include_directories(hotel_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/..)
  target_link_libraries(hotel_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} hotel_flags)
  if(arg_PCH)
    target_precompile_headers(hotel_${name} PRIVATE ${arg_PCH})
  endif()
endfunction()

# hotel_program(NAME SOURCES … LIBS …)
function(hotel_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBS} hotel_flags)
endfunction()

# hotel_test(NAME LABEL unit|contract|functional|gui SOURCES … LIBS … [TIMEOUT seconds] [PCH header])
# One googletest program per library; each of its test cases is a ctest entry of its own program run.
function(hotel_test name)
  cmake_parse_arguments(arg "" "LABEL;TIMEOUT;PCH" "SOURCES;LIBS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBS} GTest::gtest GTest::gmock GTest::gtest_main hotel_flags)
  target_compile_definitions(${name} PRIVATE HOTEL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests")
  if(arg_PCH)
    target_precompile_headers(${name} PRIVATE ${arg_PCH})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/sanitizers/leaks.supp")
endfunction()

# hotel_qt_test(NAME LABEL gui SOURCES … LIBS … [TIMEOUT seconds])
# A QtTest program (its own main). Runs without a display, with a home of its own below the build folder, in UTC and plain C.
function(hotel_qt_test name)
  cmake_parse_arguments(arg "" "LABEL;TIMEOUT" "SOURCES;LIBS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE ${arg_LIBS} Qt6::Test hotel_flags)
  target_compile_definitions(${name} PRIVATE HOTEL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests")
  set(home ${CMAKE_BINARY_DIR}/test-home/${name})
  file(MAKE_DIRECTORY ${home}/config ${home}/data ${home}/cache ${home}/state ${home}/runtime ${home}/tmp)
  file(CHMOD ${home}/runtime PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT} ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;XDG_STATE_HOME=${home}/state;XDG_RUNTIME_DIR=${home}/runtime;TMPDIR=${home}/tmp;TZ=UTC;LANG=C.UTF-8;LC_ALL=C.UTF-8;QT_SCALE_FACTOR=1;QT_STYLE_OVERRIDE=Fusion;QT_LINUX_ACCESSIBILITY_ALWAYS_ON=0;NO_AT_BRIDGE=1")
endfunction()
