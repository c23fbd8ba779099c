# Shared by the scripts: where things are, and how progress is told. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
third_party=$root/build/third_party
jobs=$(nproc)
started=$SECONDS

# Words first, colour only where somebody looks.
if [ -t 1 ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi

step() { printf '%s==> %s%s  (%ds)\n' "$bold" "$*" "$plain" "$((SECONDS - started))"; }
say() { printf '    %s\n' "$*"; }
fail() {
  printf '\n%sStopped:%s %s\n' "$bold" "$plain" "$*" >&2
  exit 1
}

# Runs as root, by way of sudo where we are somebody else.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "packages are missing and this account is not root and has no sudo. As root, run: $*"
  fi
}

# Runs a command with its output kept in build/logs/NAME.log, which is shown only when the command fails.
quietly() {
  local name=$1 log=$root/build/logs/$1.log
  shift
  mkdir -p "$root/build/logs"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "$name failed; the whole of what it said is in build/logs/$name.log"
  fi
}

# Configures where that has not been done (a changed preset makes CMake do it again by itself), then builds.
# build PRESET [TARGET...] [-- NINJA_OPTION...]
build() {
  local preset=$1 dir=$root/build/$1 targets=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    targets+=("$1")
    shift
  done
  mkdir -p "$dir"
  if [ ! -f "$dir/build.ninja" ]; then
    (cd "$root" && quietly "configure-$preset" cmake --preset "$preset")
  fi
  (cd "$root" && cmake --build "$dir" -j "$jobs" ${targets[0]:+--target "${targets[@]}"} "$@")
}
