// sayso_bench PROGRAM WWW FOLDER PORT [--quick] [PART...]
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

#include "tests/bench/bench.h"

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "sayso_bench PROGRAM WWW FOLDER PORT [--quick] [PART...]\n";
    return 2;
  }
  sayso::bench::Options options;
  options.site = {argv[1], argv[2], static_cast<std::uint16_t>(std::atoi(argv[4]))};
  options.folder = argv[3];
  for (int i = 5; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--quick") {
      options.quick = true;
    } else {
      options.parts.push_back(word);
    }
  }
  try {
    sayso::bench::Bench bench(std::move(options));
    bench.run();
    std::cout << bench.report().text();
  } catch (const std::exception& problem) {
    std::cerr << "the run does not count: " << problem.what() << "\n";
    return 1;
  }
  return 0;
}
