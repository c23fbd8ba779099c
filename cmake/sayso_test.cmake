# Tests mirror the source tree: tests/<part>/<folder>/*.cpp becomes test_<part>_<folder>, linked with <part>_<folder>.
# A folder with a CMakeLists.txt of its own says there what it links: sayso_test(<target> LINK <target>...).
enable_testing()

add_library(test_main OBJECT EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
target_link_libraries(test_main PUBLIC sayso::doctest)
target_include_directories(test_main PUBLIC ${CMAKE_SOURCE_DIR})
target_compile_definitions(test_main PUBLIC
  SAYSO_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
  SAYSO_VECTORS_DIR="${SAYSO_VECTORS_DIR}")
if(EMSCRIPTEN)
  target_compile_definitions(test_main PUBLIC DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
    DOCTEST_CONFIG_NO_POSIX_SIGNALS DOCTEST_CONFIG_NO_MULTITHREADING)
endif()

# sayso_test(<target> LINK <target>... [SOURCES <file>...]): a doctest program from the *.cpp of the calling folder.
function(sayso_test target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;SOURCES")
  if(NOT arg_SOURCES)
    file(GLOB arg_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  if(NOT arg_SOURCES)
    return()
  endif()
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE test_main ${arg_LINK})
  sayso_warn(${target})
  # The arithmetic of expected values is not worth a cast each.
  target_compile_options(${target} PRIVATE -Wno-sign-conversion -Wno-conversion)
  add_test(NAME ${target} COMMAND ${target})
  set_property(GLOBAL APPEND PROPERTY sayso_tests ${target})
endfunction()

# For the browser's side, one program holds the tests of all of shared/: linking is what takes the time there.
function(sayso_add_wasm_tests)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/shared/*/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_property\\.cpp$")  # rapidcheck is native alone
  file(GLOB libraries ${CMAKE_SOURCE_DIR}/shared/*/CMakeLists.txt)
  if(NOT sources)
    return()
  endif()
  foreach(list ${libraries})
    cmake_path(GET list PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    list(APPEND targets shared_${name})
  endforeach()
  # What Emscripten writes for Node is CommonJS; the repository's own JavaScript is modules.
  file(WRITE ${CMAKE_BINARY_DIR}/package.json "{ \"type\": \"commonjs\" }\n")
  sayso_test(test_shared_wasm SOURCES ${sources} LINK shared_components_paint shared_components_examples ${targets})
  # The glue of Emscripten 3.1.6 cannot fetch a .wasm of its own under newer Node: one file holds both.
  target_link_options(test_shared_wasm PRIVATE -sENVIRONMENT=node -sSINGLE_FILE=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1
    -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1048576)
endfunction()

# Tells scripts/test which programs there are.
function(sayso_list_tests)
  get_property(tests GLOBAL PROPERTY sayso_tests)
  set(lines "")
  foreach(test ${tests})
    string(APPEND lines "$<TARGET_FILE:${test}>\n")
  endforeach()
  file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/tests.txt CONTENT "${lines}")
endfunction()

function(sayso_add_tests)
  if(NOT EXISTS ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
    return()
  endif()
  if(EMSCRIPTEN)
    sayso_add_wasm_tests()
    add_subdirectory(${CMAKE_SOURCE_DIR}/tests/browser/mirror)
    return()
  endif()
  file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/tests/shared/*
       ${CMAKE_SOURCE_DIR}/tests/client/* ${CMAKE_SOURCE_DIR}/tests/server/* ${CMAKE_SOURCE_DIR}/tests/server/storage/*)
  foreach(folder ${folders})
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/tests OUTPUT_VARIABLE name)
    string(REPLACE "/" "_" name ${name})
    if(EXISTS ${folder}/CMakeLists.txt)
      add_subdirectory(${folder})
    elseif(IS_DIRECTORY ${folder} AND TARGET ${name})
      file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
      if(sources)
        sayso_test(test_${name} SOURCES ${sources} LINK ${name})
      endif()
    endif()
  endforeach()
  foreach(extra contract journey property vectors fuzz bench power tools/crash)
    if(EXISTS ${CMAKE_SOURCE_DIR}/tests/${extra}/CMakeLists.txt)
      add_subdirectory(${CMAKE_SOURCE_DIR}/tests/${extra})
    endif()
  endforeach()
endfunction()
