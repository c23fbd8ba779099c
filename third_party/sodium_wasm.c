/* What libsodium asks of its platform, for WebAssembly: a source of randomness, and a way to stop.
 *
 * sodium_init() has nothing to choose here: only the portable implementations are compiled, and they are the default.
 * Randomness is the platform's own generator (crypto.getRandomValues in a browser, node:crypto under Node). */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "core.h"
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
