# Packages of npm: the fonts, and what the tests drive and check with. Sourced by scripts/setup.

fetch_modules() {
  local stamp=$root/node_modules/.complete sum
  sum=$(sha256sum "$root/package-lock.json" | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ] || return 0
  step "Fetching npm packages"
  (cd "$root" && quietly npm npm ci --no-audit --no-fund --ignore-scripts)
  printf '%s\n' "$sum" >"$stamp"
}

# The typeface, once for the page and the painter. Debian's own Python: it is the one that Debian's fonttools belongs to.
make_fonts() {
  local package=$root/node_modules/@fontsource/atkinson-hyperlegible-next
  local fonts=$third_party/fonts sums=$root/third_party/atkinson.sha256
  [ -f "$fonts/.complete" ] && [ "$fonts/.complete" -nt "$sums" ] &&
    [ "$fonts/.complete" -nt "$root/scripts/lib/make_font.py" ] && return 0
  step "Making fonts"
  (cd "$package" && sha256sum --check --quiet "$sums") || fail "a font is not the one that third_party/atkinson.sha256 names"
  rm -rf "$fonts"
  mkdir -p "$fonts"
  cp "$package/LICENSE" "$fonts/"
  local subset weight
  for subset in latin latin-ext; do
    for weight in 400 700; do
      /usr/bin/python3 "$root/scripts/lib/make_font.py" \
        "$package/files/atkinson-hyperlegible-next-$subset-$weight-normal.woff2" "$fonts/$subset-$weight.ttf"
    done
  done
  touch "$fonts/.complete"
}
