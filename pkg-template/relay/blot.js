// @ts-check
// Secrets taken out of text, however they are written there: servers repeat what they were sent, and quote it as JSON or as
// a URL when they do. The client in the page does the same (`src/text.rs`); this is for callers that are no such client.

const SHORT = new Map([
  ["\b", "b"],
  ["\f", "f"],
  ["\n", "n"],
  ["\r", "r"],
  ["\t", "t"],
]);
const encoder = new TextEncoder();

/** Digits in either case. @param {number} number @param {number} digits */
const hex = (number, digits) =>
  number
    .toString(16)
    .padStart(digits, "0")
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** @param {string} text */
const exactly = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** How a string of JSON may hold a character. @param {string} character */
function inJson(character) {
  const units = Array.from({ length: character.length }, (_, at) => `\\\\u${hex(character.charCodeAt(at), 4)}`);
  const short = SHORT.get(character) ?? (/["\\/]/.test(character) ? character : undefined);
  const ways = [units.join(""), ...(short === undefined ? [] : [`\\\\${exactly(short)}`])];
  return character === "\\" ? ways : [...ways, exactly(character)];
}

/** How a URL or a form may hold it. @param {string} character */
function inUrl(character) {
  const bytes = Array.from(encoder.encode(character), (byte) => `%${hex(byte, 2)}`).join("");
  if (character === " ") return [bytes, "\\+", " "];
  return character === "%" || character === "+" ? [bytes] : [bytes, exactly(character)];
}

/** How it stands in words; a space may stand in the place of a control character. @param {string} character */
const inWords = (character) => [/\p{Cc}/u.test(character) ? "[\\p{Cc} ]" : exactly(character)];

/** Each byte as a character, as headers are read. @param {string} character */
const inBytes = (character) => [exactly(String.fromCharCode(...encoder.encode(character)))];

/**
 * A way to take these secrets out of text.
 *
 * @param {string[]} secrets
 * @returns {(text: string) => string}
 */
export function blotter(secrets) {
  // One way for the whole of a secret, so that no text makes the search slow.
  const spellings = secrets
    // Words lose the white space around them.
    .map((secret) => [...secret.trim()])
    .filter((characters) => characters.length > 0)
    .flatMap((characters) =>
      [inJson, inUrl, inWords, inBytes].map((ways) => characters.map((one) => `(?:${ways(one).join("|")})`).join("")),
    );
  if (spellings.length === 0) return (text) => text;
  const anywhere = new RegExp(spellings.join("|"), "gu");
  return (text) => text.replace(anywhere, "…");
}
