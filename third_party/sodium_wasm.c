/* What libsodium asks of its platform, for WebAssembly: a source of randomness, and a way to stop; and a smaller way to
 * multiples of Ed25519's base point.
 *
 * sodium_init() has nothing to choose here: only the portable implementations are compiled, and they are the default.
 * Randomness is the platform's own generator (crypto.getRandomValues in a browser, node:crypto under Node). */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core.h"
#include "private/ed25519_ref10.h"
#include "randombytes.h"

int sodium_init(void) { return 0; }

void sodium_misuse(void) { abort(); }

/* getentropy gives 256 bytes at most at a time. */
void randombytes_buf(void* const buf, const size_t size) {
  unsigned char* at = (unsigned char*)buf;
  size_t left = size;
  while (left > 0) {
    const size_t part = left < 256 ? left : 256;
    if (getentropy(at, part) != 0) {
      abort();
    }
    at += part;
    left -= part;
  }
}

uint32_t randombytes_random(void) {
  uint32_t value;
  randombytes_buf(&value, sizeof value);
  return value;
}

/* libsodium's own goes by a table of 256 points, a tenth of all that a phone loads. This goes by its multiplication of any
 * point, in constant time as well; a signature takes three times as long, well below a millisecond. */
void ge25519_scalarmult_base(ge25519_p3* const product, const unsigned char* const scalar) {
  /* y = 4/5, as RFC 8032 encodes the base point. */
  unsigned char encoded[32];
  memset(encoded, 0x66, sizeof encoded);
  encoded[0] = 0x58;
  ge25519_p3 base;
  if (ge25519_frombytes(&base, encoded) != 0) {
    abort();
  }
  ge25519_scalarmult(product, scalar, &base);
}
