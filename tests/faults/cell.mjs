// @ts-check
// One cell of the table: one call, one fault, and what must hold whatever comes of it.

import assert from "node:assert/strict";
import { assertHides } from "../packaging/secrets.mjs";
import { NEW, OLD } from "./calls.mjs";

export const KEY = "planted+key/4b8d=0e6a";
export const PASSWORD = "Planted-Passw0rd & 7c1f";
const settings = { password: PASSWORD, callerid: "12121234567" };

/** @typedef {Awaited<ReturnType<typeof import("./control.mjs").startFaulty>>} Sandbox */
/** @typedef {typeof import("wavix-trunks")} Wavix */
/** @typedef {import("./calls.mjs").Call} Call */
/** @typedef {import("./rows.mjs").Row} Row */

/**
 * @typedef {object} Place
 * @property {Wavix} wavix
 * @property {Sandbox} sandbox
 * @property {{ milliseconds: number, pass: () => void }} deadline
 */

/**
 * Makes the call while the fault strikes, and gives the cell's words.
 *
 * @param {Place} place
 * @param {Call} call
 * @param {Row} row
 * @param {1 | "always"} times
 */
export async function cell({ wavix, sandbox, deadline }, call, row, times) {
  await sandbox.reset();
  const id = call.needsTrunk ? (await sandbox.create({ ...settings, label: OLD })).id : 0;
  const before = await sandbox.trunks();
  await sandbox.forgetRequests();
  await sandbox.order([{ method: call.method, times, ...row.rule }]);

  /** @type {unknown[]} */
  const said = [];
  /** @param {unknown} words */
  const hear = (words) => said.push(words);
  const client = new wavix.TrunkClient({
    apiKey: KEY,
    baseUrl: sandbox.url,
    auth: times === 1 ? "bearer" : "query",
    timeoutMs: deadline.milliseconds,
    onRetry: hear,
    logger: { error: hear, warn: hear, info: hear, debug: hear },
    logLevel: "debug",
  });
  const running = call.run(client, id, { ...settings, label: NEW }).then(
    (result) => ({ result, error: undefined }),
    (error) => ({ result: undefined, error }),
  );
  if (row.silent) {
    await struck(sandbox, call, row);
    deadline.pass();
  }
  const { result, error } = await running;

  await sandbox.calm();
  const requests = await sandbox.requests();
  await sandbox.catchUp();
  const after = await sandbox.trunks();
  assertTruth(wavix, call, { result, error }, before, after);
  const tokens = [...before, ...after].map((trunk) => trunk.access_token);
  for (const shown of [error, client, ...said]) assertHides(shown, KEY, PASSWORD, ...tokens);

  const own = requests.filter(({ method }) => method === call.method);
  const sent = total(own);
  if (error && sent === total(requests)) assert.equal(error.attempts, sent, "the error counts the requests");
  const others = total(requests) - sent;
  const came = error ? [error.code, error.outcome].filter(Boolean).join(", ") : "done";
  return `${came} · ${sent}${others ? `+${others}` : ""} · ${after.length}`;
}

/** @param {{ received: number }[]} requests */
const total = (requests) => requests.reduce((sum, { received }) => sum + received, 0);

/**
 * What a caller may build on: nothing is made twice, nothing that was acknowledged is lost, and an error that does not
 * say "unknown" means that nothing has changed.
 *
 * @param {Wavix} wavix
 * @param {Call} call
 * @param {{ result: any, error: any }} came
 * @param {import("./calls.mjs").Found[]} before
 * @param {import("./calls.mjs").Found[]} after
 */
function assertTruth(wavix, call, { result, error }, before, after) {
  const same = JSON.stringify(after) === JSON.stringify(before);
  if (error === undefined) {
    assert.ok(call.done(after), `it is done, and the trunks are ${JSON.stringify(after)}`);
    call.check(result, after);
    return;
  }
  assert.ok(error instanceof wavix.WavixError, `${error} is a WavixError`);
  assert.ok(same || call.done(after), `it is done or not, and the trunks are ${JSON.stringify(after)}`);
  if (error.outcome !== "unknown") assert.ok(same, `it is ${error.outcome}, and the trunks have changed`);
}

/**
 * Waits until the fault has struck, so that only the client's deadline is left to end the call.
 *
 * @param {Sandbox} sandbox
 * @param {Call} call
 * @param {Row} row
 */
async function struck(sandbox, call, row) {
  const kind = row.rule.processed === true ? "processed" : "received";
  for (let asked = 0; asked < 10_000; asked += 1) {
    const requests = await sandbox.requests();
    if (requests.some((line) => line.method === call.method && line[kind] > 0)) return;
  }
  throw new Error("the request never came");
}
