// The program as it was linked: what a flaw could otherwise use stands where nothing can write to it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { program } from "../browser/lib/server.mjs";

const told = execFileSync("readelf", ["--wide", "--file-header", "--program-headers", "--dynamic", program], { encoding: "utf8" });

assert.match(told, /Type:\s+DYN/, "its place in memory differs from start to start");
assert.match(told, /GNU_RELRO/, "the tables of the loader can be closed");
assert.match(told, /\(FLAGS\).*BIND_NOW/, "and are, before the first line of ours runs");
assert.match(told, /GNU_STACK\s+\S+ \S+ \S+ \S+ \S+ RW\s/, "nothing on the stack is code");
assert.doesNotMatch(told, /LOAD\s+\S+ \S+ \S+ \S+ \S+ (RWE|WE)/, "nothing that can be written is code");
assert.doesNotMatch(told, /R(UN)?PATH/, "libraries come from where the system keeps them");
