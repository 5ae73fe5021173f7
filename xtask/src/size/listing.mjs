// @ts-check
// The files of the package with what they weigh, in docs/runtimes.md: `node listing.mjs PACKAGE DOCUMENT [--bless]`. Weights
// are written and not compared, as every change changes some; that each file is listed, is.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [home = "", document = "", bless] = process.argv.slice(2);
const [BEGIN, END] = ["<!-- written by cargo xtask size -->\n", "<!-- end of sizes -->\n"];

const text = readFileSync(document, "utf8");
const [before = "", rest = ""] = text.split(BEGIN);
const [listed, after] = rest.split(END);
if (listed === undefined || after === undefined) throw new Error(`${document} has the lines ${BEGIN}and ${END}`);

const names = readdirSync(home).sort();
if (bless) {
  const bytes = (/** @type {number} */ count) => count.toLocaleString("en");
  const rows = names.map((name) => {
    const content = readFileSync(join(home, name));
    return [content.length, gzipSync(content, { level: 9 }).length, brotliCompressSync(content).length];
  });
  const sum = [0, 1, 2].map((kind) => rows.reduce((total, row) => total + (row[kind] ?? 0), 0));
  const line = (/** @type {string} */ name, /** @type {number[]} */ row) =>
    `| ${[name, ...row.map(bytes)].join(" | ")} |\n`;
  const body = names.map((name, at) => line(`\`${name}\``, rows[at] ?? [])).join("");
  const table = `\n| bytes | raw | gzip | brotli |\n| --- | ---: | ---: | ---: |\n${body}${line("all", sum)}\n`;
  writeFileSync(document, `${before}${BEGIN}${table}${END}${after}`);
} else {
  const there = [...listed.matchAll(/^\| `(.+?)` \|/gm)].map(([, name]) => name);
  const wrong = [
    ...names.filter((name) => !there.includes(name)).map((name) => `${name} is not listed`),
    ...there.filter((name) => name !== undefined && !names.includes(name)).map((name) => `${name} is listed and gone`),
  ];
  for (const what of wrong) console.error(`✗ ${document}: ${what}: \`cargo xtask size --bless\` lists anew`);
  if (wrong.length > 0) process.exitCode = 1;
}
