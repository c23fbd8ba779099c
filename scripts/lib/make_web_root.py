"""Makes the folder that the server serves, with compressed forms beside each file that gains by it.

A file is only written when its content changed, so that a second run is quick.
"""

import argparse
import gzip
import shutil
import subprocess
import tempfile
from pathlib import Path

import brotli

COMPRESSED = {".js", ".wasm", ".css", ".svg", ".ttf", ".json", ".txt", ".html", ".webmanifest"}

SMALL = ["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]

# Whose work is in what we hand out: in the browser, then in the server. Third-party sources keep their licence beside
# them; Debian's packages keep it in their copyright file.
NOTICES = [
    ("Dear ImGui", "{third_party}/imgui/LICENSE.txt"),
    ("libsodium", "{third_party}/libsodium/LICENSE"),
    ("QR Code generator library", "{third_party}/qrcodegen/Readme.markdown"),
    ("Atkinson Hyperlegible Next", "{third_party}/fonts/LICENSE"),
    ("JSON for Modern C++", "{doc}/nlohmann-json3-dev/copyright"),
    ("tl::expected", "{doc}/libexpected-dev/copyright"),
    ("Emscripten, musl, libc++", "{doc}/emscripten/copyright"),
    ("Boost", "{source}/third_party/licences/boost.txt"),
    ("SQLite", "{doc}/libsqlite3-dev/copyright"),
    ("OpenSSL", "{doc}/libssl-dev/copyright"),
    ("Brotli", "{doc}/libbrotli-dev/copyright"),
    ("zlib", "{doc}/zlib1g-dev/copyright"),
    ("CLI11", "{doc}/libcli11-dev/copyright"),
]


def find_notice(pattern: str, source: Path, third_party: Path) -> str:
    path = Path(pattern.format(source=source, third_party=third_party, doc="/usr/share/doc"))
    if path.is_file():
        return path.read_text(encoding="utf-8", errors="replace")
    return "Its licence is in the package's copyright file, which the machine that built this does not keep.\n"


def collect_notices(source: Path, third_party: Path) -> bytes:
    parts = ["Sayso\n\n" + (source / "LICENSE").read_text(encoding="utf-8")]
    for name, pattern in NOTICES:
        parts.append(f"{name}\n\n{find_notice(pattern, source, third_party)}")
    return ("\n" + "=" * 78 + "\n").join(parts).encode()


def write_file(target: Path, content: bytes) -> None:
    if target.exists() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    if target.suffix in COMPRESSED:
        Path(f"{target}.br").write_bytes(brotli.compress(content, quality=11))
        Path(f"{target}.gz").write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


def collect_files(source: Path, third_party: Path, client: Path) -> dict[str, Path]:
    """Address below the web root -> the file."""
    files = {}
    for folder, prefix in [
        (client, ""),
        (source / "client" / "web", ""),
        (source / "assets", ""),
        (third_party / "fonts", "fonts/"),
    ]:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            if path.is_file() and not path.name.startswith(".") and path.suffix not in ("", ".md"):
                files[prefix + path.relative_to(folder).as_posix()] = path
    # Between what is alike everywhere (2_base) and how it all hides over the canvas (7_canvas).
    for path in sorted((source / "shared" / "components").glob("*/style.css")):
        files[f"styles/5_{path.parent.name}.css"] = path
    return files


def take_styles(files: dict[str, Path]) -> bytes:
    """One style sheet from all of them, in the order of their names: a page asks for it once."""
    addresses = sorted(address for address in files if address.endswith(".css"))
    whole = b"\n".join(files.pop(address).read_bytes() for address in addresses)
    return subprocess.run(["esbuild", "--loader=css", *SMALL], input=whole, stdout=subprocess.PIPE, check=True).stdout


# What a page asks for by name: classic scripts that come before anything else, and modules with all that they import.
# early.js stays by itself, because it is there before the modules that import it.
CLASSIC = ["exit.js", "settings.js"]
SHARED_MODULES = ["early.js"]
MODULES = ["boot.js", "gallery.js"]


def run_esbuild(folder: Path, entries: list[str], *options: str) -> None:
    subprocess.run(["esbuild", *entries, *SMALL, f"--outdir={folder / 'made'}", *options], cwd=folder, check=True)


def take_scripts(files: dict[str, Path]) -> dict[str, bytes]:
    """Each script that a page asks for, small, in one piece: a phone far from a mast waits for every further request."""
    scripts = {address: files.pop(address) for address in sorted(files) if address.endswith(".js")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for address, path in scripts.items():
            shutil.copyfile(path, folder / address)
        modules = [entry for entry in MODULES if entry in scripts]
        run_esbuild(folder, CLASSIC, "--target=es5")
        run_esbuild(folder, SHARED_MODULES, "--target=es2020")
        external = [f"--external:./{shared}" for shared in SHARED_MODULES]
        if modules:
            run_esbuild(folder, modules, "--bundle", "--format=esm", "--target=es2020", *external)
        return {path.name: path.read_bytes() for path in sorted((folder / "made").iterdir())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("source", "third-party", "client", "target"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()

    files = collect_files(options.source, options.third_party, options.client)
    write_file(options.target / "styles" / "sayso.css", take_styles(files))
    scripts = take_scripts(files)
    for address, content in scripts.items():
        write_file(options.target / address, content)
    for address, path in files.items():
        write_file(options.target / address, path.read_bytes())
    write_file(options.target / "licences.txt", collect_notices(options.source, options.third_party))

    wanted = set(files) | set(scripts) | {"licences.txt", "styles/sayso.css", ".complete"}
    for path in options.target.rglob("*"):
        address = path.relative_to(options.target).as_posix()
        if path.is_file() and address.removesuffix(".br").removesuffix(".gz") not in wanted:
            path.unlink()
    (options.target / ".complete").touch()


if __name__ == "__main__":
    main()
