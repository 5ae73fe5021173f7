// @ts-check
// Phone numbers: which there are, where calls to them go, and their way to a trunk.

import { confirm } from "./confirm.js";
import { COLOURS, print, printFields, printJson, printTable, say } from "./print.js";
import { clientOf } from "./session.js";

/**
 * @typedef {import("./session.js").Global} Global
 * @typedef {import("wavix-trunks").PhoneNumber} PhoneNumber
 */

/** @type {[string, (number: PhoneNumber) => unknown][]} */
const COLUMNS = [
  ["ID", ({ id }) => id],
  ["NUMBER", ({ number }) => number],
  ["LABEL", ({ label }) => label],
  ["STATUS", ({ status }) => status],
  ["CALLS GO TO", ({ destination }) => destination.map(placeOf).join(", ") || "nowhere"],
];

/** @param {PhoneNumber["destination"][number]} destination */
const placeOf = ({ transport, destination }) => (transport === 5 ? `trunk ${destination}` : destination);

/**
 * @param {readonly PhoneNumber[]} numbers
 * @param {Global} options
 * @param {string} none
 */
function show(numbers, options, none) {
  if (options.json) printJson(numbers);
  else if (numbers.length === 0) say(none);
  else printTable(numbers, COLUMNS);
}

/** @param {Global & { search?: string }} options */
export async function list(options) {
  const client = await clientOf(options);
  /** @type {PhoneNumber[]} */
  const numbers = [];
  const { search } = options;
  for await (const number of client.numbers.listAll(search ? { search } : null)) numbers.push(number);
  show(numbers, options, "There are no such numbers.");
}

/**
 * @param {number} id
 * @param {Global} options
 */
export async function get(id, options) {
  const number = await (await clientOf(options)).numbers.get(id);
  if (options.json) printJson(number);
  else printFields(number);
}

/**
 * @param {number[]} ids
 * @param {Global & { trunk: number, priority?: number, smsRelayUrl?: string }} options
 */
export async function route(ids, options) {
  const { trunk: trunkId, priority, smsRelayUrl } = options;
  const client = await clientOf(options);
  const [trunk, ...numbers] = await Promise.all([client.get(trunkId), ...ids.map((id) => client.numbers.get(id))]);
  for (const { id, number, destination } of numbers) {
    say(`  ${id}  ${number}  ${destination.map(placeOf).join(", ") || "nowhere"} \u2192 trunk ${trunk.name}`);
  }
  const what = ids.length === 1 ? "this number" : `these ${ids.length} numbers`;
  await confirm(`Send calls to ${what} to trunk ${trunkId}, and nowhere else?`, options);
  const { items } = await client.numbers.routeToTrunk(ids, trunkId, {
    ...(priority ? { priority } : {}),
    ...(smsRelayUrl ? { smsRelayUrl } : {}),
  });
  if (options.json) printJson({ trunk: trunkId, numbers: ids, items });
  else print(`${ids.length} routed to trunk ${trunkId}.`, COLOURS.green);
}

/**
 * @param {number} trunkId
 * @param {Global} options
 */
export async function routes(trunkId, options) {
  const numbers = await (await clientOf(options)).numbers.routes(trunkId);
  show(numbers, options, `No calls lead to trunk ${trunkId}; \`wavix-trunks numbers route\` sends some.`);
}
