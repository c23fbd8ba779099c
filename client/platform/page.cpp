#include "client/platform/page.h"

#include <emscripten.h>

// `Module.host` is set by client/web/boot.js before anything here is called. Bytes are copied by
// whoever keeps them.
EM_JS(void, sayso_js_apply, (const std::uint8_t* data, int size),
      { Module.host.apply(HEAPU8.subarray(data, data + size)); });
EM_JS(void, sayso_js_place, (const std::uint8_t* data, int size),
      { Module.host.place(HEAPU8.subarray(data, data + size)); });
EM_JS(void, sayso_js_focus, (const char* data, int size),
      { Module.host.focus(Module.host.text(HEAPU8.subarray(data, data + size))); });
EM_JS(void, sayso_js_run, (const char* data, int size),
      { Module.host.run(JSON.parse(Module.host.text(HEAPU8.subarray(data, data + size)))); });
EM_JS(void, sayso_js_laid_out, (float height), { Module.host.laidOut(height); });
EM_JS(void, sayso_js_outdated, (), { Module.host.outdated(); });

namespace sayso::platform {
namespace {

template <class Bytes>
int size_of(const Bytes& bytes) {
  return static_cast<int>(bytes.size());
}

}  // namespace

void WebPage::apply(ByteView operations) { sayso_js_apply(operations.data(), size_of(operations)); }
void WebPage::place(ByteView placements) { sayso_js_place(placements.data(), size_of(placements)); }
void WebPage::focus(std::string_view id) { sayso_js_focus(id.data(), size_of(id)); }
void WebEffects::run(std::string_view effects) { sayso_js_run(effects.data(), size_of(effects)); }
void tell_laid_out(float height) { sayso_js_laid_out(height); }
void tell_outdated() { sayso_js_outdated(); }

}  // namespace sayso::platform
