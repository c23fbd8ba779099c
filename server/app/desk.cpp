#include "server/app/desk.h"

#include "server/app/known_enrolments.h"
#include "server/app/sequencer.h"
#include "server/app/vault.h"

namespace sayso::app {

Desk::Desk(Settings settings, Notices notices, Store& store, Keyring& keyring, Clock& clock,
           Random& random)
    : settings_(std::move(settings)),
      notices_(std::move(notices)),
      store_(store),
      keyring_(keyring),
      clock_(clock),
      random_(random),
      vault_(std::make_unique<Vault>(keyring, random, settings_.retention_months)),
      enrolments_(std::make_unique<KnownEnrolments>()),
      sequencer_(std::make_unique<Sequencer>(settings_, store, keyring, clock, random, *vault_)) {}

Desk::~Desk() { sequencer_->stop(); }

void Desk::tick() { sequencer_->tick(); }

}  // namespace sayso::app
