// TLS in process: the certificate, the key, and which versions are spoken.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "shared/base/expected.h"

namespace sayso::http {

// PEM files. TLS 1.2 with forward secrecy, and 1.3. The error names the file at fault.
[[nodiscard]] Expected<std::unique_ptr<boost::asio::ssl::context>, std::string> load_tls(
    const std::string& certificate, const std::string& key);

}  // namespace sayso::http
