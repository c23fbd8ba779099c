# sayso_library(<target> [DEPENDS <target>...] [LINK <package target>...] [WASM_ONLY])
#
# One static library from the *.cpp of the calling folder; a folder of headers alone becomes an INTERFACE library.
# DEPENDS are our own targets (the arrows of docs/layers.md), LINK the packages of cmake/packages.cmake.
function(sayso_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "WASM_ONLY" "" "DEPENDS;LINK")
  if(arg_WASM_ONLY AND NOT EMSCRIPTEN)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${arg_DEPENDS} ${arg_LINK})
    sayso_warn(${target})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} INTERFACE ${arg_DEPENDS} ${arg_LINK})
  endif()
endfunction()

# Adds every folder below the given parts that says how it is built; one that is not there yet is no error.
function(sayso_add_folders)
  foreach(part ${ARGN})
    file(GLOB lists CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${part}/*/CMakeLists.txt
         ${CMAKE_SOURCE_DIR}/${part}/*/*/CMakeLists.txt)
    foreach(list ${lists})
      cmake_path(GET list PARENT_PATH folder)
      add_subdirectory(${folder})
    endforeach()
  endforeach()
endfunction()
