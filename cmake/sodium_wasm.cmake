sayso_package(sodium)
