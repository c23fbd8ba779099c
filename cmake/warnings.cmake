# The warnings that our own code is held to. Third-party code is compiled without them.
set(sayso_warnings -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
                   -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wimplicit-fallthrough -Wundef)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND sayso_warnings -Wduplicated-cond -Wlogical-op)
endif()
if(SAYSO_WERROR)
  list(APPEND sayso_warnings -Werror)
  # GCC's guesses after inlining, which differ from release to release and are seldom right: seen, not fatal.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    list(APPEND sayso_warnings -Wno-error=maybe-uninitialized -Wno-error=stringop-overflow -Wno-error=array-bounds
         -Wno-error=stringop-overread -Wno-dangling-reference -Wno-error=restrict -Wno-error=free-nonheap-object)
  endif()
endif()
if(EMSCRIPTEN)
  # EM_JS and EM_ASM expand to the others; sign-conversion is GCC's to judge, for clang counts char to
  # unsigned char.
  list(APPEND sayso_warnings -Wno-sign-conversion -Wno-dollar-in-identifier-extension -Wno-gnu-zero-variadic-macro-arguments
       -Wno-old-style-cast)
endif()

function(sayso_warn target)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:${sayso_warnings}>)
  # What the same guesses say of optimised code is noise to somebody who only wants to run it.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE
      $<$<CONFIG:Release>:-Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict>)
  endif()
endfunction()
