# build/<preset>/www: what the server serves. The client, its JavaScript, styles, icons, fonts, words, notices, each with
# its compressed forms beside it, and the licences of everything inside.
set(www ${CMAKE_BINARY_DIR}/www)
file(GLOB_RECURSE web_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/client/web/*.js ${CMAKE_SOURCE_DIR}/client/web/*.html
     ${CMAKE_SOURCE_DIR}/client/web/*.txt ${CMAKE_SOURCE_DIR}/client/web/*.webmanifest ${CMAKE_SOURCE_DIR}/assets/*
     ${CMAKE_SOURCE_DIR}/shared/components/*.css)

add_custom_command(
  OUTPUT ${www}/.complete
  COMMAND /usr/bin/python3 ${CMAKE_SOURCE_DIR}/scripts/lib/make_web_root.py
          --source ${CMAKE_SOURCE_DIR} --third-party ${SAYSO_THIRD_PARTY} --client ${CMAKE_BINARY_DIR}/portal --target ${www}
  DEPENDS ${web_files} ${CMAKE_SOURCE_DIR}/scripts/lib/make_web_root.py ${CMAKE_SOURCE_DIR}/LICENSE
          ${SAYSO_THIRD_PARTY}/fonts/.complete $<$<TARGET_EXISTS:client_main>:client_main> $<$<TARGET_EXISTS:client_gallery>:client_gallery>
  COMMENT "Making the web root"
  VERBATIM)
add_custom_target(www ALL DEPENDS ${www}/.complete)
