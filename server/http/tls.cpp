#include "server/http/tls.h"

#include <openssl/ssl.h>

namespace sayso::http {

namespace ssl = boost::asio::ssl;

Expected<std::unique_ptr<ssl::context>, std::string> load_tls(const std::string& certificate,
                                                              const std::string& key) {
  auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
  SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION);
  boost::system::error_code error;
  context->use_certificate_chain_file(certificate, error);
  if (error) return failure(certificate + ": " + error.message());
  context->use_private_key_file(key, ssl::context::pem, error);
  if (error) return failure(key + ": " + error.message());
  if (SSL_CTX_check_private_key(context->native_handle()) != 1)
    return failure(key + ": this key is not the one of " + certificate);
  return context;
}

}  // namespace sayso::http
