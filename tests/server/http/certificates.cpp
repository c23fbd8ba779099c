#include "tests/server/http/certificates.h"

#include <doctest/doctest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <utility>

namespace sayso::http::test {
namespace {

void extend(X509* certificate, int what, const std::string& value) {
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, what, value.c_str()), X509_EXTENSION_free);
  REQUIRE(extension != nullptr);
  REQUIRE(X509_add_ext(certificate, extension.get(), -1) == 1);
}

void set_name(X509_NAME* to, const std::string& name) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(name.c_str());
  REQUIRE(X509_NAME_add_entry_by_txt(to, "CN", MBSTRING_UTF8, bytes, -1, -1, 0) == 1);
}

template <class Write>
void write_pem(const std::string& path, const Write& write) {
  std::FILE* file = std::fopen(path.c_str(), "w");
  REQUIRE(file != nullptr);
  CHECK(write(file) == 1);
  REQUIRE(std::fclose(file) == 0);
}

}  // namespace

Authority::Authority(std::string folder, const std::string& name)
    : folder_(std::move(folder)),
      name_(name),
      path_(folder_ + "/" + name + ".cert"),
      key_(EVP_EC_gen("P-256"), EVP_PKEY_free) {
  const Certificate made = make(key_.get(), name, {});
  write_pem(path_, [&](std::FILE* file) { return PEM_write_X509(file, made.get()); });
}

Authority::Certificate Authority::make(EVP_PKEY* key, const std::string& name,
                                       const Wanted& wanted) const {
  Certificate made(X509_new(), X509_free);
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), wanted.host.empty() ? 1 : 2);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -3'600);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), wanted.valid_seconds);
  X509_set_pubkey(made.get(), key);
  set_name(X509_get_subject_name(made.get()), name);
  const std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> issuer(X509_NAME_new(),
                                                                     X509_NAME_free);
  set_name(issuer.get(), name_);
  X509_set_issuer_name(made.get(), issuer.get());
  extend(made.get(), NID_basic_constraints, wanted.host.empty() ? "critical,CA:TRUE" : "CA:FALSE");
  if (!wanted.host.empty()) extend(made.get(), NID_subject_alt_name, "DNS:" + wanted.host);
  REQUIRE(X509_sign(made.get(), key_.get(), EVP_sha256()) > 0);
  return made;
}

Pair Authority::issue(const std::string& name, const Wanted& wanted) const {
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const Certificate made = make(key.get(), name, wanted);
  Pair pair{folder_ + "/" + name + ".cert", folder_ + "/" + name + ".key"};
  write_pem(pair.certificate, [&](std::FILE* file) { return PEM_write_X509(file, made.get()); });
  write_pem(pair.key, [&](std::FILE* file) {
    return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  return pair;
}

}  // namespace sayso::http::test
