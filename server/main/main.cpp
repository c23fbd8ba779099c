#include <iostream>

#include "server/cli/run.h"

int main(int argc, char** argv) { return sayso::cli::run(argc, argv, std::cout, std::cerr); }
