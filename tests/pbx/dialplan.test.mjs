// @ts-check
// What gets through the dial plans: numbers with a country code, and nothing that somebody puts behind them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asteriskDials, freeswitchDials } from "./dialplan.mjs";
import { pbxConfig } from "./package.mjs";

const dials = /** @type {const} */ ([
  ["asterisk", asteriskDials, (/** @type {string} */ number) => `PJSIP/${number}@wavix`],
  ["freeswitch", freeswitchDials, (/** @type {string} */ number) => `sofia/gateway/wavix/${number}`],
]);
const trunks = [
  { name: "67758", callerid: "12121234567" },
  { name: "67758", multiple_numbers: true },
];

for (const [kind, dial, way] of dials) {
  const texts = trunks.map((trunk) => pbxConfig(trunk, { kind, password: "correct-Horse-7" }).files[1]?.text ?? "");

  test(`${kind} dials 7 to 15 digits, with a plus and without`, () => {
    for (const text of texts) {
      for (let length = 7; length <= 15; length += 1) {
        const number = "442079460018999".slice(0, length);
        assert.equal(dial(text, number), way(number));
        assert.equal(dial(text, `+${number}`), way(number));
      }
    }
  });

  test(`${kind} dials no number that is too short or too long, and none without a country code`, () => {
    for (const text of texts) {
      for (const number of [
        "112",
        "911",
        "442079",
        "4420794600189999",
        "02079460018",
        "00442079460018",
        "4".repeat(60),
      ]) {
        assert.equal(dial(text, number), undefined, number);
        assert.equal(dial(text, `+${number}`), undefined, number);
      }
    }
  });

  test(`${kind} dials nothing of what has more in it than digits`, () => {
    const planted = [
      "&PJSIP/other",
      "&Local/1@other",
      "@other",
      ",60,G(other)",
      "/sip:a@example.com",
      "|x",
      '" = "" | "1',
      "] ? other,1,1 : $[1",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Asterisk would take it for one
      ")}${SHELL(id)}",
      "?other:other",
      "x",
      " ",
      "+",
      "*",
      "-1",
      "٣",
    ];
    for (const text of texts) {
      for (const more of planted) {
        for (const number of [`44207946${more}`, `+44207946${more}`, `442079460018${more}`, `442079${more}5`]) {
          assert.equal(dial(text, number), undefined, number);
        }
      }
    }
  });
}
