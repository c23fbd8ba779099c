// For a fuzzer in another language: enrols with a code, and prints a session and a body that each writing call takes.
//
//   node tests/whole/lib/print_examples.mjs ADDRESS CODE
import { ask } from "./ask.mjs";
import { makeDevice, newSecret } from "./device.mjs";

const [address, code] = process.argv.slice(2);
const device = makeDevice();
const enrolment = { code, record: device.enrolment() };
const answer = await ask(address, { method: "POST", path: "/api/enrolments", body: enrolment });
if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
const { me } = answer.json;
const { json: challenge } = await ask(address, { method: "POST", path: "/api/challenges", body: { key: device.key } });
const share = { device: newSecret(), verifier: newSecret() };

console.log(JSON.stringify({
  session: answer.session,
  secrets: [answer.session, code, me.person.id, me.person.name, device.key],
  bodies: {
    "POST /api/enrolments": [enrolment, { code: "0000-0000-0000", record: makeDevice().enrolment() }],
    "POST /api/challenges": [{ key: device.key }],
    "POST /api/sessions": [device.signIn(challenge)],
    "POST /api/exit": [{}],
    "PUT /api/me/contact": [{ shared_device: true, ways: ["text", "letter"], safe_times: "Tuesdays", note: "by day" }],
    "POST /api/records": [device.consent(me), device.request(me), device.consent(me, { previous: "0".repeat(64) })],
    "POST /api/recovery-codes": [{}],
    "POST /api/confirmations": [{}],
    "POST /api/pin-shares": [{ ...share, share: newSecret() }],
    "POST /api/pin-shares/release": [share],
  },
}));
