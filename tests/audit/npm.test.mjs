// @ts-check
// What the development tools of npm are made of: exact versions, from one registry, under permissive licences, without
// known holes. The package itself depends on nothing, which tests/packaging sees.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "../..");
const SKIPPED = ["node_modules", "target", "dist"];
const REGISTRY = "https://registry.npmjs.org/";

/** Permissive ones, and two for data: of these tools nothing ships. */
const LICENCES = [
  ...[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "ISC",
    "MIT",
    "MIT-0",
    "PSF-2.0",
    "Python-2.0",
  ],
  ...["Unlicense", "CC0-1.0", "CC-BY-4.0"],
];
/** Not permissive, and why it is here all the same. */
const EXCEPTIONS = new Map([
  ["axe-core", "MPL-2.0: looks at the demo page in a test"],
  ["lightningcss", "MPL-2.0: minifies the styles of the demo page"],
]);

/**
 * The files of this name, by their paths from the root.
 *
 * @param {string} name
 * @param {string} [folder]
 * @returns {string[]}
 */
function filesNamed(name, folder = "") {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : filesNamed(name, path);
    return entry.name === name ? [path] : [];
  });
}

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

for (const path of filesNamed("package.json")) {
  test(`${path} names exact versions`, () => {
    const { dependencies = {}, devDependencies = {} } = read(path);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(String(version), /^(?:npm:.+@)?\d+\.\d+\.\d+$/, name);
    }
  });
}

for (const path of filesNamed("package-lock.json")) {
  test(`${path}: everything is from the registry, with its hash, under a licence that permits`, () => {
    const packages = Object.entries(read(path).packages).filter(([place]) => place !== "");
    assert.ok(packages.length > 0);
    for (const [place, { resolved, integrity, license = "" }] of packages) {
      // Most name no address: any registry will do, since the hash decides.
      assert.ok(resolved === undefined || resolved.startsWith(REGISTRY), `${place} is from ${resolved}`);
      assert.match(integrity, /^sha512-/, place);
      const [name = ""] = place.split("node_modules/").slice(-1);
      const isKnown = [...EXCEPTIONS.keys()].some((known) => name.startsWith(known));
      const choices = license.replace(/[()]/g, "").split(" OR ");
      const isPermissive = choices.some((/** @type {string} */ choice) =>
        choice.split(" AND ").every((part) => LICENCES.includes(part)),
      );
      assert.ok(isPermissive || isKnown, `${place}: ${license || "no licence"}`);
    }
  });

  test(`${path}: npm knows of no serious hole`, (context) => {
    const options = ["audit", "--json", "--audit-level=high"];
    const folder = join(root, dirname(path));
    const { status, stdout } = spawnSync("npm", options, {
      cwd: folder,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    const report = JSON.parse(stdout || "{}");
    // A registry that does not answer such questions, or none within reach.
    if (!report.vulnerabilities) return context.skip(`the registry does not audit: ${report.message ?? "no answer"}`);
    assert.equal(status, 0, stdout);
  });
}
