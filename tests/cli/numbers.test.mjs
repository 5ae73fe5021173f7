// @ts-check
// Phone numbers from the command line, and trunks that are not deleted while calls lead to them.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { commandFor, folder, KEY, PASSWORD } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {ReturnType<typeof commandFor>} */
let wavix;
before(async () => {
  sandbox = await startFaulty(KEY);
  wavix = commandFor(sandbox.url);
});
after(() => sandbox.stop());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.create({ label: "Head office", password: PASSWORD, callerid: "12121234567" });
  await sandbox.buy([{ number: "12125550101" }, { number: "442071838750" }]);
});

for (const api of ["numbers", "mydids"]) {
  test(`numbers are listed, read and routed, and their routes shown, by ${api}`, async () => {
    const numbers = (/** @type {string[]} */ ...args) => wavix("numbers", ...args, "--numbers-api", api);
    const routed = await numbers("route", "1", "--trunk", "1", "--sms-relay-url", "https://example.com/sms", "--yes");
    assert.deepEqual([routed.code, routed.stdout], [0, "1 routed to trunk 1.\n"]);
    assert.match(routed.stderr, /^ {2}1 {2}12125550101 {2}nowhere → trunk 67758$/m);
    assert.equal((await sandbox.number(1)).sms_relay_url, "https://example.com/sms");

    const { stdout } = await numbers("list");
    assert.deepEqual(
      stdout.split("\n").map((line) =>
        line
          .split(/ {2,}/)
          .filter(Boolean)
          .slice(0, 2)
          .concat(line.split("  ").at(-1) ?? ""),
      ),
      [["ID", "NUMBER", "CALLS GO TO"], [" 1", "12125550101", "trunk 67758"], [" 2", "442071838750", "nowhere"], [""]],
    );
    assert.match((await numbers("get", "2")).stdout, /^number +442071838750$/m);
    assert.equal(JSON.parse((await numbers("routes", "1", "--json")).stdout)[0].number, "12125550101");
    assert.equal(JSON.parse((await numbers("list", "--search", "4420", "--json")).stdout).length, 1);
    assert.equal((await wavix("delete", "1", "--numbers-api", api, "--yes")).code, 1);
    // But for the one that this test has asked.
    const other = api === "numbers" ? "mydids" : "numbers";
    const paths = (await sandbox.requests()).map(({ path }) => path).filter((path) => path !== "/v1/numbers/1");
    assert.deepEqual(
      [paths.some((path) => path.startsWith(`/v1/${api}`)), paths.some((path) => path.startsWith(`/v1/${other}`))],
      [true, false],
    );
  });
}

test("several numbers are routed at once, in the order of their trunks", async () => {
  const { code, stdout } = await wavix("numbers", "route", "1", "2", "--trunk", "1", "--priority", "7", "--yes");
  assert.deepEqual([code, stdout], [0, "2 routed to trunk 1.\n"]);
  for (const id of [1, 2]) {
    const { destination } = await sandbox.number(id);
    assert.deepEqual(
      destination.map((/** @type {Record<string, unknown>} */ to) => [to.trunk_id, to.priority]),
      [[1, 7]],
    );
  }
});

test("what is not there is said, and where to look", async () => {
  const { code, stderr } = await wavix("numbers", "get", "9");
  assert.deepEqual([code, /no such phone number.*`wavix-trunks numbers list`/s.test(stderr)], [1, true]);
});

test("nothing is routed without a yes, nor to a trunk or from a number that is not there", async () => {
  assert.equal((await wavix("numbers", "route", "1", "--trunk", "1")).code, 2);
  assert.equal((await wavix("numbers", "route", "1", "--trunk", "9", "--yes")).code, 1);
  assert.equal((await wavix("numbers", "route", "9", "--trunk", "1", "--yes")).code, 1);
  assert.equal((await wavix("numbers", "route", "1", "--yes")).code, 2);
  const { code, stderr } = await wavix("numbers", "routes", "1");
  assert.deepEqual([code, /`wavix-trunks numbers route` sends some/.test(stderr)], [0, true]);
});

test("a trunk to which calls lead is deleted only when that is said", async () => {
  await wavix("numbers", "route", "1", "2", "--trunk", "1", "--yes");
  const refused = await wavix("delete", "1", "--yes");
  assert.deepEqual([refused.code, (await sandbox.trunks()).length], [1, 1]);
  assert.match(refused.stderr, /^1: error: .*12125550101.*^1: .*numbers route.*--if-routed delete/ms);
  const deleted = await wavix("delete", "1", "--yes", "--if-routed", "delete");
  assert.deepEqual([deleted.code, await sandbox.trunks()], [0, []]);
});

test("a plan deletes a trunk to which calls lead only when that is said", async () => {
  await wavix("numbers", "route", "1", "--trunk", "1", "--yes");
  writeFileSync(join(folder, "none.json"), '{ "trunks": [] }');
  const apply = (/** @type {string[]} */ ...more) => wavix("apply", "none.json", "--prune", "--yes", ...more);
  const refused = await apply();
  assert.deepEqual([refused.code, (await sandbox.trunks()).length], [1, 1]);
  assert.match(refused.stderr, /Head office: .*--if-routed delete/);
  assert.equal((await apply("--if-routed", "delete")).code, 0);
  assert.deepEqual(await sandbox.trunks(), []);
});

test("where numbers cannot be listed, a trunk is deleted unless that is to be known", async () => {
  await sandbox.order([{ path: "/v1/numbers", times: "always", fault: { status: { code: 403 } } }]);
  assert.equal((await wavix("delete", "1", "--yes", "--if-routed", "refuse")).code, 1);
  assert.equal((await wavix("delete", "1", "--yes")).code, 0);
});
