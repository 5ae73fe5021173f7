// @ts-check
// Settings for whatever a trunk is connected to. No wasm: what is written are texts.

import { accountOf, gateways, wrong } from "./account.js";
import { asterisk } from "./asterisk.js";
import { baresip } from "./baresip.js";
import { freeswitch } from "./freeswitch.js";
import { kamailio } from "./kamailio.js";
import { livekit } from "./livekit.js";
import { threecx } from "./threecx.js";
import { vapi } from "./vapi.js";

/** @type {Record<string, (account: import("./account.js").Account) => Partial<import("../pbx.js").PbxConfig>>} */
const writers = { asterisk, freeswitch, kamailio, baresip, livekit, vapi, "3cx": threecx };

export const pbxKinds = /** @type {readonly import("../pbx.js").PbxKind[]} */ (Object.freeze(Object.keys(writers)));
export const wavixGateways = gateways;

/**
 * @param {import("../pbx.js").PbxTrunk} trunk
 * @param {import("../pbx.js").PbxOptions} options
 * @returns {import("../pbx.js").PbxConfig}
 */
export function pbxConfig(trunk, options) {
  const kind = options?.kind;
  const write = Object.hasOwn(writers, kind) ? writers[kind] : undefined;
  if (!write) throw wrong(`kind must be one of ${pbxKinds.join(", ")}.`);
  const account = accountOf(trunk, options);
  const { files = [], fields = [], notes = [] } = write(account);
  const { auth, gateway } = account;
  return { kind, auth, gateway, files, fields, notes: [...notes, ...account.notes] };
}
