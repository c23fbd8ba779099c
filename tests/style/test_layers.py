"""Holds the direction of dependency: who may include whom, and which library is met in which folder alone."""

import re
import unittest

from source_tree import folder_of, includes, list_files, name_of, sources

# An arrow = may include; arrows reach on through their targets.
ARROWS = {
    "shared/base": [],
    "shared/domain": ["shared/base"],
    "shared/encoding": ["shared/domain"],
    "shared/crypto": ["shared/base"],
    "shared/merkle": ["shared/crypto"],
    "shared/protocol": ["shared/encoding", "shared/crypto", "shared/merkle"],
    "shared/document": ["shared/base"],
    "shared/paint": ["shared/document"],
    "shared/components": ["shared/document"],
    "shared/components/paint": ["shared/components", "shared/paint"],
    "shared/components/examples": ["shared/components", "shared/domain"],
    "shared/screens": ["shared/components", "shared/domain"],
    "client/app": ["shared/screens", "shared/protocol"],
    "client/imgui": ["shared/paint"],
    "client/mirror": ["client/app", "shared/paint"],
    "client/platform": ["client/app", "client/mirror"],
    "client/gallery": ["client/imgui", "client/platform", "shared/components/paint", "shared/components/examples"],
    "client/main": ["client/imgui", "client/platform", "shared/components/paint"],
    "server/app": ["shared/screens", "shared/protocol"],
    "server/system": ["server/app"],
    "server/storage/memory": ["server/app"],
    "server/storage/sqlite": ["server/app"],
    "server/keyring": ["server/app"],
    "server/backup": ["server/app"],
    "server/items": ["server/app"],
    "server/credentials": ["server/app"],
    "server/http": ["server/app"],
    "server/cli": ["server/backup", "server/credentials", "server/http", "server/items", "server/keyring", "server/system", "server/storage/memory", "server/storage/sqlite"],
    "server/main": ["server/cli"],
}

# A library from outside -> the folders that know it. Everything else reaches it through a port.
ADAPTERS = {
    r"nlohmann/": ["shared/encoding"],
    r"sodium": ["shared/crypto", "server/backup", "server/credentials", "server/keyring", "server/system", "client/platform"],
    r"sqlite3": ["server/storage/sqlite"],
    r"csv\.h": ["server/items"],
    r"boost/": ["server/http"],
    r"openssl/": ["server/credentials", "server/http"],
    r"zlib\.h|brotli/": ["server/http"],
    r"CLI/": ["server/cli", "server/main"],
    r"imgui": ["client/imgui"],
    r"emscripten": ["client/platform", "client/imgui", "client/main", "client/gallery"],
    r"GLES|GL/": ["client/imgui"],
    r"qrcodegen": ["shared/components"],
}

# The core is pure: no files, no clock, no chance, no threads.
IMPURE_HEADERS = {"fstream", "iostream", "filesystem", "random", "thread", "mutex", "atomic", "future", "unistd.h"}
IMPURE_WORDS = re.compile(r"\b(system_clock|steady_clock|random_device|randombytes_\w+|std::rand|std::time|getenv)\b")
PLATFORM = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif).*\b(__EMSCRIPTEN__|_WIN32|__linux__|__APPLE__|__unix__)\b", re.M)


def reach(folder: str) -> set[str]:
    reached = {folder}
    for target in ARROWS.get(folder, []):
        reached |= reach(target)
    return reached


class Layers(unittest.TestCase):
    def test_an_include_follows_the_arrows(self):
        wrong = []
        for path in sources("shared", "client", "server"):
            name = name_of(path)
            allowed = reach(folder_of(name))
            for _, included in includes(path):
                if re.match(r"(shared|client|server)/", included) and folder_of(included) not in allowed:
                    wrong.append(f"{name} includes {included}")
                if included.startswith("tests/"):
                    wrong.append(f"{name} includes {included}")
        self.assertEqual([], wrong)

    def test_every_folder_has_its_arrows(self):
        unknown = {folder_of(name_of(path)) for path in sources("shared", "client", "server")} - set(ARROWS)
        self.assertEqual(set(), unknown)

    def test_a_library_is_known_to_its_adapter_alone(self):
        wrong = []
        for path in sources("shared", "client", "server"):
            for _, included in includes(path):
                for library, folders in ADAPTERS.items():
                    if re.match(library, included) and folder_of(name_of(path)) not in folders:
                        wrong.append(f"{name_of(path)} includes {included}")
        self.assertEqual([], wrong)

    def test_the_core_is_pure(self):
        wrong = []
        for path in sources("shared"):
            wrong += [f"{name_of(path)} includes <{name}>" for _, name in includes(path) if name in IMPURE_HEADERS]
            code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
            wrong += [f"{name_of(path)} uses {word}" for word in IMPURE_WORDS.findall(code)]
        self.assertEqual([], wrong)

    def test_the_platform_is_asked_about_in_its_adapters_alone(self):
        wrong = []
        for path in sources("shared", "client", "server"):
            if not folder_of(name_of(path)) in ("client/platform", "client/imgui", "client/main", "client/gallery"):
                wrong += [f"{name_of(path)}: {word}" for word in PLATFORM.findall(path.read_text(encoding="utf-8"))]
        self.assertEqual([], wrong)

    def test_the_build_draws_the_same_arrows(self):
        wrong = []
        for path in list_files("CMakeLists.txt"):
            for name, rest in re.findall(r"sayso_library\((\w+)([^)]*)\)", path.read_text(encoding="utf-8")):
                named = [folder for folder in ARROWS if folder.replace("/", "_") == name]
                folder = named[0] if named else folder_of(name_of(path))
                depends = re.search(r"DEPENDS((?:\s+(?!LINK|WASM_ONLY)[\w:]+)*)", rest)
                for target in depends.group(1).split() if depends else []:
                    allowed = {reached.replace("/", "_") for reached in reach(folder)}
                    if target not in allowed:
                        wrong.append(f"{name} depends on {target}")
        self.assertEqual([], wrong)


if __name__ == "__main__":
    unittest.main()
