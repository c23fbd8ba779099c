# What a preset may set, and the language settings that every target shares.
set(SAYSO_SANITIZE "" CACHE STRING "Sanitizers for every native target, as -fsanitize takes them")
option(SAYSO_FUZZ "Build the fuzz targets of tests/fuzz (clang only)" OFF)
option(SAYSO_WERROR "Treat warnings as errors" ON)
set(SAYSO_THIRD_PARTY ${CMAKE_SOURCE_DIR}/build/third_party CACHE PATH "Where scripts/setup keeps the fetched sources")
set(SAYSO_VECTORS_DIR ${CMAKE_SOURCE_DIR}/../shared/vectors CACHE PATH
    "Test vectors from elsewhere; tests that need them are skipped where the folder is missing")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)

find_program(SAYSO_CCACHE ccache)
if(SAYSO_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SAYSO_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${SAYSO_CCACHE})
endif()

if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz")
  set(CMAKE_C_FLAGS_MINSIZEREL "-Oz")
  add_compile_options(-flto)
  # C++ alone: nothing of ours throws in the browser. No definition of NDEBUG, so that CHECK and assert stay.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  add_link_options(-flto -fno-exceptions -fno-rtti)
else()
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  # Symbols for a readable stack and little more: the builds stay small.
  set(CMAKE_CXX_FLAGS_DEBUG "-Og -g1")
  set(CMAKE_C_FLAGS_DEBUG "-Og -g1")
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -D_FORTIFY_SOURCE=2 -fstack-protector-strong")
  set(CMAKE_C_FLAGS_RELEASE "-O2 -D_FORTIFY_SOURCE=2 -fstack-protector-strong")
  # What the loader has put in its place is read-only before the first line of ours runs.
  add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
  find_package(Threads REQUIRED)
endif()

if(SAYSO_SANITIZE)
  add_compile_options(-fsanitize=${SAYSO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SAYSO_SANITIZE})
endif()
if(SAYSO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
