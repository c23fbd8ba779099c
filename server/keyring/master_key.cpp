#include "server/keyring/master_key.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <vector>

#include "server/keyring/file_key_shelf.h"
#include "server/keyring/sealed_key.h"
#include "shared/base/check.h"
#include "shared/crypto/wipe.h"

// NOLINTNEXTLINE: POSIX wants it declared by whoever hands it on.
extern char** environ;

namespace sayso::keyring {
namespace {

using crypto::SecretKey;
using Loaded = Expected<SecretKey, KeyringProblem>;

constexpr std::string_view kCredential = "credential:";
constexpr std::size_t kMostPrinted = 4096;

tl::unexpected<KeyringProblem> problem(std::string detail) {
  return failure(KeyringProblem{std::move(detail)});
}

Loaded load_file(const std::string& path, KeyFileMode mode) {
  auto key = load_key_file(path, mode);
  if (!key) return problem(key.error().detail);
  return *key;
}

Loaded load_credential(const std::string& name, const std::string& what) {
  const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
  if (folder == nullptr)
    return problem(
        "the " + what +
        " key is to be a credential, and systemd gave this process none: is it in the unit's "
        "LoadCredential or LoadCredentialEncrypted?");
  if (name.empty() || name.find('/') != std::string::npos)
    return problem("'" + name + "' is no name of a credential");
  return load_file(std::string(folder) + "/" + name, KeyFileMode::Credential);
}

// What the program printed; nothing when it cannot be run or does not end with 0.
std::optional<std::string> run_and_read(const std::string& command) {
  std::istringstream words(command);
  std::vector<std::string> arguments;
  for (std::string word; words >> word;) arguments.push_back(word);
  if (arguments.empty()) return std::nullopt;
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  pid_t child = 0;
  const int spawned = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  (void)close(ends[1]);
  std::string printed(kMostPrinted, '\0');
  std::size_t size = 0;
  while (spawned == 0 && size < printed.size()) {
    const ssize_t got = read(ends[0], printed.data() + size, printed.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  (void)close(ends[0]);
  int status = 1;
  while (spawned == 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  printed.resize(size);
  if (spawned == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return printed;
  crypto::wipe(printed);
  return std::nullopt;
}

Loaded load_from_command(const std::string& command, const std::string& what) {
  auto printed = run_and_read(command);
  if (!printed) return problem("the " + what + " key's command did not end with 0: " + command);
  while (!printed->empty() && (printed->back() == '\n' || printed->back() == '\r'))
    printed->pop_back();
  auto key = as_key(decode_hex(*printed));
  crypto::wipe(*printed);
  if (!key)
    return problem("the " + what + " key's command has to print 64 hexadecimal digits: " + command);
  return *key;
}

Loaded load_from_shelf(KeyShelf& shelf, app::Random& random, Start start) {
  if (!shelf.has("master") && start == Start::First) {
    SecretKey fresh{};
    random.fill(fresh);
    (void)shelf.store_once("master", fresh);
    crypto::wipe(fresh);
  }
  if (const auto kept = as_key(shelf.load("master"))) return *kept;
  return problem(
      "the key 'master' is missing from the keyring, and there is data that needs it: restore the "
      "keyring folder from its own backup, or say with master-key where it is");
}

// What opens at every start comes first and last: a rotation that was cut off between them starts
// with neither master key.
std::vector<std::string> sealed_names(const KeyShelf& shelf) {
  std::vector<std::string> names = shelf.names();
  std::erase_if(names, [](const std::string& name) {
    return name == "master" || name == "log" || is_next_name(name) || name == "index" ||
           name == "desk";
  });
  names.insert(names.begin(), "index");
  names.emplace_back("desk");
  return names;
}

}  // namespace

Loaded load_key_elsewhere(const MasterKeySource& source, const std::string& what) {
  CHECK(source.is_elsewhere());
  if (!source.command.empty()) return load_from_command(source.command, what);
  if (source.file.compare(0, kCredential.size(), kCredential) == 0)
    return load_credential(source.file.substr(kCredential.size()), what);
  return load_file(source.file, KeyFileMode::OwnerAlone);
}

Loaded load_master_key(const MasterKeySource& source, KeyShelf& shelf, app::Random& random,
                       Start start) {
  if (!source.is_elsewhere()) return load_from_shelf(shelf, random, start);
  return load_key_elsewhere(source, "master");
}

Expected<std::size_t, KeyringProblem> rotate_master_key(KeyShelf& shelf, const SecretKey& old_key,
                                                        const SecretKey& new_key,
                                                        app::Random& random) {
  std::size_t sealed_again = 0;
  const auto names = sealed_names(shelf);
  // Looked at before anything is changed.
  for (const std::string& name : names) {
    const auto sealed = shelf.load(name);
    if (!open_key(old_key, name, sealed) && !open_key(new_key, name, sealed))
      return problem("the key '" + name + "' opens with neither master key: nothing was changed");
  }
  for (const std::string& name : names) {
    auto key = open_key(old_key, name, shelf.load(name));
    if (!key) continue;
    shelf.replace(name, seal_key(new_key, name, *key, random));
    crypto::wipe(*key);
    ++sealed_again;
  }
  return sealed_again;
}

Loaded begin_master_on_shelf(KeyShelf& shelf, app::Random& random) {
  SecretKey fresh{};
  random.fill(fresh);
  const auto kept = as_key(shelf.store_once(next_name("master"), fresh));
  crypto::wipe(fresh);
  if (!kept) return problem("the new master key cannot be read back");
  return *kept;
}

void finish_master_on_shelf(KeyShelf& shelf) {
  const auto successor = shelf.load(next_name("master"));
  if (!successor) return;
  shelf.replace("master", *successor);
  shelf.destroy(next_name("master"));
}

}  // namespace sayso::keyring
