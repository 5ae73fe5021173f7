// @ts-check
// Files of wishes, and journals of them: what is done is what was written and shown, and to the trunks that were meant.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { startBetween } from "./between.mjs";
import { commandFor, file, folder, KEY, PASSWORD, trunk } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {ReturnType<typeof commandFor>} */
let wavix;
before(async () => {
  sandbox = await startFaulty(KEY);
  wavix = commandFor(sandbox.url);
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

test("of trunks that share a label each gets its own password, also from a journal", async (t) => {
  for (let made = 0; made < 2; made += 1) await sandbox.create(trunk("twin"));
  const { url, sent } = await startBetween(t, sandbox.url);
  const apply = (/** @type {string} */ name, /** @type {string[]} */ ...more) =>
    commandFor(url, { WAVIX_TRUNK_PASSWORD: PASSWORD })("apply", name, "--yes", "--concurrency", "1", ...more);
  const passwords = () => sent.splice(0).map(({ path, password }) => [path, password]);
  const twins = (/** @type {string} */ callerid, /** @type {string[]} */ ...own) => ({
    trunks: own.map((password, at) => ({ ...trunk("twin", { callerid, password }), id: at + 1 })),
  });

  const kept = file("twins.json", twins("12125550101", "Password-of-1", "keep"));
  assert.equal((await apply(kept)).code, 0);
  assert.deepEqual(passwords(), [
    ["/v1/trunks/1", "Password-of-1"],
    ["/v1/trunks/2", PASSWORD],
  ]);

  const both = file("twins.json", twins("12125550102", "Password-of-1", "Password-of-2"));
  await sandbox.order([{ method: "PUT", times: "always", fault: { status: { code: 422 } } }]);
  assert.equal((await apply(both, "--journal", "twins.ndjson")).code, 1);
  await sandbox.calm();
  sent.length = 0;
  assert.equal((await apply(both, "--journal", "twins.ndjson")).code, 0);
  assert.deepEqual(passwords(), [
    ["/v1/trunks/1", "Password-of-1"],
    ["/v1/trunks/2", "Password-of-2"],
  ]);
});

test("a journal is written after the yes, and is for what was shown: the same trunks, compared in the same way", async () => {
  for (const label of ["a", "b"]) await sandbox.create(trunk(label));
  const wish = (/** @type {number} */ id) => ({ trunks: [{ ...trunk("c", { passthrough: true }), id }] });
  const first = file("first.json", wish(1));
  const second = file("second.json", wish(2));
  const journal = ["--journal", "ids.ndjson"];
  const path = join(folder, "ids.ndjson");
  const labels = async () => (await sandbox.trunks()).map(({ label }) => label);

  assert.equal((await wavix("apply", first, ...journal)).code, 2);
  assert.ok(!existsSync(path));

  await sandbox.order([{ method: "PUT", times: "always", fault: { status: { code: 422 } } }]);
  assert.equal((await wavix("apply", first, ...journal, "--yes")).code, 1);
  await sandbox.calm();
  for (const other of [[second], [first, "--ask-again"]]) {
    const { code, stderr } = await wavix("apply", ...other, ...journal, "--yes");
    assert.deepEqual([code, /journal of other wishes/.test(stderr)], [2, true], other.join(" "));
  }
  assert.deepEqual(await labels(), ["a", "b"]);

  // Ended before the first request, so that nothing waits to be finished.
  file("ids.ndjson", `${readFileSync(path, "utf8").split("\n")[0]}\n`);
  const { code, stdout } = await wavix("apply", second, ...journal, "--yes");
  assert.deepEqual([code, /^~ update c \(2\)$/m.test(stdout)], [0, true]);
  assert.deepEqual(await labels(), ["a", "c"]);
});

test("a file that is no journal is named, and left as it is", async () => {
  const wishes = file("new.json", { trunks: [trunk("new")] });
  for (const content of [{ trunks: [] }, { plan: { steps: [null] } }, "null\n", '{"plan":{"steps":[]}}\nnull\n', ""]) {
    const name = file("other.ndjson", content);
    const before = readFileSync(join(folder, name), "utf8");
    const { code, stdout, stderr } = await wavix("apply", wishes, "--journal", name, "--yes");
    const message = "error: other.ndjson is no journal of wavix-trunks: name another file, or remove it.\n";
    assert.deepEqual([code, stdout, stderr], [2, "", message]);
    assert.equal(readFileSync(join(folder, name), "utf8"), before);
  }
  assert.equal(await sandbox.count(), 0);
});

test("rows that name a trunk by its id are refused, whatever they are written in, and what they are warned of is told", async () => {
  await sandbox.create(trunk("a"));
  const row = { ...trunk("b"), id: 1 };
  /** @type {[string, string, number][]} */
  const files = [
    ["id.csv", `label,password,callerid,ID\nc,"${PASSWORD}",12121234567,\nb,"${PASSWORD}",12121234567,1\n`, 3],
    ["id.ndjson", `${JSON.stringify(trunk("c"))}\n${JSON.stringify(row)}\n`, 2],
    ["id.json", `[\n${JSON.stringify(row)}]`, 2],
    ["one.json", JSON.stringify(row), 1],
  ];
  for (const [name, content, line] of files) {
    const { code, stdout, stderr } = await wavix("apply", file(name, content), "--prune", "--yes");
    const message = `${name}:${line}: a row cannot say by id which trunk it is: write { "trunks": [ … ] } as JSON.`;
    assert.deepEqual([code, stdout, stderr.endsWith(`error: ${message}\n`)], [2, "", true], stderr);
  }
  assert.deepEqual(
    (await sandbox.trunks()).map(({ label }) => label),
    ["a"],
  );

  const typo = file("typo.csv", `label,password,callerid,call_limt\na,"${PASSWORD}",12121234567,60\n`);
  const { code, stderr } = await wavix("plan", typo);
  assert.deepEqual([code, /^typo\.csv:2: warning call_limt: .*call_limit/.test(stderr)], [0, true], stderr);
});

test("only a file that says so makes an account empty", async () => {
  await sandbox.create(trunk("a"));
  for (const content of ["", " \n", "label,password,callerid\n", "[]"]) {
    const { code, stdout, stderr } = await wavix("apply", file("none.json", content), "--prune", "--yes");
    const message = 'error: none.json holds no trunks: write {"trunks": []} if the account is to be empty.\n';
    assert.deepEqual([code, stdout, stderr], [2, "", message]);
  }
  assert.equal(await sandbox.count(), 1);
  assert.equal((await wavix("apply", file("none.json", { trunks: [] }), "--prune", "--yes")).code, 0);
  assert.equal(await sandbox.count(), 0);
});

test("a file is UTF-8, with a byte order mark or without, and nothing else is guessed", async () => {
  const wishes = JSON.stringify({ trunks: [trunk("Zürich")] });
  const one = JSON.stringify(trunk("Zürich"));
  for (const text of [wishes, `[${one}]`, one, `label,password,callerid\nZürich,"${PASSWORD}",12121234567\n`]) {
    for (const encoding of /** @type {const} */ (["latin1", "utf16le"])) {
      const { code, stderr } = await wavix("apply", file("other.txt", Buffer.from(text, encoding)), "--yes");
      assert.deepEqual(
        [code, stderr],
        [2, "error: other.txt is not UTF-8: save it as UTF-8.\n"],
        `${encoding} ${text}`,
      );
    }
  }
  const from = await wavix("create", "--from", file("other.json", Buffer.from(one, "latin1")));
  assert.deepEqual([from.code, from.stderr], [2, "error: other.json is not UTF-8: save it as UTF-8.\n"]);
  assert.equal(await sandbox.count(), 0);

  assert.equal((await wavix("apply", file("mark.json", `\ufeff${wishes}`), "--yes")).code, 0);
  assert.equal((await wavix("create", "--from", file("mark.json", `\ufeff${one}`))).code, 0);
  assert.deepEqual(
    (await sandbox.trunks()).map(({ label }) => label),
    ["Zürich", "Zürich"],
  );
});

test("a setting whose name is none is told of a trunk that is as wished, too", async () => {
  await sandbox.create(trunk("a"));
  await sandbox.create(trunk("b"));
  const wishes = file("typo.json", { trunks: [trunk("a", { encrypted_medai: true }), trunk("b")] });
  for (const command of ["plan", "apply"]) {
    const { code, stdout } = await wavix(command, wishes);
    const [step, issue, ...rest] = stdout.split("\n");
    assert.deepEqual([code, step], [0, "  none a (1)"]);
    assert.match(String(issue), /^ {4}warning encrypted_medai: .*did you mean “encrypted_media”\?$/);
    assert.equal(rest[0], "0 to create, 0 to update, 0 to delete, 2 as wished.");
  }
});
