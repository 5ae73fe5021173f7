// @ts-check
// The sandbox behind the page, asked directly: to prepare what a test needs, to see what really happened, to tidy up.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const KEY = "sandbox-key";
const SANDBOX = env("WAVIX_SANDBOX_URL");

/** Settings that have no errors. */
export const GOOD = { label: "", password: "correct-Horse-7", callerid: "12121234567" };

/**
 * @typedef {typeof GOOD & Record<string, unknown>} Settings
 * @typedef {Settings & { id: number, name: string }} Trunk
 * @typedef {Trunk & { host_request: { host: string, status: string } | null }} Summary
 */

/**
 * @param {string} name
 * @returns {string}
 */
export function env(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test --only demo\``);
  return value;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {Settings} [settings]
 */
function call(method, path, settings) {
  const headers = { authorization: `Bearer ${KEY}`, "content-type": "application/json" };
  return fetch(`${SANDBOX}/v1/trunks${path}`, {
    method,
    headers,
    body: settings ? JSON.stringify(settings) : null,
  });
}

/**
 * @param {Settings} settings
 * @returns {Promise<Trunk>}
 */
export async function create(settings) {
  const answer = await call("POST", "", settings);
  if (!answer.ok) throw new Error(`not created: ${await answer.text()}`);
  return answer.json();
}

/**
 * Puts numbers into the account whose calls lead to a trunk.
 *
 * @param {string[]} numbers
 * @param {Trunk} trunk
 */
export async function routeTo(numbers, { id, name }) {
  const destinations = [{ transport: 5, trunk_id: id, destination: name }];
  const answer = await fetch(`${SANDBOX}/sandbox/numbers`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify(numbers.map((number) => ({ number, destinations }))),
  });
  if (!answer.ok) throw new Error(`numbers refused: ${await answer.text()}`);
}

/**
 * The trunk, or nothing when there is none.
 *
 * @param {number} id
 * @returns {Promise<Trunk | undefined>}
 */
export async function read(id) {
  const answer = await call("GET", `/${id}`);
  return answer.ok ? answer.json() : undefined;
}

/** @param {number} id */
export async function remove(id) {
  await call("DELETE", `/${id}`);
}

/**
 * The trunks whose labels begin with these words, as the list has them.
 *
 * @param {string} label
 * @returns {Promise<Summary[]>}
 */
export async function labelled(label) {
  const found = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const { sip_trunks: trunks, pagination } = await (await call("GET", `?per_page=100&page=${page}`)).json();
    found.push(...trunks.filter((/** @type {Summary} */ trunk) => trunk.label.startsWith(label)));
    pages = pagination.total_pages;
  }
  return found;
}

/**
 * Lets the sandbox fail; see docs/sandbox.md.
 *
 * @param {object[]} rules
 */
export async function orderFaults(rules) {
  const answer = await fetch(`${SANDBOX}/sandbox/faults`, {
    method: "PUT",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify(rules),
  });
  if (!answer.ok) throw new Error(`faults refused: ${await answer.text()}`);
}

/**
 * A sandbox of a test's own, on a free port.
 *
 * @param {number} seed how many example trunks it has
 */
export async function startSandbox(seed) {
  const child = spawn(env("WAVIX_SANDBOX"), ["--listen", "127.0.0.1:0", "--seed", String(seed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  return { url: String(line).replace("listening on ", ""), end: () => void child.kill() };
}
