// Everything, interleaved: `node bench.mjs RESULTS-FOLDER [--quick]`. Each contestant of each case runs in a fresh process,
// one after the other, round after round; what is told are medians. `--quick` only proves that it works.

import { execFile, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { agree, cases, growth, VALIDATORS } from "./cases.mjs";
import { plots } from "./plots.mjs";

const [folder = "."] = process.argv.slice(2);
const quick = process.argv.includes("--quick");
const ROUNDS = quick ? 1 : 7;
const MILLISECONDS = quick ? 5 : 400;
const STREAMED = quick ? 2 : 100;
const LISTED = quick ? [1, 100] : [1, 10, 100, 1000, 10_000, 100_000];
const GROWN = growth.contestants.slice(0, quick ? 3 : 7);
const STARTED = [...VALIDATORS.filter((name) => name !== "hand-written"), "telnyx"];
const execute = promisify(execFile);

/**
 * What a program prints last, as JSON.
 *
 * @param {unknown[]} words
 */
async function said(...words) {
  const { stdout } = await execute(process.execPath, words.map(String), { cwd: import.meta.dirname });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * The medians of contestants that take turns.
 *
 * @param {string[]} contestants
 * @param {(contestant: string) => Promise<number>} measure
 * @returns {Promise<Record<string, number>>}
 */
async function inTurn(contestants, measure) {
  /** @type {Record<string, number[]>} */
  const values = Object.fromEntries(contestants.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of contestants) values[name]?.push(await measure(name));
  }
  return Object.fromEntries(contestants.map((name) => [name, median(values[name] ?? [])]));
}

/**
 * A server that says on its first line where it listens.
 *
 * @param {string} program
 * @param {string[]} words
 */
async function serving(program, ...words) {
  const server = spawn(program, words, { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line))));
  return { url: line.match(/http:\S+/)?.[0] ?? "", stop: () => server.kill() };
}

/** Pages made beforehand, so that what is measured is the client. @param {number} count */
const pageServer = (count) => serving(process.execPath, "server.mjs", String(count));

/** The API itself. @param {number} count */
const sandbox = (count) => serving(process.env.WAVIX_SANDBOX ?? "", "--listen", "127.0.0.1:0", "--seed", String(count));

/** @param {number} value */
const short = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** @type {string[]} */
const lines = [];

/**
 * @param {string} title
 * @param {string} target
 * @param {[string, ...string[]][]} rows
 */
function table(title, target, rows) {
  lines.push("", `${title} (target: ${target})`);
  const wide = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    lines.push(
      `  ${row.map((cell, column) => (column ? cell.padStart(wide[column] ?? 0) : cell.padEnd(wide[0] ?? 0))).join("  ")}`,
    );
  }
  console.log(lines.splice(0).join("\n"));
}

await agree();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${ROUNDS} rounds`);
/** @type {Record<string, Record<string, number>>} */
const results = {};

for (const [name, { title, target, contestants, warm }] of Object.entries(cases)) {
  const medians = await inTurn(contestants, (contestant) =>
    said("measure.mjs", name, contestant, MILLISECONDS, quick ? 1 : warm),
  );
  results[name] = medians;
  const first = medians[contestants[0] ?? ""] ?? Number.NaN;
  table(
    title,
    target,
    contestants.map((contestant) => {
      const each = medians[contestant] ?? Number.NaN;
      if (name === "files") return [contestant, `${short(1000 / each)} MB/s`];
      return [contestant, `${short(each)} ns`, `${short(1e6 / each)} k/s`, `${short(each / first)} ×`];
    }),
  );
}

/** @type {Record<string, number>} */
const memory = {};
results.stream = await inTurn(["ndjson", "csv"], async (format) => {
  const [speed, mebibytes] = await said("stream.mjs", format, STREAMED);
  memory[format] = Math.max(memory[format] ?? 0, mebibytes);
  return speed;
});
results.streamMemory = memory;
table(
  `A stream of ${STREAMED} MB`,
  "≥ 150 MB/s, ≤ 16 MiB",
  Object.entries(results.stream).map(([name, speed]) => [name, `${short(speed)} MB/s`, `${memory[name]} MiB of wasm`]),
);

for (const [key, title, start] of /** @type {const} */ ([
  ["listAll", "pages made beforehand", pageServer],
  ["listAllOfSandbox", "the sandbox", sandbox],
])) {
  const { url, stop } = await start(LISTED.at(-2) ?? 1);
  /** @type {Record<string, number>} */
  const grown = {};
  const times = await inTurn(["fetch", "wavix-trunks", "telnyx", "openai"], async (name) => {
    const [milliseconds, mebibytes] = await said("listing.mjs", name, url, LISTED.at(-2));
    grown[name] = Math.max(grown[name] ?? 0, mebibytes);
    return milliseconds;
  });
  stop();
  results[key] = times;
  table(
    `listAll over ${LISTED.at(-2)} trunks on loopback, from ${title}`,
    "≤ 1.1 × fetch, memory flat",
    Object.entries(times).map(([name, time]) => [
      name,
      `${short(time)} ms`,
      `${short(time / (times.fetch ?? Number.NaN))} ×`,
      `+${short(grown[name] ?? 0)} MiB`,
    ]),
  );
}

results.start = await inTurn(STARTED, (name) => said("start.mjs", name));
table(
  "Import to first validation in a fresh Node",
  "≤ 10 ms",
  Object.entries(results.start).map(([name, time]) => [name, `${short(time)} ms`]),
);

const cold = await said("page.mjs", ROUNDS);
results.page = { "wavix-trunks": median(cold) };
table("First validation in Chromium, cold, main thread", "≤ 15 ms", [["wavix-trunks", `${short(median(cold))} ms`]]);

results.growth = await inTurn(
  GROWN,
  async (count) => (await said("measure.mjs", "growth", count, MILLISECONDS, quick ? 1 : growth.warm)) * Number(count),
);
/** @type {Record<string, number>} */
const listed = {};
for (const count of LISTED) {
  const { url, stop } = await pageServer(count);
  const [milliseconds] = await said("listing.mjs", "wavix-trunks", url, count);
  listed[count] = milliseconds * 1e6;
  stop();
}
results.listGrowth = listed;
table(
  "In bulk, by how many",
  "linear",
  Object.entries(results.growth).map(([count, time]) => [count, `${short(time / Number(count))} ns each`]),
);
table(
  "Listed, by how many",
  "linear",
  Object.entries(listed).map(([count, time]) => [count, `${short(time / 1e6 / Number(count))} ms each`]),
);

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
for (const [name, svg] of Object.entries(plots(results))) writeFileSync(join(folder, `${name}.svg`), svg);
console.log(`\nresults.json and plots in ${folder}`);
