// @ts-check
// What is in the tarball, and what is not.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { install } from "./project.mjs";

const project = install();
const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(project.home, "package.json"), "utf8"));

test("the package consists of exactly these files", () => {
  assert.deepEqual(readdirSync(project.home).sort(), [
    "CHANGELOG.md",
    "LICENSE",
    "LICENSE.libraries",
    "README.md",
    "answer.js",
    "browser.js",
    "bulk.js",
    "cli.cjs",
    "errors.js",
    "fetch.js",
    "glue.js",
    "guard.js",
    "index.d.cts",
    "index.d.ts",
    "input.js",
    "live.js",
    "load.js",
    "node.cjs",
    "node.mjs",
    "numbers.js",
    "package.json",
    "pages.js",
    "pbx.cjs",
    "pbx.d.cts",
    "pbx.d.ts",
    "pbx.js",
    "place.js",
    "plan.cjs",
    "plan.d.cts",
    "plan.d.ts",
    "plan.js",
    "pure.js",
    "reader.js",
    "ready.js",
    "received.js",
    "relay.cjs",
    "relay.d.cts",
    "relay.d.ts",
    "relay.js",
    "schema.js",
    "slim.bundled.js",
    "slim.d.cts",
    "slim.d.ts",
    "slim.js",
    "slim.node.cjs",
    "slim.node.mjs",
    "slim.worker.mjs",
    "tables.js",
    "unicode.js",
    "unready.js",
    "validate.js",
    "wasm-text.js",
    "wasm.d.cts",
    "wasm.d.ts",
    "wavix_trunks_bg.wasm",
    "worker.mjs",
  ]);
});

test("the version is the workspace's", () => {
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  assert.equal(manifest.version, cargo.match(/^version = "(.+)"$/m)?.[1]);
});

test("the package depends on nothing", () => {
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "scripts"]) {
    assert.equal(manifest[kind], undefined);
  }
});

test("every file that the manifest names is there, and types come before code", () => {
  /** @param {Record<string, unknown>} conditions */
  const check = (conditions) => {
    const names = Object.keys(conditions);
    if (names.includes("types")) assert.equal(names[0], "types");
    for (const target of Object.values(conditions)) {
      if (typeof target === "string") assert.ok(existsSync(join(project.home, target)), target);
      else check(/** @type {Record<string, unknown>} */ (target));
    }
  };
  check(manifest.exports);
  for (const file of manifest.sideEffects) assert.ok(existsSync(join(project.home, file)), file);
});

test("no file names a folder of the machine that built it", () => {
  for (const name of readdirSync(project.home)) {
    const text = readFileSync(join(project.home, name), "latin1");
    for (const folder of [root, homedir()]) assert.ok(!text.includes(folder), `${name} names ${folder}`);
  }
});

test("the wasm holds neither the names of functions nor the paths of sources", () => {
  const wasm = readFileSync(join(project.home, "wavix_trunks_bg.wasm"));
  for (const section of ["name", ".debug_info"]) {
    assert.deepEqual(WebAssembly.Module.customSections(new WebAssembly.Module(wasm), section), [], section);
  }
  assert.deepEqual(wasm.toString("latin1").match(/[\w./-]*\/[\w.-]+\.rs/g), null);
});

test("no module for pages and workers asks where it is, which each tool treats in its own way, but the one of slim", () => {
  const asking = ["slim.js", "node.mjs"];
  for (const name of readdirSync(project.home).filter((name) => /js$/.test(name) && !asking.includes(name))) {
    // Comments may say why.
    const code = readFileSync(join(project.home, name), "utf8").replace(/^\s*(\/\/|\*).*$/gm, "");
    assert.ok(!code.includes("import.meta"), name);
  }
});

test("everything public that Rust and the error classes offer is exported, and nothing of the plumbing", async () => {
  /** @param {string} name */
  const load = (name) => import(pathToFileURL(join(project.home, name)).href);
  const [glue, errors, all] = await Promise.all([load("glue.js"), load("errors.js"), project.byImport()]);
  // How the wasm is loaded, and what listAll and readTrunks walk with; `errorSaid` is for Rust.
  const plumbing = [
    ...["adopt", "imports", "memory", "started", "TrunkPages", "BulkReader", "NumberCalls", "errorSaid"],
    ...["flatBytes", "flatLengths", "flatNumbers", "judgeFile", "judgeFlat"],
  ];
  const written = [
    "readTrunks",
    "trunkFields",
    "trunkJsonSchema",
    "trunkSchema",
    "validateTrunkStream",
    "validateTrunks",
  ];
  const offered = [...Object.keys(glue), ...Object.keys(errors), ...written];
  assert.deepEqual(Object.keys(all).sort(), offered.filter((name) => !plumbing.includes(name)).sort());
});

test("a bundle holds of the tables and schemas only what is imported", () => {
  const esbuild = join(root, "node_modules/.bin/esbuild");
  const entry = join(project.folder, "bundled.mjs");
  /** @param {string} name */
  const bundled = (name) => {
    writeFileSync(entry, `export { ${name} } from "wavix-trunks";\n`);
    const options = { encoding: /** @type {const} */ ("utf8"), maxBuffer: 10_000_000 };
    return execFileSync(esbuild, [entry, "--bundle", "--minify", "--format=esm"], options);
  };
  const holds = (/** @type {string} */ text) => [text.includes("inputMode"), text.includes("urn:wavix-trunks")];
  assert.deepEqual(holds(bundled("validateTrunk")), [false, false]);
  assert.deepEqual(holds(bundled("trunkFields")), [true, false]);
  assert.deepEqual(holds(bundled("trunkJsonSchema")), [false, true]);
});

test("every entry offers the same", async () => {
  const home = pathToFileURL(`${project.home}/`);
  const all = Object.keys(await project.byImport()).sort();
  assert.deepEqual(Object.keys(await import(new URL("browser.js", home).href)).sort(), all);
  assert.deepEqual(Object.keys(await import(new URL("slim.js", home).href)).sort(), [...all, "init"].sort());
  assert.deepEqual(Object.keys(await import(new URL("slim.bundled.js", home).href)).sort(), [...all, "init"].sort());
});

test("a bundle of what needs no wasm carries none", () => {
  const entry = join(project.folder, "light.mts");
  /** @param {string} code */
  const size = (code) => {
    writeFileSync(entry, code);
    const options = ["--bundle", "--minify", "--format=esm", "--log-level=warning"];
    return execFileSync(join(root, "node_modules/.bin/esbuild"), [entry, ...options], { maxBuffer: 10_000_000 }).length;
  };
  for (const from of ["wavix-trunks", "wavix-trunks/slim"]) {
    assert.ok(size(`import type { Trunk } from "${from}"; export type Mine = Trunk;`) < 10, from);
    assert.ok(size(`import { WavixError } from "${from}"; console.log(WavixError);`) < 4000, from);
    assert.ok(size(`import { WavixError } from "${from}";`) < 10, `nothing is used of ${from}`);
  }
  assert.ok(size('import { validateTrunk } from "wavix-trunks"; console.log(validateTrunk);') > 200_000);
});

const browser = pathToFileURL(join(project.home, "browser.js")).href;
const ask = `
  const { validateTrunk, WavixError } = await import(${JSON.stringify(browser)});
  console.log(validateTrunk({}).ok, WavixError.name);
`;
test("the browser's entry is ready when its import returns, fetching nothing", () => {
  const script = `globalThis.fetch = () => { throw new Error("fetched") }; ${ask}`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  assert.equal(said.trim(), "false WavixError");
});

test("the text in which the wasm travels is the wasm", async () => {
  const { default: text } = await import(pathToFileURL(join(project.home, "wasm-text.js")).href);
  const signs = [...Array(95).keys()]
    .map((at) => String.fromCharCode(32 + at))
    .filter((sign) => !"\"'`\\$<".includes(sign));
  const bytes = [...text.matchAll(/[ !]?[^ !]/gs)].map(
    ([letters]) => 87 * (letters.length > 1 ? signs.indexOf(letters[0]) + 1 : 0) + signs.indexOf(letters.at(-1)) - 2,
  );
  assert.deepEqual(Buffer.from(bytes), readFileSync(join(project.home, "wavix_trunks_bg.wasm")));
});
