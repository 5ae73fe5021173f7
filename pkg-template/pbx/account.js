// @ts-check
// What every system needs to know of a trunk: who it is at which gateway, how it proves that, and which number calls.

import { ConfigurationError } from "wavix-trunks";

/**
 * @typedef {object} Account
 * @property {string} label what people call it
 * @property {string} user the SIP login
 * @property {string} gateway host, and port if it is not 5060
 * @property {string} host of the gateway, and realm of the digest
 * @property {number} port of the gateway
 * @property {"digest" | "ip"} auth
 * @property {string} password empty for IP authentication
 * @property {string} callerId digits; empty when each call brings its own
 * @property {boolean} srtp
 * @property {string[]} notes
 */

export const gateways = /** @type {readonly import("../pbx.js").WavixGateway[]} */ (
  Object.freeze(["us.wavix.net", "nl.wavix.net", "sg.wavix.net", "au.wavix.net"])
);

/**
 * Who calls: the gateway at which the trunk registered, and a number may move to another one.
 *
 * @param {string} host of the trunk's gateway
 */
export const callersOf = (host) => (gateways.some((name) => name === host) ? gateways : [host]);

/** What a SIP login and a host consist of: nothing that any of the formats would take for its own. */
const LOGIN = /^[A-Za-z0-9._-]+$/;
const GATEWAY = /^(?<host>[A-Za-z0-9.-]+)(?::(?<port>[0-9]{1,5}))?$/;
const NUMBER = /^[1-9][0-9]{6,14}$/;
/** Characters that no line of a file can hold, and halves of characters, which no file can. */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u;

/** @param {string} message */
export const wrong = (message) => new ConfigurationError(message, { code: "configuration" });

/**
 * @param {import("../pbx.js").PbxTrunk} trunk
 * @returns {Account["auth"]}
 */
const authOf = ({ auth_method, host }) => {
  const byAddress = auth_method ? auth_method === "IP auth" : Boolean(host) && host !== "dynamic";
  return byAddress ? "ip" : "digest";
};

/**
 * @param {"digest" | "ip"} auth
 * @param {unknown} password
 */
function passwordFor(auth, password) {
  if (auth === "ip") return "";
  if (typeof password !== "string" || password === "") {
    throw wrong("password is missing: Wavix never gives it back, so pass the one that the trunk was made with.");
  }
  if (UNPRINTABLE.test(password)) {
    throw wrong("The password has a character that cannot be printed, which no PBX takes: give the trunk another one.");
  }
  return password;
}

/**
 * @param {import("../pbx.js").PbxTrunk} trunk
 * @param {string} [callerId]
 */
function numberFor({ callerid, multiple_numbers, passthrough }, callerId) {
  const many = Boolean(multiple_numbers) || Boolean(passthrough);
  const given = String(callerId ?? (many ? "" : (callerid ?? ""))).replace(/^\+|[\s().-]/g, "");
  if (given !== "" && !NUMBER.test(given)) throw wrong("callerId must be 7 to 15 digits with the country code.");
  return given;
}

/**
 * @param {Omit<Account, "notes">} account
 * @returns {string[]}
 */
function notesFor({ auth, callerId, srtp }) {
  const notes = [
    "Dial numbers with the country code, at most 15 digits: Wavix refuses national ones and a leading 00.",
  ];
  if (callerId === "") notes.push("Give every call the number that it comes from: one that your Wavix account allows.");
  if (auth === "ip") {
    notes.push(
      "Call from the address that Wavix approved. A trunk with IP authentication gets no calls: route numbers to a SIP URI.",
    );
  }
  if (srtp) notes.push("The trunk asks for SRTP: calls without encrypted media fail.");
  return notes;
}

/**
 * @param {import("../pbx.js").PbxTrunk} trunk
 * @param {import("../pbx.js").PbxOptions} options
 * @returns {Account}
 */
export function accountOf(trunk, { gateway = "us.wavix.net", password, callerId }) {
  const user = String(trunk?.name ?? "");
  if (!LOGIN.test(user)) throw wrong("The trunk has no SIP login: pass what create, get or list gave.");
  const address = String(gateway).match(GATEWAY)?.groups;
  const port = Number(address?.port ?? 5060);
  if (!address?.host || port < 1 || port > 65_535) {
    throw wrong(`gateway must be one of ${gateways.join(", ")}, or a host and perhaps a port of your own.`);
  }
  const auth = authOf(trunk);
  const account = {
    // One line that no format takes for anything else, and no more than people need to know it by.
    label:
      String(trunk.label ?? "")
        .replace(/[^\p{L}\p{N} ._-]+/gu, " ")
        .trim() || user,
    user,
    gateway: String(gateway),
    host: address.host,
    port,
    auth,
    password: passwordFor(auth, password),
    callerId: numberFor(trunk, callerId),
    srtp: Boolean(trunk.encrypted_media),
  };
  return { ...account, notes: notesFor(account) };
}
