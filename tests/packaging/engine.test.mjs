// @ts-check
// What an engine does to code that runs often must not end the process, which no `catch` would see.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install } from "./project.mjs";

/** A function that V8 compiles with the call in it, and in which something changes while the call reads its argument. */
const script = (/** @type {string} */ call) => `
  import { passwordStrength, validateField, validateTrunk } from "wavix-trunks";
  class Box { constructor(content) { this.content = content; } }
  const box = new Box(1);
  let changes = false;
  const settings = {
    password: "correct-Horse-7",
    callerid: "12121234567",
    get label() { if (changes) box.content = 2; return "Desk"; },
  };
  const hot = () => (${call} === undefined ? 0 : 1) + box.content;
  for (let count = 0; count < 100_000; count++) hot();
  changes = true;
  console.log(hot());
`;

const { folder } = install();

for (const call of [
  "validateTrunk(settings, { coerce: true })",
  'validateField("callerid", "1", { context: settings })',
  'passwordStrength("correct-Horse-7", settings)',
]) {
  test(`what changes during ${call} ends no process`, () => {
    const entry = join(folder, "hot.mjs");
    writeFileSync(entry, script(call));
    assert.equal(execFileSync(process.execPath, [entry], { encoding: "utf8" }).trim(), "3");
  });
}
