// What can be reached for at each route. A route of docs/openapi.json that has no entry here fails the matrix.
//
// A reach is `[name, (role, victim) => request, (role) => the same for what does not exist]`. Both must be refused alike.
// `answered` names, where a refusal would itself say something, the one status that both get instead, and `answeredToMachines`
// the no that an organisation gets as an answer, whole. `everybody` is what anybody may have: the same bytes for each role, and reaches for what is
// not public yet. `permits` lists the roles of the team that are answered; the others are told that they may not. `spends` uses the
// session up.

import { hashOf, makeDevice, newHash, newId, newSecret } from "../lib/device.mjs";
import { makeOrganisation } from "../lib/signed.mjs";

const post = (path, body) => ({ method: "POST", path, body });
const get = (path) => ({ path });
const stranger = makeDevice();
const strangeMachine = makeOrganisation();
const signedPost = (role, council, path, body) =>
  role.machine ? role.machine.sign("POST", path, body) : strangeMachine.sign(new URL(council.address).host, "POST", path, body);
const signedGet = (role, council, path, query) => {
  const asked = role.machine ? role.machine.sign("GET", path) : strangeMachine.sign(new URL(council.address).host, "GET", path);
  return { ...asked, path: path + query };
};
const signer = (role) => role.device ?? stranger;
const mine = (role, victim) => role.me ?? { ...victim.me, person: { id: newId() }, head: "" };
const about = (id) => ({ "dpv:hasDataSubject": id });
const asParent = (role, victim, child, write) => {
  const me = mine(role, victim);
  const who = { "dct:identifier": me.person.id, role: "parental-responsibility" };
  return post("/api/records", signer(role)[write](me, { ...about(child), "dpv:isIndicatedBy": who }));
};
const inNameOf = (role, victim, id) => {
  const who = { "dct:identifier": id, role: "self" };
  return post("/api/records", signer(role).consent(mine(role, victim), { ...about(id), "dpv:isIndicatedBy": who }));
};
const onHead = (role, victim, head) => post("/api/records", signer(role).consent(mine(role, victim), { previous: head }));
const share = (more) => ({ device: newSecret(), verifier: newSecret(), share: newSecret(), ...more });
const withPerson = (path, body) => [
  (role, victim) => post(path, { ...body, person: victim.me.person.id }),
  () => post(path, { ...body, person: newId() }),
];
const contact = { shared_device: false, ways: ["letter"], safe_times: "", note: "" };
const putContact = (id) => ({ method: "PUT", path: "/api/me/contact", body: { ...contact, person: id } });
// Where the last of so many entries stands, for logs of fewer than 256,000.
const lastTile = (size) => {
  const [index, width] = [Math.floor((size - 1) / 256), ((size - 1) % 256) + 1];
  return String(index).padStart(3, "0") + (width === 256 ? "" : `.p/${width}`);
};
const signedIn = (device, victim, challenge, key) => {
  const document = device.signIn({ challenge, domain: victim.challenge.domain });
  if (key) document.proof.verificationMethod = `did:key:${key}#${key}`;
  return post("/api/sessions", document);
};

const guess = (user, password) => ({ user, password, code: "000000" });
const newPassword = { password: "seven small boats", new_password: "eight small boats" };
const useOf = (person) => ({ person, purpose: "join-up", information: ["school-attendance"] });

const answering = ["reviewer", "dpo"];
const answersRequests = (role) => answering.includes(role.team);

export const routes = {
  "POST /api/enrolments": {
    reaches: [
      ["a used invitation", (role, victim) => post("/api/enrolments", { code: victim.code, record: signer(role).enrolment() }),
        (role) => post("/api/enrolments", { code: "0000-0000-0000", record: signer(role).enrolment() })],
      ["a used invitation, with the key's own words of it altered",
        (role, victim) => post("/api/enrolments", { code: victim.code, record: { ...victim.enrolment.record, nonce: "0".repeat(32) } }),
        (role, victim) => post("/api/enrolments", { code: "0000-0000-0000", record: { ...victim.enrolment.record, nonce: "0".repeat(32) } })],
    ],
  },
  "POST /api/challenges": {
    reaches: [["a challenge for a key", (role, victim) => post("/api/challenges", { key: victim.device.key }),
      () => post("/api/challenges", { key: makeDevice().key })]],
    answered: 201,
    varies: ["challenge", "expires"],
  },
  "POST /api/sessions": {
    reaches: [
      ["a challenge of somebody's, under one's own key", (role, victim) => signedIn(signer(role), victim, victim.challenge.challenge),
        (role, victim) => signedIn(signer(role), victim, newSecret())],
      ["a challenge of somebody's, in their key's name",
        (role, victim) => signedIn(signer(role), victim, victim.challenge.challenge, victim.device.key),
        (role, victim) => signedIn(signer(role), victim, newSecret(), makeDevice().key)],
      ["a proof that was used", (role, victim) => post("/api/sessions", victim.usedProof), (role, victim) => signedIn(stranger, victim, newSecret())],
    ],
  },
  "POST /api/exit": {
    reaches: [["somebody's session by name", ...withPerson("/api/exit", {})]],
    answered: 204,
    spends: true,
  },
  "GET /api/me": {
    reaches: [["somebody by name", (role, victim) => get(`/api/me?person=${victim.me.person.id}`), () => get(`/api/me?person=${newId()}`)]],
    answered: 200,
    varies: ["server_time", "session"],
  },
  "GET /api/receipts/{running}": {
    // Numbers count one's own entries alone: there is no way to name somebody else's.
    reaches: [["a number that is nobody's, in somebody's name", (role, victim) => get(`/api/receipts/999?person=${victim.me.person.id}`),
      () => get(`/api/receipts/998?person=${newId()}`)]],
  },
  "PUT /api/me/contact": {
    reaches: [["somebody's contact", (role, victim) => putContact(victim.me.person.id), () => putContact(newId())]],
  },
  "POST /api/records": {
    reaches: [
      ["a choice about somebody", (role, victim) => asParent(role, victim, victim.me.person.id, "consent"),
        (role, victim) => asParent(role, victim, newId(), "consent")],
      ["a request about somebody", (role, victim) => asParent(role, victim, victim.me.person.id, "request"),
        (role, victim) => asParent(role, victim, newId(), "request")],
      ["a choice about somebody's child", (role, victim) => asParent(role, victim, victim.child, "consent"),
        (role, victim) => asParent(role, victim, newId(), "consent")],
      ["a choice in somebody's name", (role, victim) => inNameOf(role, victim, victim.me.person.id), (role, victim) => inNameOf(role, victim, newId())],
      ["somebody's record, sent again", (role, victim) => post("/api/records", victim.record), (role, victim) => post("/api/records", stranger.consent(victim.me))],
      ["a place after somebody's record", (role, victim) => onHead(role, victim, hashOf(victim.record)), (role, victim) => onHead(role, victim, newHash())],
      ["an enrolment in a record's place", (role, victim) => post("/api/records", victim.enrolment.record), () => post("/api/records", stranger.enrolment())],
    ],
  },
  "GET /api/requests": {
    reaches: [["what somebody asked for", (role, victim) => get(`/api/requests?person=${victim.me.person.id}`), () => get(`/api/requests?person=${newId()}`)]],
    answered: 200,
  },
  "GET /api/requests/{number}": {
    reaches: [["somebody's request, by its number", (role, victim) => get(`/api/requests/${victim.request}`), () => get("/api/requests/998")]],
  },
  "POST /api/requests/{number}/messages": {
    reaches: [["a word to somebody's request", (role, victim) => post(`/api/requests/${victim.request}/messages`, { id: newId(), text: "and?" }),
      () => post("/api/requests/998/messages", { id: newId(), text: "and?" })]],
  },
  "GET /api/held": {
    // Those of the roles whose key nobody confirmed get the same no, whomever they name.
    reaches: [["what is held about somebody", (role, victim) => get(`/api/held?person=${victim.me.person.id}`), () => get(`/api/held?person=${newId()}`)]],
  },
  "GET /api/uses": {
    reaches: [["who used what is known about somebody", (role, victim) => get(`/api/uses?person=${victim.me.person.id}`), () => get(`/api/uses?person=${newId()}`)]],
  },
  "GET /api/promises": {
    // One's own figures and the council's, whomever one names; the log grows in between.
    reaches: [["figures about somebody", (role, victim) => get(`/api/promises?person=${victim.me.person.id}`), () => get(`/api/promises?person=${newId()}`)]],
    answered: 200,
    varies: ["log"],
  },
  "POST /api/uses": {
    reaches: [["a use of somebody who did not allow it", (role, victim, council) => signedPost(role, council, "/api/uses", useOf(victim.me.person.id)),
      (role, victim, council) => signedPost(role, council, "/api/uses", useOf(newId()))]],
    answeredToMachines: { allowed: false, reason: "nothing-allows-it" },
  },
  "GET /api/stops": {
    // An organisation's own queue: it is named by the key that signs, and by nothing else.
    reaches: [["who said no, by name", (role, victim, council) => signedGet(role, council, "/api/stops", `?person=${victim.me.person.id}`),
      (role, victim, council) => signedGet(role, council, "/api/stops", `?person=${newId()}`)]],
    answeredToMachines: { more: false, stops: [] },
  },
  "POST /api/stops": {
    reaches: [["a stop that is another's", (role, victim, council) => signedPost(role, council, "/api/stops", { stop: 1, step: "told" }),
      (role, victim, council) => signedPost(role, council, "/api/stops", { stop: 999, step: "told" })]],
  },
  "POST /api/confirmations": { reaches: [["a code in somebody's name", ...withPerson("/api/confirmations", {})]] },
  "POST /api/recovery-codes": { reaches: [["somebody's code", ...withPerson("/api/recovery-codes", {})]] },
  "POST /api/pin-shares": { reaches: [["a share in somebody's name", ...withPerson("/api/pin-shares", share())]] },
  "POST /api/pin-shares/release": {
    // Who knows a device's 32 random bytes holds that device: five tries, counted, are for them (tests/server/app/pins.cpp).
    reaches: [["a share of a device that is not in the hand",
      (role, victim) => post("/api/pin-shares/release", { device: newSecret(), verifier: victim.share.verifier }),
      () => post("/api/pin-shares/release", { device: newSecret(), verifier: newSecret() })]],
  },
  "POST /api/staff/sign-in": {
    reaches: [
      ["a user name that there is", (role, victim, council) => post("/api/staff/sign-in", guess(council.colleague.user, "not their password")),
        () => post("/api/staff/sign-in", guess("nobody", "not their password"))],
      ["an account, with its password and a guessed code", (role, victim, council) => post("/api/staff/sign-in", guess(council.colleague.user, council.colleague.password)),
        (role, victim, council) => post("/api/staff/sign-in", guess("nobody", council.colleague.password))],
    ],
  },
  "POST /api/staff/sign-out": {
    reaches: [["somebody's session by name", ...withPerson("/api/staff/sign-out", {})]],
  },
  "GET /api/staff/me": {
    reaches: [["a colleague by name", (role, victim, council) => get(`/api/staff/me?user=${council.colleague.user}`), () => get("/api/staff/me?user=nobody")]],
    answered: 200,
    varies: ["session"],
  },
  "GET /api/staff/today": {
    reaches: [["the figures of somebody", (role, victim) => get(`/api/staff/today?person=${victim.me.person.id}`), () => get(`/api/staff/today?person=${newId()}`)]],
    permits: ["key-worker", "reviewer", "dpo"],
    answered: 200,
  },
  "GET /api/staff/requests": {
    // Requests are there, of both victims: named in nothing that is shown.
    reaches: [["the requests of somebody", (role, victim) => get(`/api/staff/requests?person=${victim.me.person.id}`), () => get(`/api/staff/requests?person=${newId()}`)]],
    permits: ["reviewer", "dpo"],
    answered: 200,
  },
  // Whoever answers requests reaches all of them, whoever asked (tests/whole/staff.mjs): they are sent for one that is not there.
  "GET /api/staff/requests/{number}": {
    reaches: [["a request of somebody", (role) => get(`/api/staff/requests/${answersRequests(role) ? 998 : 1}`), () => get("/api/staff/requests/999")]],
    permits: answering,
  },
  "POST /api/staff/requests/{number}/steps": {
    reaches: [["a request of somebody", (role) => post(`/api/staff/requests/${answersRequests(role) ? 998 : 1}/steps`, { deed: "take-up" }),
      () => post("/api/staff/requests/999/steps", { deed: "take-up" })]],
    permits: answering,
  },
  "POST /api/staff/looks": {
    // Whoever may look is shown what is held, and the person sees it (tests/server/app/staff_look_test.cpp): here for a purpose that is
    // not the team's.
    reaches: [["what is held about somebody", (role, victim) => post("/api/staff/looks", useOf(victim.me.person.id)), () => post("/api/staff/looks", useOf(newId()))]],
    permits: ["key-worker", "reviewer", "dpo"],
  },
  "GET /api/staff/accounts": {
    reaches: [["the accounts, in somebody's name", (role, victim) => get(`/api/staff/accounts?person=${victim.me.person.id}`), () => get(`/api/staff/accounts?person=${newId()}`)]],
    permits: ["dpo", "administrator"],
    answered: 200,
    varies: ["accounts"],
  },
  "POST /api/staff/password": {
    reaches: [["a colleague's password", (role, victim, council) => post("/api/staff/password", { user: council.colleague.user, ...newPassword }),
      () => post("/api/staff/password", { user: "nobody", ...newPassword })]],
  },
  "GET /notices/{hash}.json": {
    everybody: (council) => get(council.notice),
    reaches: [["a notice that is not published", () => get(`/notices/${newHash()}.json`), () => get(`/notices/${newHash()}.json`)]],
  },
  "GET /words/{hash}.json": {
    everybody: (council) => get(council.words),
    reaches: [["somebody's record as words", (role, victim) => get(`/words/${hashOf(victim.record)}.json`), () => get(`/words/${newHash()}.json`)]],
  },
  "GET /log/key": { everybody: () => get("/log/key"), reaches: [] },
  "GET /log/checkpoint": { everybody: () => get("/log/checkpoint"), reaches: [] },
  "GET /log/consistency/{from}/{to}": {
    everybody: (council) => get(`/log/consistency/1/${council.published}`),
    reaches: [["a size that is not published yet", (role, victim, council) => get(`/log/consistency/1/${council.published + 1}`),
      () => get("/log/consistency/1/999999")]],
  },
  "GET /log/notices/{hash}": {
    everybody: (council) => get(`/log/notices/${/[0-9a-f]{64}/.exec(council.notice)[0]}`),
    reaches: [["somebody's record as a notice", (role, victim) => get(`/log/notices/${hashOf(victim.record)}`), () => get(`/log/notices/${newHash()}`)]],
  },
  "GET /log/tile/{tile}": {
    everybody: (council) => get(`/log/tile/0/${lastTile(council.published)}`),
    reaches: [["an entry that is not published yet", (role, victim, council) => get(`/log/tile/entries/${lastTile(council.published + 1)}`),
      () => get("/log/tile/entries/999.p/255")]],
  },
  "GET /healthz": { everybody: () => get("/healthz"), reaches: [] },
  "GET /readyz": { everybody: () => get("/readyz"), reaches: [] },
};
