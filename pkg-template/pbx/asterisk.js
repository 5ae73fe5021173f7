// @ts-check
// Asterisk 16 or newer, by chan_pjsip.

import { callersOf, wrong } from "./account.js";

/**
 * A value of a `.conf` file. A semicolon begins a comment unless a backslash comes before it; nothing else is special
 * behind `name = `, but white space at both ends is lost.
 *
 * @param {string} text
 */
function value(text) {
  if (text !== text.trim()) {
    throw wrong(
      "Asterisk's files cannot hold a password that begins or ends with a space: give the trunk another one.",
    );
  }
  return text.replaceAll(";", "\\;");
}

/**
 * @param {string} name
 * @param {[string, string][]} settings
 */
const section = (name, settings) => `[${name}]\n${settings.map(([key, text]) => `${key} = ${text}\n`).join("")}`;

/**
 * The dot of a pattern takes any character, and Dial would take some of them for another channel to call: what is dialled
 * are the digits, if there was nothing else. That is counted, since an expression is not safe from what somebody dialled.
 *
 * @param {string} callerId
 */
const dialPlan = (callerId) => `[to-wavix]
exten => _[1-9]XXXXX.,1,Set(WAVIX_NUMBER=\${FILTER(0-9,\${EXTEN})})
 same => n,GotoIf($[\${LEN(\${WAVIX_NUMBER})} != \${LEN(\${EXTEN})} | \${LEN(\${WAVIX_NUMBER})} > 15]?refused)
${callerId ? ` same => n,Set(CALLERID(num)=${callerId})\n` : ""} same => n,Dial(PJSIP/\${WAVIX_NUMBER}@wavix)
 same => n,Hangup()
 same => n(refused),Hangup(28)
exten => _+[1-9]XXXXX.,1,Set(WAVIX_NUMBER=\${FILTER(0-9,\${EXTEN:1})})
 same => n,GotoIf($[\${LEN(\${WAVIX_NUMBER})} != \${LEN(\${EXTEN:1})}]?refused:\${WAVIX_NUMBER},1)
 same => n(refused),Hangup(28)
`;

/** @param {import("./account.js").Account} account */
export function asterisk({ user, gateway, host, auth, password, callerId, srtp, label }) {
  const digest = auth === "digest";
  /** @type {[string, string][]} */
  const endpoint = [
    ["type", "endpoint"],
    ["context", "from-wavix"],
    ["disallow", "all"],
    ["allow", "ulaw,alaw"],
    ["direct_media", "no"],
    ["dtmf_mode", "rfc4733"],
    ["rtp_symmetric", "yes"],
    ["force_rport", "yes"],
    ["from_domain", host],
    ["aors", "wavix"],
  ];
  // It would overrule the caller ID of each call.
  if (callerId) endpoint.push(["from_user", callerId]);
  if (digest) endpoint.push(["outbound_auth", "wavix"]);
  if (srtp) endpoint.push(["media_encryption", "sdes"], ["media_encryption_optimistic", "no"]);

  const sections = [
    section("wavix", [
      ["type", "aor"],
      ["contact", digest ? `sip:${user}@${gateway}` : `sip:${gateway}`],
    ]),
    section("wavix", endpoint),
    section("wavix", [
      ["type", "identify"],
      ["endpoint", "wavix"],
      ...callersOf(host).map((name) => pair("match", name)),
    ]),
  ];
  if (digest) {
    sections.unshift(
      section("wavix", [
        ["type", "auth"],
        ["auth_type", "userpass"],
        ["username", user],
        ["password", value(password)],
      ]),
    );
    sections.push(
      section("wavix", [
        ["type", "registration"],
        ["outbound_auth", "wavix"],
        ["server_uri", `sip:${gateway}`],
        ["client_uri", `sip:${user}@${gateway}`],
        ["contact_user", user],
        ["expiration", "120"],
        ["retry_interval", "20"],
        ["max_retries", "10"],
      ]),
    );
  }
  const say = `; Wavix trunk ${user}: ${label}\n`;
  return {
    files: [
      {
        name: "pjsip_wavix.conf",
        place: "/etc/asterisk, and `#include pjsip_wavix.conf` in pjsip.conf, which must have a transport for UDP",
        text: `${say}\n${sections.join("\n")}`,
      },
      {
        name: "extensions_wavix.conf",
        place: "/etc/asterisk, and `#include extensions_wavix.conf` in extensions.conf",
        text: `${say}
${dialPlan(callerId)}`,
      },
    ],
    notes: ["Include the context to-wavix where your phones dial, and write from-wavix for the calls that come in."],
  };
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {[string, string]}
 */
const pair = (key, text) => [key, text];
