// @ts-check
// The five calls as a user makes them: the installed package, a real sandbox, a real socket.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { install } from "./project.mjs";
import { startSandbox } from "./sandbox.mjs";

const project = install();
const ways = { import: project.byImport, require: async () => project.byRequire() };

const office = { label: "Head office", password: "correct-Horse-7", callerid: "12121234567" };

for (const [way, load] of Object.entries(ways)) {
  describe(`by ${way}`, () => {
    /** @type {Awaited<ReturnType<typeof startSandbox>>} */
    let sandbox;
    /** @type {typeof import("wavix-trunks")} */
    let wavix;
    before(async () => {
      sandbox = await startSandbox();
      wavix = await load();
    });
    after(() => sandbox.stop());

    const both = /** @type {const} */ (["query", "bearer"]);
    for (const auth of both) {
      test(`a trunk is created, listed, read, changed and deleted with the key as ${auth}`, async () => {
        const client = new wavix.TrunkClient({ apiKey: "sandbox-key", baseUrl: sandbox.url, auth });

        const created = await client.create({ ...office, call_restrict: true, call_limit: 600 });
        assert.equal(typeof created.id, "number");
        assert.ok(created.name, "a login name was made");
        assert.equal(created.label, "Head office");
        assert.equal(created.call_limit, 600);

        const page = await client.list({ page: 1, per_page: 50 });
        assert.deepEqual(page.pagination, { current_page: 1, per_page: 50, total: 1, total_pages: 1 });
        assert.deepEqual(
          page.sip_trunks.map(({ id, label, status }) => ({ id, label, status })),
          [{ id: created.id, label: "Head office", status: "active" }],
        );

        assert.deepEqual(await client.get(created.id), created);

        const changed = await client.update(created.id, { ...office, label: "Branch" });
        assert.equal(changed.label, "Branch");
        assert.equal(changed.call_restrict, false, "what an update leaves out goes back to its default");
        assert.equal((await client.get(created.id)).label, "Branch");

        assert.deepEqual(await client.delete(created.id), { success: true });
        assert.deepEqual((await client.list()).sip_trunks, []);
      });
    }

    test("pages divide the trunks without losing or repeating one", async () => {
      const client = new wavix.TrunkClient({ apiKey: "sandbox-key", baseUrl: sandbox.url });
      const labels = ["A", "B", "C"];
      for (const label of labels) await client.create({ ...office, label });

      const seen = [];
      for (const page of [1, 2, 3]) {
        const { sip_trunks } = await client.list({ page, per_page: 2 });
        seen.push(sip_trunks.map((trunk) => trunk.label));
      }
      assert.deepEqual(
        seen.map((page) => page.length),
        [2, 1, 0],
      );
      assert.deepEqual(seen.flat().sort(), labels);
    });

    test("a good config is valid, complete and normalised", () => {
      const report = wavix.validateTrunk({ ...office, callerid: "+1 (212) 123-4567" });
      assert.equal(report.ok, true);
      assert.equal(report.value?.callerid, "12121234567");
      assert.equal(report.value?.call_restrict, false);
    });

    test("a switch without its limit is an issue on the limit", () => {
      const report = wavix.validateTrunk({ ...office, call_restrict: true });
      assert.equal(report.ok, false);
      const [issue] = report.issues;
      assert.deepEqual(issue?.path, ["call_limit"]);
      assert.equal(issue?.code, "required_when");
      assert.equal(issue?.severity, "error");
    });
  });
}

test("import and require get the same instance", async () => {
  const [imported, required] = [await project.byImport(), project.byRequire()];
  assert.equal(imported.WavixError, required.WavixError);
  assert.equal(imported.TrunkClient, required.TrunkClient);
  assert.deepEqual(Object.keys(imported).sort(), Object.keys(required).sort());
});
