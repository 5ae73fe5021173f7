// @ts-check
// What the relay costs: `cargo xtask build`, then `node tests/relay/measure.mjs`. Relay, sandbox and caller are programs of
// their own; rounds through the relay and straight ones take turns. Prints the paragraph of docs/relay/index.md.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [COUNT, CONCURRENCY, ROUNDS] = [10_000, 100, 5];
const root = join(import.meta.dirname, "../..");
process.env.WAVIX_TARBALL ??= join(root, "target/package/wavix-trunks-0.1.0.tgz");
process.env.WAVIX_SANDBOX ??= join(root, "target/release/wavix-sandbox");

const { exampleProject } = await import("./examples.mjs");
const { startSandbox } = await import("../packaging/sandbox.mjs");
const { storm } = await import("./load.mjs");

const KEY = "sandbox-key";
const sandbox = await startSandbox("--seed", "25");
// Without a log, which would be most of the work, and without a limit that these requests are there to break.
const folder = exampleProject((_, text) => text.replace("logger: console,", "limits: { rate: false },"));
const relay = spawn(process.execPath, ["node.mjs"], {
  cwd: folder,
  env: { ...process.env, PORT: "0", WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url },
  stdio: ["ignore", "pipe", "inherit"],
});
const [line] = await once(createInterface(relay.stdout), "line");
const port = String(line).match(/\d+$/)?.[0];

const ways = {
  relay: { url: `http://127.0.0.1:${port}/api/wavix/v1/trunks`, headers: { cookie: "session=session-of-bob" } },
  direct: { url: `${sandbox.url}/v1/trunks`, headers: { authorization: `Bearer ${KEY}` } },
};
/** @type {{ relay: number[], direct: number[] }} */
const times = { relay: [], direct: [] };
let lost = 0;
for (const way of Object.values(ways)) await storm(way, 1000, CONCURRENCY);
for (let round = 0; round < ROUNDS; round += 1) {
  /** @type {(keyof typeof ways)[]} */
  const order = round % 2 ? ["relay", "direct"] : ["direct", "relay"];
  for (const name of order) {
    const { statuses, milliseconds } = await storm(ways[name], COUNT, CONCURRENCY);
    times[name].push(milliseconds);
    lost += COUNT - (statuses[200] ?? 0);
  }
}
relay.kill();
await sandbox.stop();

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const ratios = times.relay.map((time, round) => time / (times.direct[round] ?? Number.NaN));
const each = (/** @type {number[]} */ list) => (median(list) / COUNT).toFixed(2);
console.log(`${COUNT} lists of 25 trunks, ${CONCURRENCY} at a time, ${ROUNDS} rounds each way in turns, ${cpus().length} cores for caller, relay and sandbox
together: ${lost} lost; a request takes ${each(times.relay)} ms through the relay and ${each(times.direct)} ms without (medians), ratio ${median(ratios).toFixed(1)}
(${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}).`);
