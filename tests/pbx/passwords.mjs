// @ts-check
// Passwords that nobody would want to quote: each printable character at the beginning, in the middle and at the end.

import { chance } from "../packaging/chance.mjs";

const PRINTABLE = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at));
/** What the formats might take for their own, and letters that are more than one byte. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are no templates
const AWKWARD = [
  "\\\\",
  "\\;",
  "\\",
  '"',
  "'",
  "$${x}",
  "$1",
  "${EXTEN}",
  "&amp;",
  "<!--",
  "-->",
  ";--",
  "%s",
  "ü",
  "日本",
  "🔑",
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are no templates

/**
 * @param {number} seed
 * @param {number} count
 * @param {(password: string) => boolean} fits which of them the format can hold
 */
export function passwords(seed, count, fits) {
  const random = chance(seed);
  const some = () => Array.from({ length: 6 }, () => random.of([...PRINTABLE, ...AWKWARD])).join("");
  /** @type {string[]} */
  const made = [];
  for (let turn = 0; made.length < count; turn += 1) {
    const one = [...PRINTABLE, ...AWKWARD][turn % (PRINTABLE.length + AWKWARD.length)] ?? "";
    const password = random.of([`${one}${some()}`, `${some()}${one}${some()}`, `${some()}${one}`]) ?? "";
    if (fits(password)) made.push(password);
  }
  return made;
}
