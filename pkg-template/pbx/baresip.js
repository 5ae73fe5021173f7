// @ts-check
// baresip: one line of its accounts file.

import { wrong } from "./account.js";

/**
 * A parameter ends at a semicolon or white space, and there is no way to write either inside.
 *
 * @param {string} text
 */
function value(text) {
  if (/[;\s]/.test(text)) {
    throw wrong(
      "baresip's accounts file cannot hold a password with a semicolon or a space: give the trunk another one.",
    );
  }
  return text;
}

/** @param {import("./account.js").Account} account */
export function baresip({ user, gateway, auth, password, callerId, srtp }) {
  const params = ["audio_codecs=PCMU,PCMA"];
  if (srtp) params.push("mediaenc=srtp-mand");
  if (auth === "digest") params.push("regint=600", `auth_user=${user}`, `auth_pass=${value(password)}`);
  else params.push("regint=0");
  return {
    files: [
      {
        name: "accounts",
        place: "~/.baresip",
        text: `<sip:${user}@${gateway}>;${params.join(";")}\n`,
      },
    ],
    notes: [
      `Load the modules account and g711${srtp ? " and srtp" : ""} in ~/.baresip/config.`,
      ...(callerId
        ? [`The number that is shown is the trunk's own, ${callerId}: baresip sends its login in From.`]
        : []),
    ],
  };
}
