# Debian's Emscripten, found wherever emcc is installed.
find_program(SAYSO_EMCC emcc REQUIRED)
file(REAL_PATH ${SAYSO_EMCC} emcc_real)
cmake_path(GET emcc_real PARENT_PATH emscripten_root)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Where Node comes from elsewhere than Debian it does not look among Debian's modules, and linking needs one of them.
set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
