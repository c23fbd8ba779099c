# The Debian packages that Sayso is built and tested with, and their installation. Sourced by scripts/setup.

packages_to_build=(
  build-essential cmake ninja-build pkg-config ccache python3 ca-certificates
  emscripten nlohmann-json3-dev libexpected-dev
  libsodium-dev libsqlite3-dev libssl-dev zlib1g-dev brotli libbrotli-dev libcli11-dev libcsv-dev
  fonttools python3-fonttools python3-brotli esbuild
)
packages_to_test=(
  git doctest-dev librapidcheck-dev clang-format strace libfaketime oathtool openssl
  chromium firefox-esr libwebkit2gtk-4.1-0 webkit2gtk-driver xvfb
)

# Boost 1.81 or later: the name says the version on Debian 12 and does not on later ones.
case $(. /etc/os-release && printf '%s' "${VERSION_ID:-}") in
  12) packages_to_build+=(libboost1.81-dev) ;;
  *) packages_to_build+=(libboost-dev) ;;
esac

# Node and npm count however they came; the rest must be Debian's.
missing_packages() {
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } | sed -n 's/^installed //p' |
    sort | comm -13 - <(printf '%s\n' "$@" | sort)
  command -v node >/dev/null || printf 'nodejs\n'
  command -v npm >/dev/null || printf 'npm\n'
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  step "Installing Debian packages"
  say "${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q -o Dpkg::Use-Pty=0 |
    sed -un 's/^Fetched/    fetched/p'
  # One line a package is progress enough.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o Dpkg::Use-Pty=0 "${missing[@]}" | sed -un 's/^Setting up \([^ ]*\).*/    \1/p'
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -eq 0 ] || fail "apt did not install: ${missing[*]}"
}
