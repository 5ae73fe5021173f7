// @ts-check
// Whatever can be called, made or read has an example in its doc comment, in each entry that the manifest names. Read as
// text, as declarations written by a program are regular, and TypeScript 7 has no stable interface for programs yet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { install } from "./project.mjs";

const { home } = install();
/** @type {{ exports: Record<string, unknown> }} */
const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));

/**
 * The declarations that an entry's conditions name.
 *
 * @param {unknown} conditions
 * @returns {string[]}
 */
function declarations(conditions) {
  if (typeof conditions === "string") return /\.d\.c?ts$/.test(conditions) ? [conditions] : [];
  return Object.values(/** @type {object} */ (conditions)).flatMap(declarations);
}

const EXPORTED = /(?<doc>\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?^export (?:class|function|const) (?<name>\w+)/gm;

for (const [entry, conditions] of Object.entries(manifest.exports)) {
  for (const file of new Set(declarations(conditions))) {
    test(`everything in ${file} of ${entry} has an example`, () => {
      const found = [...readFileSync(join(home, file), "utf8").matchAll(EXPORTED)].map(({ groups = {} }) => groups);
      // Overloads of one function share what the first says.
      const shown = new Set(found.filter(({ doc }) => doc?.includes("@example")).map(({ name }) => name));
      assert.deepEqual(
        found.map(({ name }) => name).filter((name) => !shown.has(name)),
        [],
      );
    });
  }
}
