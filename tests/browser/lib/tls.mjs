// A certificate for localhost, made for one run and thrown away with it.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

// What the server wants on its command line to speak TLS.
export function makeCertificate(folder) {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  execFileSync("openssl", [
    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
  ], { stdio: "ignore" });
  return ["--tls-cert", certificate, "--tls-key", key];
}
