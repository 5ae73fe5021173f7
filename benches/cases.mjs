// What is measured: each case says who takes part and makes a function to be run again and again.

import { files, listed, many, trunk, wrongSixTimes } from "./trunks.mjs";

/**
 * @typedef {object} Work
 * @property {() => unknown} run
 * @property {number} per how many trunks, or other units, one run handles
 *
 * @typedef {object} Case
 * @property {string} title
 * @property {string} target
 * @property {string[]} contestants the first one is what the others are compared with
 * @property {number} warm so many units come before what is measured: engines compile what runs often, bit by bit
 * @property {(contestant: string) => Promise<Work>} prepare
 */

export const VALIDATORS = [
  "wavix-trunks",
  "typebox",
  "ajv",
  "ajv-standalone",
  "hand-written",
  "zod",
  "zod-mini",
  "valibot",
  "arktype",
  "yup",
  "joi",
];

/** So many objects in turn, so that nothing is remembered for the one. */
const TURN = 1000;
const BULK = 10_000;
const LISTED = 1000;
const SHORT = { password: "correct-Horse-7-battery", callerid: "12121234567" };

/**
 * @param {string} name
 * @returns {Promise<(value: unknown) => number>}
 */
export const problemsOf = async (name) => (await import(`./peers/${name}.mjs`)).problems;

/**
 * @param {(number: number) => unknown} make
 * @returns {Case["prepare"]}
 */
const judging = (make) => async (name) => {
  const problems = await problemsOf(name);
  // By JSON, as objects come to a program.
  const trunks = Array.from({ length: TURN }, (_, number) => JSON.parse(JSON.stringify(make(number))));
  return {
    per: TURN,
    run() {
      let count = 0;
      for (const trunk of trunks) count += problems(trunk);
      return count;
    },
  };
};

/** @returns {Promise<Work>} */
async function oneText(/** @type {string} */ name) {
  const texts = Array.from({ length: TURN }, (_, number) => JSON.stringify(trunk(number)));
  const each = (/** @type {(text: string) => unknown} */ read) => ({
    per: TURN,
    run() {
      for (const text of texts) read(text);
    },
  });
  if (name === "JSON.parse") return each((text) => JSON.parse(text));
  if (name === "wavix-trunks") {
    const { validateTrunks } = await import("wavix-trunks");
    return each((text) => validateTrunks(text));
  }
  const problems = await problemsOf(name);
  return each((text) => problems(JSON.parse(text)));
}

/** @returns {Promise<Work>} */
async function bulk(/** @type {string} */ name) {
  const text = files.json(BULK);
  if (name === "JSON.parse") return { per: BULK, run: () => JSON.parse(text) };
  if (name === "wavix-trunks") {
    const { validateTrunks } = await import("wavix-trunks");
    const bytes = new TextEncoder().encode(text);
    return { per: BULK, run: () => validateTrunks(bytes) };
  }
  const problems = await problemsOf(name);
  return {
    per: BULK,
    run() {
      const found = [];
      for (const [row, trunk] of JSON.parse(text).entries()) {
        const count = problems(trunk);
        if (count > 0) found.push([row, count]);
      }
      return found;
    },
  };
}

/** @returns {Promise<Work>} */
async function file(/** @type {"json" | "ndjson" | "csv"} */ format) {
  const { validateTrunks } = await import("wavix-trunks");
  const bytes = new TextEncoder().encode(files[format](BULK));
  return { per: bytes.length, run: () => validateTrunks(bytes) };
}

/** @returns {Promise<Work>} */
async function list(/** @type {string} */ name) {
  const text = JSON.stringify(listed(1, LISTED, LISTED));
  const answer = () => new Response(text, { headers: { "content-type": "application/json" } });
  if (name === "JSON.parse") return { per: LISTED, run: async () => JSON.parse(await answer().text()) };
  const { TrunkClient } = await import("wavix-trunks");
  const client = new TrunkClient({ apiKey: "key", fetch: async () => answer() });
  return { per: LISTED, run: () => client.list() };
}

/** @returns {Promise<Work>} */
async function growing(/** @type {string} */ count) {
  const { validateTrunks } = await import("wavix-trunks");
  // Short ones, because no engine holds a million of the long ones in one string.
  const row = (/** @type {number} */ number) => JSON.stringify({ ...SHORT, label: `Desk ${number}` });
  const bytes = new TextEncoder().encode(`[${Array.from({ length: Number(count) }, (_, at) => row(at)).join(",")}]`);
  return { per: Number(count), run: () => validateTrunks(bytes) };
}

/** @type {Record<string, Case>} */
export const cases = {
  valid: {
    title: "One valid trunk object, 22 fields",
    target: "≥ 1.4 M/s",
    contestants: VALIDATORS,
    warm: 50_000,
    prepare: judging(trunk),
  },
  errors: {
    title: "One object with 6 errors",
    target: "≥ 200 k/s",
    contestants: VALIDATORS,
    warm: 20_000,
    prepare: judging(wrongSixTimes),
  },
  text: {
    title: "One trunk as JSON text",
    target: "≤ 0.7 × JSON.parse",
    contestants: ["JSON.parse", "wavix-trunks", "typebox", "ajv", "zod"],
    warm: 50_000,
    prepare: oneText,
  },
  bulk: {
    title: "10,000 trunks as JSON bytes, 1 in 20 with a mistake",
    target: "≤ 0.6 × JSON.parse",
    contestants: ["JSON.parse", ...VALIDATORS.filter((name) => name !== "hand-written" && name !== "ajv-standalone")],
    warm: 2 * BULK,
    prepare: bulk,
  },
  files: {
    title: "A file of 10,000 trunks, by format",
    target: "≥ 150 MB/s",
    contestants: ["json", "ndjson", "csv"],
    // Units are bytes here: two files of them.
    warm: 1,
    prepare: (format) => file(/** @type {"json" | "ndjson" | "csv"} */ (format)),
  },
  list: {
    title: "A list answer of 1,000 summaries",
    target: "≤ 1.3 × JSON.parse",
    contestants: ["JSON.parse", "wavix-trunks"],
    warm: 20 * LISTED,
    prepare: list,
  },
};

/** @type {Case} */
export const growth = {
  title: "Trunks in bulk, by how many",
  target: "linear",
  contestants: ["1", "10", "100", "1000", "10000", "100000", "1000000"],
  warm: 50_000,
  prepare: growing,
};

/** Fails unless everybody sees the same trunks as good, the same as wrong, and as many mistakes. */
export async function agree() {
  const all = await Promise.all(VALIDATORS.map(async (name) => ({ name, problems: await problemsOf(name) })));
  const { validateTrunks } = await import("wavix-trunks");
  const rows = many(1000);
  const { rows: found } = validateTrunks(JSON.stringify(rows));
  const wrong = new Set(found.map(({ row }) => row - 1));
  for (const { name, problems } of all) {
    for (const [at, row] of rows.entries()) {
      if (problems(row) > 0 !== wrong.has(at)) throw new Error(`${name} does not agree about row ${at}`);
    }
    // arktype looks no further when a field is wrong: the rules across fields come after.
    const least = name === "arktype" ? 5 : 6;
    const count = problems(wrongSixTimes(0));
    if (count < least) throw new Error(`${name} finds ${count} mistakes of 6`);
  }
}
