# libsodium for WebAssembly: the parts that the core uses, of the version that the server links.
set(root ${SAYSO_THIRD_PARTY}/libsodium/src/libsodium)
if(NOT EXISTS ${root}/sodium/utils.c)
  message(FATAL_ERROR "libsodium's sources are missing: run scripts/setup first")
endif()
sayso_third_party(sodium ${root}
  SOURCES
    crypto_aead/xchacha20poly1305/sodium/aead_xchacha20poly1305.c
    crypto_auth/hmacsha256/auth_hmacsha256.c
    crypto_core/ed25519/ref10/ed25519_ref10.c
    crypto_core/hchacha20/core_hchacha20.c
    crypto_hash/sha256/cp/hash_sha256_cp.c
    crypto_hash/sha256/hash_sha256.c
    crypto_hash/sha512/cp/hash_sha512_cp.c
    crypto_hash/sha512/hash_sha512.c
    crypto_onetimeauth/poly1305/donna/poly1305_donna.c
    crypto_onetimeauth/poly1305/onetimeauth_poly1305.c
    crypto_sign/crypto_sign.c
    crypto_sign/ed25519/ref10/keypair.c
    crypto_sign/ed25519/ref10/open.c
    crypto_sign/ed25519/ref10/sign.c
    crypto_sign/ed25519/sign_ed25519.c
    crypto_stream/chacha20/ref/chacha20_ref.c
    crypto_stream/chacha20/stream_chacha20.c
    crypto_verify/sodium/verify.c
    sodium/utils.c
  INCLUDE ${root}/include
  DEFINE SODIUM_STATIC=1)
target_sources(third_party_sodium PRIVATE ${CMAKE_SOURCE_DIR}/third_party/sodium_wasm.c)
target_include_directories(third_party_sodium PRIVATE ${root}/include/sodium)
target_compile_definitions(third_party_sodium PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_STDINT_H=1)
# sodium_wasm.c has another way to the same points, without a table of 30 KB that no compression makes smaller.
set_source_files_properties(${root}/crypto_core/ed25519/ref10/ed25519_ref10.c PROPERTIES
  COMPILE_DEFINITIONS ge25519_scalarmult_base=ge25519_scalarmult_base_by_table)
