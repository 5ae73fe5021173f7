// @ts-check
// `wavix-trunks/slim`: ready after init() where the wasm travels alone, ready at once where it is read from the disk.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { install } from "./project.mjs";
import { startServer } from "./server.mjs";

const project = install();
const wasm = readFileSync(join(project.home, "wavix_trunks_bg.wasm"));

/**
 * The entry of browsers, a new instance each time: a module with another query is another module.
 *
 * @param {string} name
 * @returns {Promise<typeof import("wavix-trunks/slim")>}
 */
async function fresh(name) {
  // The glue keeps the instance, so it is what must be new: each copy of the package has its own.
  const copy = install();
  return await import(`${pathToFileURL(join(copy.home, "slim.js"))}?${name}`);
}

test("what is used before init says what to do", async () => {
  const slim = await fresh("before");
  const configuration = (/** @type {unknown} */ error) =>
    error instanceof slim.ConfigurationError && error.message.includes("await init()");
  assert.throws(() => slim.validateTrunk({}), configuration);
  assert.throws(() => new slim.TrunkClient({ apiKey: "key" }), configuration);
  assert.ok(slim.trunkFields.length, "what needs no wasm is there");
  await slim.init(wasm);
  assert.equal(slim.validateTrunk({}).ok, false);
});

test("init takes nothing, an address, a file, an answer, bytes, a module, and promises of them", async (t) => {
  const typed = await startServer(t, 200, wasm, { "content-type": "application/wasm" });
  const untyped = await startServer(t, 200, wasm, { "content-type": "application/octet-stream" });
  const sources = [
    typed.url,
    new URL(untyped.url),
    pathToFileURL(join(project.home, "wavix_trunks_bg.wasm")),
    undefined,
    new Request(typed.url),
    fetch(untyped.url),
    wasm,
    wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length),
    new WebAssembly.Module(wasm),
    Promise.resolve(wasm),
  ];
  for (const [number, source] of sources.entries()) {
    const slim = await fresh(`source${number}`);
    await slim.init(source);
    assert.equal(slim.validateTrunk({}).ok, false);
  }
});

test("init loads once, however often and at whatever time it is called", async (t) => {
  const server = await startServer(t, 200, wasm, { "content-type": "application/wasm" });
  const slim = await fresh("once");
  await Promise.all([slim.init(server.url), slim.init(server.url), slim.init()]);
  const { validateTrunk } = slim;
  await slim.init(server.url);
  assert.equal(server.requests(), 1);
  assert.equal(validateTrunk({}).ok, false);
});

test("an init that failed says where it looked, and can be repeated", async (t) => {
  const nothing = await startServer(t, 404, "no such file");
  const slim = await fresh("again");
  await assert.rejects(slim.init(nothing.url), (error) => {
    assert.ok(error instanceof slim.ConfigurationError);
    assert.ok(error.message.includes(nothing.url) && error.message.includes("404"), error.message);
    return true;
  });
  await slim.init(wasm);
  assert.equal(slim.validateTrunk({}).ok, false);
});

test("in Node there is one instance of all entries, and nothing to wait for", async () => {
  const entry = join(project.folder, "slim.mjs");
  writeFileSync(entry, 'export * from "wavix-trunks/slim";\n');
  /** @type {typeof import("wavix-trunks/slim")} */
  const imported = await import(pathToFileURL(entry).href);
  /** @type {typeof import("wavix-trunks/slim")} */
  const required = createRequire(entry)("wavix-trunks/slim");
  const { TrunkClient, WavixError } = project.byRequire();
  for (const slim of [imported, required]) {
    assert.equal(slim.TrunkClient, TrunkClient);
    assert.equal(slim.WavixError, WavixError);
    assert.equal(slim.validateTrunk({}).ok, false);
    assert.equal(await slim.init("nowhere"), undefined);
  }
  assert.deepEqual(Object.keys(imported).sort(), [...Object.keys(await project.byImport()), "init"].sort());
  assert.deepEqual(Object.keys(required).sort(), Object.keys(imported).sort());
});

test("the default entry and slim share the instance in a browser too, in either order", async () => {
  const home = pathToFileURL(`${project.home}/`);
  const { init, WavixError, validateTrunk } = await import(new URL("slim.js", home).href);
  await init(wasm);
  const ready = await import(new URL("browser.js", home).href);
  assert.equal(ready.WavixError, WavixError);
  assert.equal(ready.validateTrunk, validateTrunk);
  assert.equal(validateTrunk({}).ok, false);
});

test("the wasm itself is an entry of its own", () => {
  const file = createRequire(join(project.folder, "entry.cjs")).resolve("wavix-trunks/wasm");
  assert.deepEqual(readFileSync(file), wasm);
});

test("Node's entry needs no global TextDecoder, which Jest takes away for jsdom", () => {
  const script =
    "delete globalThis.TextDecoder; delete globalThis.TextEncoder; require('wavix-trunks').validateTrunk({})";
  execFileSync(process.execPath, ["--eval", script], { cwd: project.folder });
});

test("where WebAssembly is missing the error says so", () => {
  const entry = pathToFileURL(join(project.home, "browser.js")).href;
  for (const script of [`import(${JSON.stringify(entry)})`, "require('wavix-trunks')"]) {
    const node = spawnSync(process.execPath, ["--jitless", "--eval", script], {
      cwd: project.folder,
      encoding: "utf8",
    });
    assert.notEqual(node.status, 0);
    assert.match(node.stderr, /ConfigurationError: wavix-trunks needs WebAssembly, which is missing/);
  }
});

test("what needs no wasm works where WebAssembly is missing", () => {
  const pure = pathToFileURL(join(project.home, "pure.js")).href;
  const script = `import(${JSON.stringify(pure)}).then(({ WavixError }) => console.log(WavixError.name))`;
  const said = execFileSync(process.execPath, ["--jitless", "--eval", script], { encoding: "utf8" });
  assert.equal(said, "WavixError\n");
});
