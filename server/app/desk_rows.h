// What is kept about people under the desk key, taken away once the people are gone: codes, PIN
// shares, sessions, confirmations and keys lie outside every key that a destruction destroys.
//
// A person is gone when their account was destroyed and certified: nobody can be let in as them. Of
// a key one thing stays, that it was somebody's, without whose it was: it is never enrolled anew.
#pragma once

#include "server/app/vault.h"

namespace sayso::app {

// For a tool that has the store alone: looks at every such row there is.
void remove_desk_rows_of_the_gone(Vault& vault, const Store& store, RowLayer& rows);

}  // namespace sayso::app
