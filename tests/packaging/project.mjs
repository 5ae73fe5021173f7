// @ts-check
// A throw-away project with the package installed from its tarball, as a user would have it.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What a test must be told by whoever runs it.
 *
 * @param {string} name
 */
export function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`cargo xtask test\``);
  return value;
}

/**
 * Installs the tarball. The project is gone when the test file ends.
 *
 * @param {string} [among] the folder that it is made in
 */
export function install(among = tmpdir()) {
  const folder = mkdtempSync(join(among, "wavix-trunks-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  // Offline, because the package has no dependencies and must not grow one unnoticed.
  const options = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...options, told("WAVIX_TARBALL")], { cwd: folder, stdio: "inherit" });
  return {
    folder,
    /** Where the package's own files are. */
    home: join(folder, "node_modules", "wavix-trunks"),
    /**
     * The package as a module of the project imports it.
     *
     * @param {"wavix-trunks" | "wavix-trunks/plan" | "wavix-trunks/relay"} from
     */
    async byImport(from = "wavix-trunks") {
      const entry = join(folder, `${from.replace("/", "-")}.mjs`);
      writeFileSync(entry, `export * from "${from}";\n`);
      return await import(pathToFileURL(entry).href);
    },
    /** The package as a script of the project requires it. */
    byRequire(from = "wavix-trunks") {
      return createRequire(join(folder, "entry.cjs"))(from);
    },
  };
}

/** What the workshop has installed of the libraries that people use the package with. */
const LIBRARIES = [
  "@hookform/resolvers",
  "@standard-schema/spec",
  "@tanstack/form-core",
  "@types",
  "ajv",
  "expect-type",
  "react-hook-form",
];

/**
 * The project with the libraries of forms beside the package, taken from the workshop.
 *
 * @param {ReturnType<typeof install>} project
 */
export function withLibraries(project) {
  for (const name of LIBRARIES) {
    const link = join(project.folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(import.meta.dirname, "../../node_modules", name), link, "junction");
  }
  return project;
}
