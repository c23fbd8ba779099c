// Bytes as they are to a server on this machine, and everything that comes back.

import { connect } from "node:net";

// Sends and waits until the server closes. `bytes` may be sent in parts; the sending side stays open, so that it is the
// server's doing that it ends. A server that keeps the connection has `patience_ms` to say why.
export function send(port, parts, { patience_ms = 20_000 } = {}) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const received = [];
    socket.setTimeout(patience_ms, () => socket.destroy(new Error("the connection was neither answered nor closed")));
    socket.on("data", (data) => received.push(data));
    socket.on("error", (error) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? undefined : reject(error)));
    socket.on("close", () => resolve(Buffer.concat(received).toString("latin1")));
    for (const part of [parts].flat()) socket.write(part, "latin1");
  });
}

// The status of each answer in what came back.
export const statuses = (received) => [...received.matchAll(/(?:^|[^\r]\n?)HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
