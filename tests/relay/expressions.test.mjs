// @ts-check
// The relay's regular expressions against text that makes careless ones run for hours: here the suite's limit would end it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const folder = join(import.meta.dirname, "../../pkg-template/relay");
const LITERAL =
  /(?<=[(,=:[&|!?]\s*|return )\/(?![/*])(?<source>(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+)\/(?<flags>[a-z]*)/g;

const found = readdirSync(folder).flatMap((name) =>
  [...readFileSync(join(folder, name), "utf8").matchAll(LITERAL)].map(({ groups }) => ({
    name,
    expression: new RegExp(groups?.source ?? "", groups?.flags),
  })),
);

// Longer than Node lets a header or a target be, which is all that they look at.
const LENGTH = 100_000;
const PIECES = [
  "a",
  "1",
  " ",
  "/",
  "-",
  ":",
  ";",
  "\t",
  "application/json ",
  "127.0",
  "; charset=",
  "/v1/trunks/",
  "https://",
];

test("every expression comes to an end", () => {
  assert.ok(found.length >= 10, `${found.length} expressions were found`);
  for (const { expression } of found) {
    for (const piece of PIECES) {
      const long = piece.repeat(Math.ceil(LENGTH / piece.length));
      for (const text of [long, `${long}!`, `!${long}`, `application/json${long}!`, `/v1/trunks/${long}!`]) {
        expression.lastIndex = 0;
        expression.test(text);
      }
    }
  }
});

test("none repeats what repeats", () => {
  for (const { name, expression } of found) {
    assert.doesNotMatch(expression.source, /[+*}]\)[+*{]/, name);
  }
});
