// @ts-check
// The columns of the table: the calls, and what each leaves behind when it went well.

import assert from "node:assert/strict";

/** @typedef {import("wavix-trunks").TrunkClient} TrunkClient */
/** @typedef {{ id: number, label: string }} Found a trunk as the sandbox lists it */

/**
 * @typedef {object} Call
 * @property {string} name
 * @property {"GET" | "POST" | "PUT" | "DELETE"} method
 * @property {boolean} needsTrunk whether there is a trunk before
 * @property {(client: TrunkClient, id: number, settings: Settings) => Promise<any>} run
 * @property {(trunks: Found[]) => boolean} done whether the trunks are as after a call that went well
 * @property {(result: any, trunks: Found[]) => void} check whether the result is the truth
 */
/** @typedef {{ label: string, password: string, callerid: string }} Settings */

export const OLD = "Head office";
export const NEW = "Branch";

/** @param {Found[]} trunks */
const labels = (trunks) => trunks.map(({ label }) => label);
/**
 * @param {Found[]} trunks
 * @param {string[]} expected
 */
const are = (trunks, ...expected) => labels(trunks).join() === expected.join();

/** @type {Omit<Call, "name" | "run">} */
const creating = {
  method: "POST",
  needsTrunk: false,
  done: (trunks) => are(trunks, NEW),
  check: (trunk, trunks) => assert.equal(trunk.id, trunks[0]?.id),
};

/** @type {Call[]} */
export const calls = [
  {
    name: "list",
    method: "GET",
    needsTrunk: true,
    run: (client) => client.list(),
    done: (trunks) => are(trunks, OLD),
    check: (page, trunks) => assert.deepEqual(labels(page.sip_trunks), labels(trunks)),
  },
  {
    name: "get",
    method: "GET",
    needsTrunk: true,
    run: (client, id) => client.get(id),
    done: (trunks) => are(trunks, OLD),
    check: (trunk, trunks) => assert.equal(trunk.label, trunks[0]?.label),
  },
  { ...creating, name: "create", run: (client, _, settings) => client.create(settings) },
  {
    ...creating,
    name: "create, reconciled",
    run: (client, _, settings) => client.create(settings, { onUnknown: "reconcile" }),
  },
  {
    name: "update",
    method: "PUT",
    needsTrunk: true,
    run: (client, id, settings) => client.update(id, settings),
    done: (trunks) => are(trunks, NEW),
    check: (trunk, trunks) => assert.equal(trunk.label, trunks[0]?.label),
  },
  {
    name: "delete",
    method: "DELETE",
    needsTrunk: true,
    run: (client, id) => client.delete(id),
    done: (trunks) => are(trunks),
    check: (deleted) => assert.deepEqual(deleted, { success: true }),
  },
];
