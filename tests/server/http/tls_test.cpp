// TLS in process, with a certificate that is made for the test.
#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <fstream>
#include <memory>

#include "tests/server/http/live_server.h"
#include "tests/support/temporary_folder.h"

namespace sayso::http {
namespace {

namespace asio = boost::asio;
using TlsClient = asio::ssl::stream<asio::ip::tcp::socket>;

struct Pair {
  std::string certificate;
  std::string key;
};

Pair make_certificate(const std::string& folder, const std::string& name) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
  X509_set_version(certificate.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3'600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  const auto* host = reinterpret_cast<const unsigned char*>("localhost");
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, host, -1, -1, 0);
  X509_set_issuer_name(certificate.get(), subject);
  REQUIRE(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
  Pair pair{folder + "/" + name + ".cert", folder + "/" + name + ".key"};
  std::FILE* file = std::fopen(pair.certificate.c_str(), "w");
  PEM_write_X509(file, certificate.get());
  std::fclose(file);
  file = std::fopen(pair.key.c_str(), "w");
  PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
  return pair;
}

Options with(const Pair& pair) {
  Options options;
  options.tls_certificate = pair.certificate;
  options.tls_key = pair.key;
  return options;
}

Handler secure_or_not() {
  return [](const Request& request, const Reply& reply) {
    reply(text_response(200, request.secure ? "secure" : "plain"));
  };
}

std::string exchange_over_tls(std::uint16_t port, const std::string& request, int most_version) {
  asio::io_context context;
  asio::ssl::context tls(asio::ssl::context::tls_client);
  SSL_CTX_set_max_proto_version(tls.native_handle(), most_version);
  // What the oldest version is refused for is its age, not the strength of its ciphers.
  SSL_CTX_set_security_level(tls.native_handle(), 0);
  TlsClient client(context, tls);
  client.lowest_layer().connect({asio::ip::address_v4::loopback(), port});
  boost::system::error_code error;
  client.handshake(TlsClient::client, error);
  if (error) return {};
  asio::write(client, asio::buffer(request));
  std::string answer;
  asio::read(client, asio::dynamic_buffer(answer), error);
  // The end was said, not cut off.
  CHECK(error == asio::error::eof);
  return answer;
}

const std::string kRequest = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

TEST_CASE("a request over TLS is answered, known as secure, and told to stay so") {
  test::TemporaryFolder folder;
  LiveServer live(with(make_certificate(folder.path(), "a")), secure_or_not());
  CHECK(live.server().is_secure());
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    const auto answer = exchange_over_tls(live.port(), kRequest, version);
    CHECK(body_of(answer) == "secure");
    CHECK(field_of(answer, "Strict-Transport-Security") == "max-age=63072000; includeSubDomains");
  }
}

TEST_CASE("what is older than TLS 1.2, or no TLS at all, gets no answer") {
  test::TemporaryFolder folder;
  LiveServer live(with(make_certificate(folder.path(), "a")), secure_or_not());
  CHECK(exchange_over_tls(live.port(), kRequest, TLS1_1_VERSION).empty());
  const auto answer = exchange(live.port(), kRequest);
  CHECK(answer.find("HTTP/1.1 200") == std::string::npos);
}

TEST_CASE("a malformed request over TLS is refused like any other") {
  test::TemporaryFolder folder;
  LiveServer live(with(make_certificate(folder.path(), "a")), secure_or_not());
  CHECK(status_of(exchange_over_tls(live.port(), "x\r\n\r\n", TLS1_3_VERSION)) == 400);
}

TEST_CASE("a certificate that is missing, or of another key, is named at the start") {
  test::TemporaryFolder folder;
  const auto a = make_certificate(folder.path(), "a");
  const auto b = make_certificate(folder.path(), "b");
  RequestLog log([](std::string_view) {}, [] { return Instant{}; });
  const auto error_of = [&](const Pair& pair) {
    Options options = with(pair);
    options.port = 0;
    const auto opened = Server::open(options, log);
    return opened ? std::string() : opened.error();
  };
  CHECK(error_of({"/nonexistent.pem", a.key}).find("/nonexistent.pem") != std::string::npos);
  CHECK(error_of({a.certificate, b.key}).find(b.key) != std::string::npos);
  CHECK(error_of({a.certificate, a.certificate}).find(a.certificate) != std::string::npos);
  CHECK(error_of({a.certificate, ""}).find("both") != std::string::npos);
}

}  // namespace
}  // namespace sayso::http
