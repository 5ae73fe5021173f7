// @ts-check
// Writes docs/reference from the types of every entry of a package: `node reference.mjs <its folder> <an empty folder>`.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Application } from "typedoc";

const home = join(import.meta.dirname, "..");
const [, , source, types] = process.argv;
if (!source || !types) throw new Error("which package, and where to work? call it as `cargo xtask docs`");

/** @typedef {string | { [condition: string]: Target }} Target what `exports` of a package.json gives for an entry */

/**
 * The file with the types of an entry, or none for what has no types.
 *
 * @param {Target} target
 * @returns {string | undefined}
 */
function typesOf(target) {
  if (typeof target === "string") return target.endsWith(".d.ts") ? target : undefined;
  for (const next of Object.values(target)) {
    const found = typesOf(next);
    if (found) return found;
  }
  return undefined;
}

/** @type {{ name: string, exports: Record<string, Target> }} */
const { name, exports } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
const entries = Object.entries(exports).flatMap(([path, target]) => {
  const file = typesOf(target);
  return file ? [{ name: join(name, path), file: resolve(types, file) }] : [];
});

cpSync(source, types, {
  recursive: true,
  filter: (path) => path === source || !/\.[a-z]+$/.test(path) || path.endsWith(".d.ts"),
});
for (const entry of entries) {
  // TypeDoc drops the type of a @throws, which here is the class of the error, unless it is a link.
  const text = readFileSync(entry.file, "utf8").replaceAll(/@throws \{(\w+)\}/g, "@throws {@link $1}");
  writeFileSync(entry.file, `/** @module ${entry.name} */\n${text}`);
}
const compilerOptions = {
  module: "nodenext",
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  strict: true,
  types: [],
  paths: Object.fromEntries(entries.map((entry) => [entry.name, [entry.file]])),
};
const files = entries.map((entry) => entry.file);
const tsconfig = join(types, "tsconfig.json");
writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files }));

/** @type {Partial<import("typedoc").TypeDocOptions & import("typedoc-plugin-markdown").PluginOptions>} */
const options = {
  entryPoints: files,
  tsconfig,
  name: "Reference",
  readme: "none",
  disableSources: true,
  excludeExternals: true,
  // `slim` exports again what the default entry does, which is said once.
  excludeReferences: true,
  treatWarningsAsErrors: true,
  plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme"],
  out: join(home, "reference"),
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  classPropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  propertyMembersFormat: "table",
  typeDeclarationFormat: "table",
};
const app = await Application.bootstrapWithPlugins({
  ...options,
  // An option of typedoc-vitepress-theme, which exports no types of its options.
  .../** @type {object} */ ({ docsRoot: home, sidebar: { collapsed: true } }),
});
const project = await app.convert();
if (project) await app.generateOutputs(project);
if (!project || app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);
