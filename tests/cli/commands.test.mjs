// @ts-check
// Every command against the real sandbox: what it prints, where, and with which exit code it ends.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { nowhere } from "../packaging/server.mjs";
import { commandFor, file, folder, KEY, PASSWORD, program, run, trunk } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
/** @type {ReturnType<typeof commandFor>} */
let wavix;
before(async () => {
  sandbox = await startFaulty(KEY);
  wavix = commandFor(sandbox.url, { WAVIX_TRUNK_PASSWORD: PASSWORD });
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const office = ["create", "--label", "Head office", "--callerid", "+1 (212) 123-4567"];

test("npx runs it", async () => {
  const { code, stdout } = await run("npx", ["--offline", "wavix-trunks", "--version"]);
  const { version } = JSON.parse(readFileSync(join(folder, "node_modules/wavix-trunks/package.json"), "utf8"));
  assert.deepEqual([code, stdout], [0, `${version}\n`]);
});

test("a trunk is made, listed, read, changed and deleted", async () => {
  const created = await wavix(...office, "--call-restrict", "--call-limit", "60", "--didinfo-enabled", "off", "--json");
  assert.equal(created.code, 0, created.stderr);
  const { id, callerid, call_limit, didinfo_enabled } = JSON.parse(created.stdout);
  assert.deepEqual([callerid, call_limit, didinfo_enabled], ["12121234567", 60, false]);

  const listed = await wavix("list");
  assert.deepEqual([listed.code, listed.stderr], [0, ""]);
  assert.deepEqual(listed.stdout.split("\n"), [
    "ID  LOGIN  LABEL        CALLER ID    AUTH    STATUS",
    ` 1  67758  Head office  12121234567  Digest  active`,
    "",
  ]);
  assert.match((await wavix("get", String(id))).stdout, /^call_limit +60$/m);

  const preview = await wavix("update", String(id), "--call-limit", "120", "--dry-run", "--json");
  assert.deepEqual(JSON.parse(preview.stdout), { id, differences: [{ field: "call_limit", before: 60, after: 120 }] });
  const changed = await wavix("update", String(id), "--call-limit", "120", "--yes");
  assert.deepEqual([changed.code, changed.stdout], [0, "Trunk 1 is changed.\n"]);
  assert.equal(JSON.parse((await wavix("get", "1", "--json")).stdout).label, "Head office");

  const deleted = await wavix("delete", "1", "--yes");
  assert.deepEqual([deleted.code, deleted.stdout], [0, "1 deleted.\n"]);
  const empty = await wavix("list");
  assert.deepEqual([empty.code, empty.stdout], [0, ""]);
  assert.match(empty.stderr, /`wavix-trunks create` makes one/);
});

test("a page of a list is one request", async () => {
  for (const label of ["a", "b", "c"]) await sandbox.create(trunk(label));
  await sandbox.forgetRequests();
  const { stdout } = await wavix("list", "--page", "2", "--per-page", "2", "--json");
  assert.deepEqual(
    JSON.parse(stdout).map((/** @type {{ label: string }} */ { label }) => label),
    ["c"],
  );
  assert.deepEqual(
    (await sandbox.requests()).map(({ received }) => received),
    [1],
  );
});

test("a lost answer to a create makes no second trunk", async () => {
  await sandbox.order([{ method: "POST", processed: true, fault: "drop" }]);
  assert.equal((await wavix(...office)).code, 0);
  assert.equal((await sandbox.trunks()).length, 1);
});

test("settings come from a file, and options win over it", async () => {
  file("office.json", trunk("From a file", { max_channels: 2, channels_restrict: true }));
  const { code, stdout } = await commandFor(sandbox.url)(
    "create",
    "--from",
    "office.json",
    "--max-channels",
    "5",
    "--json",
  );
  assert.equal(code, 0);
  const { label, max_channels } = JSON.parse(stdout);
  assert.deepEqual([label, max_channels], ["From a file", 5]);
});

test("a file that leaves the password as it is, as an export does, gives none", async () => {
  await sandbox.create(trunk("a"));
  const without = commandFor(sandbox.url);
  const [wish] = JSON.parse((await wavix("export")).stdout).trunks;
  for (const password of [wish.password, null]) {
    const from = ["--from", file("kept.json", { ...wish, password })];
    const same = await without("update", "1", ...from, "--yes");
    assert.deepEqual([same.code, same.stderr], [0, "Nothing would change.\n"]);
    const changed = await without("update", "1", "--call-limit", "60", "--yes", ...from);
    assert.deepEqual([changed.code, /^error: An update needs the trunk's password/.test(changed.stderr)], [2, true]);
    const created = await without("create", ...from);
    assert.deepEqual([created.code, /^error: A new trunk needs the trunk's password/.test(created.stderr)], [2, true]);
  }
  assert.equal(await sandbox.count(), 1);
  assert.equal((await wavix("create", "--from", "kept.json")).code, 0);
});

test("a generated password is shown once, and is the trunk's", async () => {
  const wavix = commandFor(sandbox.url);
  const { stdout } = await wavix(...office, "--generate-password");
  const password = stdout.match(/^password +(\S+)$/m)?.[1];
  assert.match(String(password), /^[\w.-]{20}$/);
  const json = JSON.parse(
    (await wavix("create", "--label", "b", "--callerid", "12121234567", "--generate-password", "--json")).stdout,
  );
  assert.match(json.password, /^[\w.-]{20}$/);
  assert.notEqual(json.password, password);
});

test("a generated password is not lost with the answer", async () => {
  const wavix = commandFor(sandbox.url);
  await sandbox.order([
    { method: "POST", processed: true, fault: "drop" },
    { method: "GET", after: 1, fault: "drop", times: 99 },
  ]);
  const created = await wavix(...office, "--generate-password", "--json");
  await sandbox.calm();
  assert.equal(created.code, 1);
  assert.match(JSON.parse(created.stdout).password, /^[\w.-]{20}$/);
  assert.match(created.stderr, /If it happened, the trunk has this password/);
  assert.equal((await sandbox.trunks()).length, 1);

  await sandbox.order([{ method: "PUT", fault: "drop", times: 99 }]);
  const changed = await wavix("update", "1", "--generate-password", "--yes");
  await sandbox.calm();
  assert.deepEqual([changed.code, /^password +[\w.-]{20}\n$/.test(changed.stdout)], [1, true], changed.stderr);

  await sandbox.order([{ method: "POST", fault: { status: { code: 401 } } }]);
  assert.equal((await wavix(...office, "--generate-password")).stdout, "");
});

test("key and password come from standard input, the key first", async () => {
  const env = { WAVIX_BASE_URL: sandbox.url };
  const list = await run(program, ["list", "--key-stdin", "--json"], { env, input: `${KEY}\n` });
  assert.deepEqual([list.code, JSON.parse(list.stdout)], [0, []]);
  const both = await run(program, [...office, "--key-stdin", "--password-stdin"], {
    env,
    input: `${KEY}\n${PASSWORD}\n`,
  });
  assert.equal(both.code, 0, both.stderr);
  const password = await run(program, ["update", "1", "--call-limit", "60", "--password-stdin", "--yes"], {
    env: { ...env, WAVIX_API_KEY: KEY },
    input: PASSWORD,
  });
  assert.equal(password.code, 0, password.stderr);
});

test("files are judged row by row, without a key and without a network", async () => {
  file("good.csv", "label,password,callerid\nFax,correct-Horse-7,12121234567\n");
  file("bad.csv", "label,password,callerid\nFax,correct-Horse-7,12121234567\nFax 2,********,12121234567\n");
  const good = await run(program, ["validate", "good.csv"]);
  assert.deepEqual([good.code, good.stdout], [0, "good.csv: 1 trunk, 1 valid, 0 invalid, 0 with warnings\n"]);
  const bad = await run(program, ["validate", "good.csv", "bad.csv"]);
  assert.equal(bad.code, 3);
  assert.match(bad.stdout, /^bad\.csv:3: error password: Password holds only the signs/m);
  const json = await run(program, ["validate", "bad.csv", "--json"]);
  assert.equal(JSON.parse(json.stdout)["bad.csv"].invalid, 1);
  const piped = await run(program, ["validate", "-"], { input: JSON.stringify([trunk("a", { callerid: "0" })]) });
  assert.deepEqual([piped.code, /^-:1: error callerid/m.test(piped.stdout)], [3, true]);
});

test("a plan says what is to do, applying does it, and then there is nothing to do", async () => {
  for (const label of ["same", "changed", "gone"]) await sandbox.create(trunk(label));
  const wishes = file("wishes.json", {
    trunks: [trunk("new"), trunk("changed", { callerid: "442079460018" }), trunk("same")],
  });
  const planned = await wavix("plan", wishes, "--prune");
  assert.equal(planned.code, 4);
  assert.match(planned.stdout, /^\+ create new$/m);
  assert.match(planned.stdout, /^~ update changed \(2\)\n {4}callerid: "12121234567" → "442079460018"$/m);
  assert.match(planned.stdout, /^- delete gone \(3\)$/m);
  assert.match(planned.stdout, /^1 to create, 1 to update, 1 to delete, 1 as wished\.$/m);
  assert.equal(JSON.parse((await wavix("plan", wishes, "--json")).stdout).counts.delete, 0);

  const applied = await wavix("apply", wishes, "--prune", "--yes");
  assert.equal(applied.code, 0, applied.stderr);
  assert.match(applied.stdout, /^3 done, 0 failed, 0 not begun\.$/m);
  assert.match(applied.stderr, /^\[3\/3\] \w+ \w+$/m);
  assert.deepEqual((await wavix("plan", wishes, "--prune")).code, 0);
  assert.deepEqual((await sandbox.trunks()).map(({ label }) => label).sort(), ["changed", "new", "same"]);
});

test("an apply that failed goes on from its journal", async () => {
  const wishes = file("many.json", { trunks: ["a", "b", "c"].map((label) => trunk(label)) });
  await sandbox.order([{ method: "POST", after: 1, fault: { status: { code: 422 } } }]);
  const options = ["--journal", "journal.ndjson", "--yes", "--concurrency", "1"];
  const first = await wavix("apply", wishes, ...options);
  assert.deepEqual([first.code, /2 done, 1 failed/.test(first.stdout)], [1, true]);
  // Killed in the middle of a line.
  const journal = join(folder, "journal.ndjson");
  writeFileSync(journal, `${readFileSync(journal, "utf8")}{"plan":"`);
  const second = await wavix("apply", wishes, ...options);
  assert.equal(second.code, 0, second.stderr);
  assert.equal((await sandbox.trunks()).length, 3);
  assert.equal(statSync(journal).mode & 0o777, 0o600);
  assert.ok(!readFileSync(journal, "utf8").includes(PASSWORD));
});

test("interrupted, an apply finishes what is under way, and goes on when it is run again", async () => {
  const labels = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const wishes = file("many.json", { trunks: labels.map((label) => trunk(label)) });
  await sandbox.order([{ method: "POST", times: "always", processed: true, fault: { delay: { ms: 200 } } }]);
  let interrupted = false;
  const interrupt = (/** @type {import("node:child_process").ChildProcess} */ child, /** @type {string} */ stderr) => {
    if (!interrupted && /^\[1\/8\]/m.test(stderr)) interrupted = child.kill("SIGINT");
  };
  const env = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url };
  const apply = ["apply", wishes, "--yes", "--concurrency", "1"];
  const first = await run(program, apply, { env, interrupt });
  assert.deepEqual([first.code, /Stopping after what is under way/.test(first.stderr)], [1, true]);
  const [, done] = first.stdout.match(/^(\d) done, 0 failed, [1-7] not begun\.$/m) ?? [];
  assert.equal(await sandbox.count(), Number(done), first.stdout);
  await sandbox.calm();
  assert.equal((await run(program, apply, { env })).code, 0);
  assert.equal(await sandbox.count(), labels.length);
});

test("a journal is for one plan until that is done, and says so when the account has changed meanwhile", async () => {
  const wishes = file("many.json", { trunks: ["a", "b"].map((label) => trunk(label)) });
  const other = file("other.json", { trunks: [trunk("d")] });
  const options = ["--journal", "one.ndjson", "--yes", "--concurrency", "1"];
  await sandbox.order([{ method: "POST", after: 1, fault: { status: { code: 422 } } }]);
  assert.equal((await wavix("apply", wishes, ...options)).code, 1);
  const refused = await wavix("apply", other, ...options);
  assert.deepEqual([refused.code, /journal of other wishes/.test(refused.stderr)], [2, true]);

  const [{ id = 0 } = {}] = await sandbox.trunks();
  assert.equal((await wavix("update", String(id), "--callerid", "442079460018", "--yes")).code, 0);
  const moved = await wavix("apply", wishes, ...options);
  assert.deepEqual([moved.code, /Remove one\.ndjson, run it again/.test(moved.stderr)], [1, true]);
  assert.equal((await wavix("update", String(id), "--callerid", "12121234567", "--yes")).code, 0);
  assert.equal((await wavix("apply", wishes, ...options)).code, 0);

  // Done, so that the next plan begins anew.
  assert.match((await wavix("apply", other, ...options)).stdout, /1 done, 0 failed/);
  assert.equal((await wavix("update", String(id), "--callerid", "442079460018", "--yes")).code, 0);
  assert.match((await wavix("apply", wishes, ...options)).stdout, /1 done, 0 failed/);
  assert.equal((await wavix("plan", wishes)).code, 0);
});

test("advice is given before a trunk is made, and changes that cannot be are not even shown", async () => {
  const typo = file("typo.json", { ...trunk("Typo"), call_limt: 60 });
  const made = await wavix("create", "--from", typo);
  assert.equal(made.code, 0);
  assert.match(made.stderr, /^warning call_limt: .*call_limit/m);
  for (const more of [["--dry-run"], ["--yes"]]) {
    const { code, stdout, stderr } = await wavix("update", "1", "--call-limit", "abc", ...more);
    assert.deepEqual([code, stdout, /^error call_limit: /m.test(stderr)], [3, "", true]);
  }
  assert.equal((await wavix("update", "1", "--call-restrict", "--dry-run")).code, 0);
  assert.equal((await wavix("update", "1", "--callerid", "", "--multiple-numbers", "--yes")).code, 0);
});

test("an exported account is a plan with nothing to do, and holds no password", async () => {
  await sandbox.create(
    trunk("Zürich", { multiple_numbers: true, allowed_ips: [{ ip: "8.8.8.8" }], ip_restrict: true }),
  );
  const { code, stdout } = await wavix("export");
  assert.equal(code, 0);
  assert.deepEqual(await wavix("export", "--out", "account.json"), {
    code: 0,
    stdout: "",
    stderr: "1 trunk is in account.json.\n",
  });
  assert.equal(readFileSync(join(folder, "account.json"), "utf8"), stdout);
  assert.equal((await wavix("plan", "account.json", "--prune")).code, 0);
});

test("settings for a PBX go to the screen, or into files that only their owner can read", async () => {
  await sandbox.create(trunk("Head office"));
  const shown = await wavix("pbx", "1", "--kind", "asterisk", "--gateway", "nl.wavix.net");
  assert.equal(shown.code, 0);
  assert.match(shown.stdout, /^server_uri = sip:nl\.wavix\.net$/m);
  assert.match(shown.stderr, /^• /m);
  mkdirSync(join(folder, "settings"), { recursive: true });
  writeFileSync(join(folder, "settings/wavix.xml"), "", { mode: 0o644 });
  const written = await wavix("pbx", "1", "--kind", "freeswitch", "--out", "settings");
  assert.deepEqual([written.code, written.stdout], [0, ""]);
  assert.equal(statSync(join(folder, "settings/wavix.xml")).mode & 0o777, 0o600);
  assert.match((await wavix("pbx", "1", "--kind", "3cx")).stdout, /^Account details +Authentication ID +67758$/m);
  assert.equal(JSON.parse((await wavix("pbx", "1", "--kind", "livekit", "--json")).stdout).kind, "livekit");
});

test("exit codes tell an error, a wrong call and wrong settings apart, and every message says what to do", async () => {
  await sandbox.create(trunk("Head office"));
  const nobody = commandFor(sandbox.url, { WAVIX_API_KEY: "another" });
  const without = commandFor(sandbox.url);
  const none = await nowhere();
  const keepers = file("keepers.json", { trunks: ["k", "l"].map((label) => trunk(label, { password: "keep" })) });
  /** @type {[() => Promise<import("./command.mjs").Ran>, number, RegExp][]} */
  const calls = [
    [() => wavix("get", "999"), 1, /`wavix-trunks list` shows which/],
    [() => nobody("list"), 1, /Check the key in WAVIX_API_KEY/],
    [() => commandFor(none)("list", "--timeout", "60"), 1, /Check the connection/],
    [() => run(program, ["list"]), 2, /put it into WAVIX_API_KEY, or pipe it in and add --key-stdin/],
    [() => wavix("list", "--base-url", "http://example.com"), 1, /https/],
    [() => wavix("lst"), 2, /Did you mean list/],
    [() => wavix("get"), 2, /missing required argument/],
    [() => wavix("get", "first"), 2, /whole number from 1/],
    [() => wavix("list", "--per-page", "1000"), 2, /from 1 to 100/],
    [() => wavix("pbx", "1", "--kind", "skype"), 2, /asterisk/],
    [() => wavix("pbx", "1"), 2, /--kind/],
    [() => wavix("update", "1", "--call-restrict", "maybe"), 2, /on or off/],
    [() => wavix("create", "--from", "nothing.json"), 1, /nothing\.json/],
    [() => without(...office), 2, /WAVIX_TRUNK_PASSWORD.*--password-stdin.*--generate-password/],
    [() => without("update", "1", "--call-limit", "7", "--yes"), 2, /WAVIX_TRUNK_PASSWORD/],
    [() => without("pbx", "1", "--kind", "vapi"), 2, /WAVIX_TRUNK_PASSWORD/],
    [() => wavix("delete", "1"), 2, /add --yes/],
    [() => wavix("update", "1", "--call-limit", "7"), 2, /add --yes/],
    [() => wavix("apply", file("one.json", { trunks: [trunk("b")] }), "--json"), 2, /add --yes/],
    [() => wavix("create", "--label", " ", "--callerid", "1"), 3, /error label: .*\n.*error callerid: /],
    [() => wavix("plan", file("twice.json", { trunks: [trunk("a"), trunk("a")] })), 3, /say by id which/],
    [() => wavix("plan", file("rows.ndjson", '{"label":"a"}\n')), 3, /^rows\.ndjson:1: error password/],
    [() => wavix("plan", file("broken.json", '{"trunks": [')), 3, /^broken\.json/],
    [
      () => without("apply", file("keep.json", { trunks: [trunk("k", { password: "keep" })] }), "--yes"),
      2,
      /This plan needs/,
    ],
    [() => wavix("apply", keepers, "--yes"), 2, /2 trunks need their passwords: write each one into the file/],
    [() => wavix("create", "--from", file("list.json", "[]")), 2, /one JSON object/],
  ];
  for (const [call, code, message] of calls) {
    const ran = await call();
    assert.deepEqual([ran.code, ran.stdout], [code, ""], `${message}: ${JSON.stringify(ran)}`);
    assert.match(ran.stderr, message);
  }
  assert.deepEqual(
    (await sandbox.trunks()).map(({ label }) => label),
    ["Head office"],
  );
});
