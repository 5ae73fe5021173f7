// @ts-check
// Secrets planted wherever a command can meet them, and looked for in everything that it prints.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { nowhere } from "../packaging/server.mjs";
import { commandFor, folder, KEY, PASSWORD, program, run } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
});
after(() => sandbox.stop());

/**
 * @param {import("./command.mjs").Ran} ran
 * @param {string[]} secrets
 */
function assertHides({ stdout, stderr }, ...secrets) {
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      assert.ok(!`${stdout}${stderr}`.includes(form), `${form} is shown in ${stdout}${stderr}`);
    }
  }
}

const wishes = {
  trunks: [
    { label: "a", password: PASSWORD, callerid: "12121234567" },
    { label: "b", password: PASSWORD, callerid: "12121234567" },
  ],
};

test("no command shows a key, a password or a token, when all goes well and when it does not", async () => {
  writeFileSync(join(folder, "wishes.json"), JSON.stringify(wishes));
  writeFileSync(
    join(folder, "bad.json"),
    JSON.stringify([{ label: [PASSWORD], password: [PASSWORD], callerid: PASSWORD }]),
  );
  writeFileSync(join(folder, "broken.json"), `{"password": "${PASSWORD}" oops`);
  const wavix = commandFor(sandbox.url, { WAVIX_TRUNK_PASSWORD: PASSWORD });
  const lost = commandFor(await nowhere(), { WAVIX_TRUNK_PASSWORD: PASSWORD });
  const stranger = commandFor(sandbox.url, { WAVIX_API_KEY: `${KEY}x`, WAVIX_TRUNK_PASSWORD: PASSWORD });
  const calls = [
    ["plan", "wishes.json", "--json"],
    ["apply", "wishes.json", "--yes", "--journal", "leaks.ndjson"],
    ["list"],
    ["list", "--json"],
    ["get", "1"],
    ["get", "1", "--json"],
    ["create", "--label", "c", "--callerid", "12121234567", "--json"],
    ["update", "1", "--call-limit", "60", "--yes", "--json"],
    ["export"],
    ["plan", "bad.json"],
    ["create", "--from", "broken.json"],
    ["plan", "broken.json"],
    ["validate", "bad.json", "broken.json"],
    ["delete", "999", "--yes"],
    ["create", "--label", "c", "--callerid", PASSWORD],
    ["get", PASSWORD],
    ["get", `--password=${PASSWORD}`],
    ["get", `--api-key=${KEY}`],
    ["list", "--auth", KEY],
    ["list", "--base-url", `https://user:${KEY}@example.com`],
    ["pbx", "1", "--kind", PASSWORD],
    ["pbx", "1", "--kind", "baresip"],
    ["list", "--json", "--auth", "bearer"],
  ];
  /** @type {import("./command.mjs").Ran[]} */
  const ran = [];
  for (const call of calls) ran.push(await wavix(...call));
  for (const call of [["list"], ["apply", "wishes.json", "--yes"]])
    ran.push(await lost(...call), await stranger(...call));
  // A server that says back all that it was sent.
  await sandbox.order([{ times: "always", fault: { repeat_secrets: { status: 400 } } }]);
  for (const call of [
    ["list"],
    ["list", "--auth", "bearer"],
    ["create", "--label", "c", "--callerid", "12121234567"],
  ]) {
    ran.push(await wavix(...call));
  }
  await sandbox.calm();
  const tokens = (await sandbox.trunks()).map(({ access_token }) => access_token);
  assert.ok(tokens.length > 0);
  for (const one of ran) assertHides(one, KEY, PASSWORD, ...tokens);
  for (const name of readdirSync(folder).filter((name) => name.endsWith("ndjson"))) {
    assertHides({ code: 0, stdout: readFileSync(join(folder, name), "utf8"), stderr: "" }, KEY, PASSWORD, ...tokens);
  }
});

test("a key from standard input is shown no more than one from the environment", async () => {
  for (const input of [KEY, `${KEY} with spaces`, `${KEY}x`]) {
    const ran = await run(program, ["list", "--key-stdin"], { env: { WAVIX_BASE_URL: sandbox.url }, input });
    assertHides(ran, KEY);
  }
});

test("what a server says cannot take hold of the terminal", async () => {
  await sandbox.create({
    label: "\u001b]0;owned\u0007\u001b[2Jred\u202e",
    password: PASSWORD,
    callerid: "12121234567",
  });
  const trunk = (await sandbox.trunks()).at(-1);
  const wavix = commandFor(sandbox.url);
  for (const call of [["list"], ["get", String(trunk?.id)], ["delete", String(trunk?.id)], ["export"]]) {
    const { stdout, stderr } = await wavix(...call);
    assert.match(`${stdout}${stderr}`, /owned/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.doesNotMatch(`${stdout}${stderr}`, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/, call.join(" "));
  }
});
