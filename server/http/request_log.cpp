#include "server/http/request_log.h"

#include "shared/encoding/json.h"

namespace sayso::http {
namespace {

using encoding::Json;

Json::Object open_line(std::string_view event, Instant now) {
  return {{"at", Json(encode_instant(now))}, {"event", Json(event)}};
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::Get:
      return "GET";
    case Method::Head:
      return "HEAD";
    case Method::Post:
      return "POST";
    case Method::Put:
      return "PUT";
    case Method::Delete:
      return "DELETE";
    case Method::Options:
      return "OPTIONS";
    case Method::Other:
      break;
  }
  return "other";
}

void RequestLog::write(const RequestLine& line) {
  auto object = open_line("request", now_());
  object["id"] = line.id;
  object["method"] = name_of(line.method);
  object["route"] = line.route;
  object["status"] = std::int64_t{line.status};
  object["bytes"] = static_cast<std::int64_t>(line.body_bytes);
  object["ms"] = static_cast<std::int64_t>(line.took.count());
  emit(encode_canonical(Json(std::move(object))));
}

void RequestLog::write_event(std::string_view event, std::string_view detail) {
  auto object = open_line(event, now_());
  if (!detail.empty()) object["detail"] = detail;
  emit(encode_canonical(Json(std::move(object))));
}

void RequestLog::emit(std::string line) {
  line.push_back('\n');
  const std::lock_guard lock(mutex_);
  sink_(line);
}

}  // namespace sayso::http
