# Sources that are compiled, not linked. scripts/setup fetches them into SAYSO_THIRD_PARTY, checked by their sums.

# Compiles the given files as one library without our warnings and without recovery from theirs.
function(sayso_third_party name root)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;INCLUDE;DEFINE")
  list(TRANSFORM arg_SOURCES PREPEND ${root}/)
  add_library(third_party_${name} STATIC EXCLUDE_FROM_ALL ${arg_SOURCES})
  target_include_directories(third_party_${name} SYSTEM PUBLIC ${arg_INCLUDE})
  target_compile_definitions(third_party_${name} PUBLIC ${arg_DEFINE})
  target_compile_options(third_party_${name} PRIVATE -w)
  sayso_package(${name} third_party_${name})
endfunction()

# QR codes: Nayuki's generator in C, which needs neither exceptions nor memory from the heap.
if(EXISTS ${SAYSO_THIRD_PARTY}/qrcodegen/c/qrcodegen.c)
  sayso_third_party(qr ${SAYSO_THIRD_PARTY}/qrcodegen/c SOURCES qrcodegen.c INCLUDE ${SAYSO_THIRD_PARTY}/qrcodegen/c)
  if(EMSCRIPTEN)
    target_compile_definitions(third_party_qr PRIVATE NDEBUG)  # as third_party/imgui_wasm.h does
  endif()
else()
  sayso_package(qr)
endif()

# Dear ImGui. Natively without a backend: enough to measure and to draw into lists in tests.
if(EXISTS ${SAYSO_THIRD_PARTY}/imgui/imgui.cpp)
  set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
  if(EMSCRIPTEN)
    list(APPEND imgui_sources backends/imgui_impl_opengl3.cpp)
  endif()
  sayso_third_party(imgui ${SAYSO_THIRD_PARTY}/imgui
    SOURCES ${imgui_sources}
    INCLUDE ${SAYSO_THIRD_PARTY}/imgui ${SAYSO_THIRD_PARTY}/imgui/backends
    DEFINE IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_FILE_FUNCTIONS
           IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
  if(EMSCRIPTEN)
    target_compile_definitions(third_party_imgui PUBLIC IMGUI_IMPL_OPENGL_ES3
      IMGUI_USER_CONFIG="${CMAKE_SOURCE_DIR}/third_party/imgui_wasm.h")
  endif()
else()
  sayso_package(imgui)
endif()

if(EMSCRIPTEN)
  include(sodium_wasm)
endif()
