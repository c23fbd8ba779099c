// Certificates that live as long as a test: an authority, and what it signs.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace sayso::http::test {

// PEM files.
struct Pair {
  std::string certificate;
  std::string key;
};

struct Wanted {
  // A DNS name, or nothing for an authority.
  std::string host;
  // Valid from an hour before to this many seconds after now.
  long valid_seconds = 3'600;
};

class Authority {
 public:
  // Its certificate is at `FOLDER/NAME.cert`.
  Authority(std::string folder, const std::string& name);

  [[nodiscard]] Pair issue(const std::string& name, const Wanted& wanted) const;
  [[nodiscard]] const std::string& certificate() const { return path_; }

 private:
  using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
  using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
  [[nodiscard]] Certificate make(EVP_PKEY* key, const std::string& name,
                                 const Wanted& wanted) const;

  std::string folder_;
  std::string name_;
  std::string path_;
  Key key_;
};

}  // namespace sayso::http::test
