// @ts-check
// TypeScript, strict, in every way to resolve: compiled, and what it made run.

import { join } from "node:path";
import { project, run, seenBy, slow, version, workshop } from "../cell.mjs";

/**
 * @typedef {import("../cell.mjs").Cell} Cell
 * @typedef {import("../cell.mjs").Entry} Entry
 */

const PROCESS = "declare const process: { readonly argv: readonly string[] };";
const SAY = "then((seen) => console.log(JSON.stringify(seen)))";

/**
 * @param {string} name
 * @param {{ at: string, package: string, slow?: boolean }} compiler
 * @param {"mts" | "cts"} kind
 * @param {string[]} options
 * @returns {Cell}
 */
const compiler = (name, { at, package: alias, ...when }, kind, ...options) => ({
  name: `${name} → ${kind === "mts" ? "import" : "require"}`,
  version: () => version(alias, at),
  ...when,
  async see(entry, { api }) {
    const { folder, names, ready, toured, write } = project(entry);
    const dynamic = kind === "cts" ? 'const { tour } = await import("./tour.mjs");' : "";
    const imported = kind === "mts" ? 'import { tour } from "./tour.mjs";' : "";
    write(
      `program.${kind}`,
      `import { ${names} } from "${entry}";
${imported}
${PROCESS}
async function use(baseUrl: string) {
  ${dynamic}
  ${ready}
  return ${toured};
}
use(process.argv[2] ?? "").${SAY};\n`,
    );
    const tsc = join(at, "node_modules", alias, "bin/tsc");
    const strict = ["--strict", "--skipLibCheck", "false", "--allowJs", "--lib", "es2022,dom,dom.iterable"];
    const output = ["--target", "es2022", "--rootDir", ".", "--outDir", "out"];
    await run(folder, process.execPath, tsc, `program.${kind}`, ...strict, ...output, ...options);
    return seenBy(folder, process.execPath, `out/program.${kind.replace("ts", "js")}`, api);
  },
});

const newest = { at: workshop, package: "typescript" };
const oldest = { at: slow, package: "typescript-5", slow: true };
const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];

/** @type {Cell[]} */
export const compilers = [
  compiler("TypeScript, node16", newest, "mts", "--module", "node16"),
  compiler("TypeScript, node16", newest, "cts", "--module", "node16"),
  compiler("TypeScript, nodenext", newest, "mts", "--module", "nodenext"),
  compiler("TypeScript, nodenext", newest, "cts", "--module", "nodenext"),
  compiler("TypeScript, bundler", newest, "mts", ...bundler),
  compiler("TypeScript 5, nodenext", oldest, "mts", "--module", "nodenext"),
  compiler("TypeScript 5, nodenext", oldest, "cts", "--module", "nodenext"),
  compiler("TypeScript 5, bundler", oldest, "mts", ...bundler),
];
