#include "server/http/outgoing.h"

#include <openssl/ssl.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/system/system_error.hpp>
#include <exception>

namespace sayso::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using Wait = asio::awaitable<void>;

constexpr std::size_t kMostBytes = 16 * 1024;

struct Errand {
  const Url& url;
  wire::request<wire::string_body> request;
  std::chrono::milliseconds timeout;
  Posted answer;
};

template <class Stream>
Wait exchange(Stream& stream, Errand& errand) {
  co_await wire::async_write(stream, errand.request, asio::use_awaitable);
  beast::flat_buffer buffer(2 * kMostBytes);
  wire::response_parser<wire::string_body> parser;
  parser.body_limit(kMostBytes);
  co_await wire::async_read(stream, buffer, parser, asio::use_awaitable);
  errand.answer.status = parser.get().result_int();
  errand.answer.body = std::move(parser.get().body());
}

Wait connect(beast::tcp_stream& stream, Errand& errand) {
  asio::ip::tcp::resolver resolver(stream.get_executor());
  const auto found =
      co_await resolver.async_resolve(errand.url.host, errand.url.port, asio::use_awaitable);
  stream.expires_after(errand.timeout);
  co_await stream.async_connect(found, asio::use_awaitable);
}

Wait run_plain(asio::io_context& context, Errand& errand) {
  beast::tcp_stream stream(context);
  co_await connect(stream, errand);
  co_await exchange(stream, errand);
}

Wait run_secure(asio::io_context& context, Errand& errand) {
  asio::ssl::context tls(asio::ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
  tls.set_default_verify_paths();
  asio::ssl::stream<beast::tcp_stream> stream(context, tls);
  stream.set_verify_mode(asio::ssl::verify_peer);
  stream.set_verify_callback(asio::ssl::host_name_verification(errand.url.host));
  SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
           const_cast<char*>(errand.url.host.c_str()));
  co_await connect(stream.next_layer(), errand);
  co_await stream.async_handshake(asio::ssl::stream_base::client, asio::use_awaitable);
  co_await exchange(stream, errand);
}

wire::request<wire::string_body> make_request(const Url& url, std::string_view content_type,
                                              const std::string& body) {
  wire::request<wire::string_body> request(wire::verb::post, url.path, 11);
  request.set(wire::field::host, url.host + ":" + url.port);
  request.set(wire::field::content_type, {content_type.data(), content_type.size()});
  request.set(wire::field::user_agent, "sayso");
  request.set(wire::field::connection, "close");
  request.body() = body;
  request.prepare_payload();
  return request;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<Url> decode_url(std::string_view text) {
  Url url;
  const auto colon = text.find("://");
  const auto scheme = text.substr(0, colon);
  if (colon == std::string_view::npos || (scheme != "http" && scheme != "https"))
    return std::nullopt;
  url.secure = scheme == "https";
  text.remove_prefix(colon + 3);
  if (text.find_first_of("?#@ \"\\\r\n\t") != std::string_view::npos) return std::nullopt;
  const auto slash = text.find('/');
  auto authority = text.substr(0, slash);
  url.path = slash == std::string_view::npos ? "/" : std::string(text.substr(slash));
  url.port = url.secure ? "443" : "80";
  const auto bracket = authority.find(']');
  const auto port = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (port != std::string_view::npos) {
    if (!is_number(authority.substr(port + 1))) return std::nullopt;
    url.port = authority.substr(port + 1);
    authority = authority.substr(0, port);
  }
  if (authority.size() > 2 && authority.front() == '[' && authority.back() == ']')
    authority = authority.substr(1, authority.size() - 2);
  if (authority.empty()) return std::nullopt;
  url.host = authority;
  return url;
}

Expected<Posted, std::string> post(const Url& url, std::string_view content_type,
                                   const std::string& body, std::chrono::milliseconds timeout) {
  asio::io_context context(1);
  Errand errand{url, make_request(url, content_type, body), timeout, {}};
  std::optional<std::string> problem = "it did not answer in time";
  asio::co_spawn(context, url.secure ? run_secure(context, errand) : run_plain(context, errand),
                 [&](const std::exception_ptr& thrown) {
                   problem.reset();
                   try {
                     if (thrown) std::rethrow_exception(thrown);
                   } catch (const std::exception& error) {
                     problem = error.what();
                   }
                 });
  // Beast's own deadline ends what hangs on the wire; this one whatever else takes too long, such
  // as finding the host.
  context.run_for(timeout + std::chrono::seconds(1));
  if (problem) return failure(std::move(*problem));
  return std::move(errand.answer);
}

}  // namespace sayso::http
