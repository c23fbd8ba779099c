# Third-party sources: fetched once, checked against third_party/*.sha256, kept in build/third_party. Sourced by setup.
#
# Debian's archive is asked first, with a source list of our own, so that the system's lists stay as they are; then the
# authors' own release. Either way each file that is used must have the sum that stands in this repository.

# Prepares apt to fetch sources: the machine's own archive, and `sid` of the same archive for what is newer there.
prepare_apt() {
  apt_home=$root/build/apt
  mkdir -p "$apt_home"/{parts,lists/partial}
  apt_options=(-o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$apt_home/parts"
    -o "Dir::State::Lists=$apt_home/lists" -o APT::Sandbox::User= -o "Dir::Cache=$apt_home"
    -o Debug::NoLocking=1 -q
    # A mirror may lag behind: what is fetched must have our own sums, however old the list that led to it.
    -o Acquire::Check-Valid-Until=false)
  [ ! -f "$apt_home/ready" ] || return 0
  local archive release
  read -r archive release < <(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
    'Created-By: Packages' 'Label: Debian' | grep -v -- '-' | sort -u | head -n 1) || return 1
  local suite
  for suite in "$release" sid; do
    printf 'deb-src [signed-by=%s] %s %s main\n' "$(archive_keys)" "$archive" "$suite"
  done >"$apt_home/parts/sources.list"
  apt-get "${apt_options[@]}" update >"$apt_home/update.log" 2>&1 || return 1
  touch "$apt_home/ready"
}

archive_keys() {
  local file
  for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    if [ -f "$file" ]; then
      printf '%s' "$file"
      return
    fi
  done
}

# fetch_from_debian PACKAGE UPSTREAM_VERSION: leaves the original archive in the current folder.
fetch_from_debian() {
  local package=$1 wanted=$2 version
  prepare_apt || return 1
  for version in $(apt-cache "${apt_options[@]}" showsrc "$package" | sed -n 's/^Version: //p'); do
    case $version in
      "$wanted"-* | "$wanted"+*)
        apt-get "${apt_options[@]}" source --download-only --tar-only "$package=$version" \
          >fetch.log 2>&1 && return 0
        ;;
    esac
  done
  return 1
}

fetch_from_authors() {
  python3 - "$1" <<'PYTHON'
import sys, urllib.request
with urllib.request.urlopen(sys.argv[1], timeout=60) as answer, open("upstream.orig.tar.gz", "wb") as file:
    file.write(answer.read())
PYTHON
}

# fetch_source NAME PACKAGE VERSION AUTHORS_ARCHIVE
fetch_source() {
  local name=$1 package=$2 version=$3 address=$4
  local sums=$root/third_party/$name.sha256 target=$third_party/$name
  (cd "$target" 2>/dev/null && sha256sum --check --quiet --status "$sums") && return 0
  step "Fetching $name $version"
  local work archive
  work=$root/build/fetch/$name
  rm -rf "$work" "$target"
  mkdir -p "$work" "$target"
  (cd "$work" && { fetch_from_debian "$package" "$version" || fetch_from_authors "$address"; }) ||
    fail "$name $version could not be fetched, neither from Debian's archive nor from its authors"
  archive=$(ls "$work"/*.orig.tar.* | head -n 1)
  # Only the files that are listed; the archive's top folder falls away.
  awk '{print "*/" $2}' "$sums" >"$work/wanted"
  tar -xf "$archive" -C "$target" --strip-components=1 --wildcards --no-wildcards-match-slash \
    --no-same-owner -T "$work/wanted" || fail "$name: the archive lacks files that are listed in third_party/$name.sha256"
  (cd "$target" && sha256sum --check --quiet "$sums") ||
    fail "$name: a file is not the one that third_party/$name.sha256 names"
  rm -rf "$work"
}

fetch_sources() {
  fetch_source imgui imgui 1.92.2b \
    https://github.com/ocornut/imgui/archive/refs/tags/v1.92.2b.tar.gz
  fetch_source qrcodegen qr-code-generator 1.8.0 \
    https://github.com/nayuki/QR-Code-generator/archive/refs/tags/v1.8.0.tar.gz
  fetch_source libsodium libsodium 1.0.18 \
    https://github.com/jedisct1/libsodium/archive/refs/tags/1.0.18.tar.gz
  # Its configure script would write this header; the copy for other compilers is the same.
  cp -u "$third_party/libsodium/builds/msvc/version.h" \
    "$third_party/libsodium/src/libsodium/include/sodium/version.h"
}
