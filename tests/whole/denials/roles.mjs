// Who knocks. One line a role; a new one belongs here, and every route then meets it.

import { newSecret } from "../lib/device.mjs";

// `make(council, family)` answers with `{ cookie?, staff?, headers?, device?, me?, spare?, machine? }`: `spare()` opens a session that may be lost.
// `stands` is what the person's session is to the server: "in force", "none", or "elsewhere" for another site's page; `team` is
// the role of the team's session that is in force.
export const roles = [
  { name: "nobody", stands: "none", make: () => ({}) },
  { name: "a made-up session", stands: "none", make: () => ({ cookie: newSecret() }) },
  { name: "a person with an invitation enrolment", stands: "in force", make: (council) => newcomer(council) },
  { name: "another adult of the family", stands: "in force", make: (council, family) => settled(council, family.sam) },
  { name: "the child of 15", stands: "in force", make: (council, family) => settled(council, family.jordan) },
  { name: "a revoked device", stands: "none", make: revoked },
  { name: "somebody who left", stands: "none", make: departed },
  { name: "an expired session", stands: "none", make: (council, family) => family.expired },
  { name: "an organisation that was sent nothing", stands: "none", make: (council) => ({ machine: council.organisation("schools") }) },
  { name: "a key worker", stands: "none", team: "key-worker", make: (council) => member(council, "key-worker") },
  { name: "a reviewer", stands: "none", team: "reviewer", make: (council) => member(council, "reviewer") },
  { name: "a data protection officer", stands: "none", team: "dpo", make: (council) => member(council, "dpo") },
  { name: "an administrator", stands: "none", team: "administrator", make: (council) => member(council, "administrator") },
  { name: "a key worker who is in a family too", stands: "in force", team: "key-worker", make: both },
  { name: "somebody whose account was revoked", stands: "none", make: dismissed },
  { name: "a session in the other kind's cookie", stands: "none", make: mixedUp },
  { name: "a session on another origin's page", stands: "elsewhere", make: onOtherPage("https://elsewhere.example") },
  { name: "a session on a sibling site's page", stands: "elsewhere", make: onOtherPage(undefined, "same-site") },
  { name: "a session on a page that hides its origin", stands: "elsewhere", make: onOtherPage("null") },
];

async function settled(council, member) {
  return { ...member, spare: () => council.signIn(member.device) };
}

async function member(council, role) {
  return { staff: await council.signInStaff(council.addStaff(role)) };
}

async function both(council) {
  return { ...(await newcomer(council)), ...(await member(council, "key-worker")) };
}

async function dismissed(council) {
  const account = council.addStaff("dpo");
  const staff = await council.signInStaff(account);
  council.staff("revoke", ["--user", account.user]);
  return { staff };
}

// Each is in force where it belongs.
async function mixedUp(council) {
  const [{ cookie }, { staff }] = [await newcomer(council), await member(council, "dpo")];
  return { cookie: staff, staff: cookie };
}

async function newcomer(council) {
  const { code } = council.invite("--name", "Alex Field", "--born", "1990-02-03");
  return settled(council, await council.enrol(code));
}

async function revoked(council) {
  const { person, code } = council.invite("--name", "Charlie Wood", "--born", "1985-07-01");
  const lost = await council.enrol(code);
  await council.enrol(council.invite("--person", person).code);
  return lost;
}

async function departed(council) {
  const gone = await newcomer(council);
  await council.ask({ method: "POST", path: "/api/exit", cookie: gone.cookie });
  return gone;
}

function onOtherPage(origin, site = "cross-site") {
  return async (council) => {
    const caught = await newcomer(council);
    const { staff } = await member(council, "dpo");
    return { ...caught, staff, headers: { ...(origin ? { Origin: origin } : {}), "Sec-Fetch-Site": site } };
  };
}
