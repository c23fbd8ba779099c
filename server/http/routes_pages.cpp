// Files of the web root, and the screens.
#include <map>

#include "server/http/problem.h"
#include "server/http/routes.h"

namespace sayso::http {
namespace {

// Pages differ by address and day at most; compressing the same one again and again would be waste.
class CompressedPages {
 public:
  const Representation& find_or_make(std::string_view address, std::string html) {
    const auto found = kept_.find(address);
    if (found != kept_.end() && *found->second.identity == html) return found->second;
    if (kept_.size() >= kMost) kept_.clear();
    auto& kept = kept_[std::string(address)];
    kept = represent("text/html; charset=utf-8", std::move(html), "no-store", kQuality);
    // What must not be stored cannot be asked about again either.
    kept.tag.clear();
    return kept;
  }

 private:
  static constexpr std::size_t kMost = 128;
  static constexpr int kQuality = 6;
  std::map<std::string, Representation, std::less<>> kept_;
};

bool is_read(const Request& request) {
  return request.method == Method::Get || request.method == Method::Head;
}

Response method_not_allowed() {
  Response response = problem_response(ProblemId::MethodNotAllowed);
  response.fields.push_back({"Allow", "GET, HEAD"});
  return response;
}

bool is_call(std::string_view path) {
  return path.substr(0, 5) == "/api/" || path.substr(0, 5) == "/log/";
}

}  // namespace

Handler files_and_screens(const std::shared_ptr<const Site>& site) {
  return [site, pages = std::make_shared<CompressedPages>()](const Request& request,
                                                             const Reply& reply) {
    const auto answer = [&](Response response, std::string_view route) {
      response.route = route;
      reply(std::move(response));
    };
    if (is_call(request.path)) return answer(problem_response(ProblemId::NotFound), "none");
    if (const auto* file = site->files.find(request.path)) {
      return answer(is_read(request) ? respond(*file, request) : method_not_allowed(), "file");
    }
    if (auto html = site->pages.page(request.path)) {
      if (!is_read(request)) return answer(method_not_allowed(), "screen");
      Response response = respond(pages->find_or_make(request.path, std::move(*html)), request);
      response.fields.push_back({"Content-Security-Policy", site->pages.content_policy()});
      return answer(std::move(response), "screen");
    }
    if (!is_read(request)) return answer(problem_response(ProblemId::NotFound), "none");
    answer(body_response(404, "text/html; charset=utf-8", site->pages.not_found(request.path)),
           "none");
  };
}

}  // namespace sayso::http
