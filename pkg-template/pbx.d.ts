import type { Trunk, TrunkSummary } from "wavix-trunks";

/** What a trunk can be connected to. */
export type PbxKind = "asterisk" | "freeswitch" | "kamailio" | "baresip" | "livekit" | "vapi" | "3cx";

/**
 * Every kind, in the order in which to offer them. Frozen.
 *
 * @example
 * for (const kind of pbxKinds) show(`<option>${kind}</option>`);
 */
export const pbxKinds: readonly PbxKind[];

/** Wavix's regional gateways: Dallas, Amsterdam, Singapore, Australia. All take SIP over UDP on port 5060. */
export type WavixGateway = "us.wavix.net" | "nl.wavix.net" | "sg.wavix.net" | "au.wavix.net";

/**
 * Every regional gateway. Frozen.
 *
 * @example
 * for (const gateway of wavixGateways) show(`<option>${gateway}</option>`);
 */
export const wavixGateways: readonly WavixGateway[];

/** What is needed of a trunk: what `create`, `get` and `update` give, or what a list shows. */
export type PbxTrunk = Pick<Trunk, "name"> &
  Partial<Pick<Trunk, "label" | "callerid" | "host" | "encrypted_media">> &
  Partial<Pick<Trunk, "multiple_numbers" | "passthrough"> & Pick<TrunkSummary, "auth_method">>;

/** For what settings are made. */
export interface PbxOptions {
  /** For which system. */
  kind: PbxKind;
  /**
   * The gateway nearest to you, whose name is also the realm of the digest: choose the one with the lowest ping.
   * A gateway of your own may have a port. Default `"us.wavix.net"`.
   */
  gateway?: WavixGateway | (string & {});
  /** The trunk's password, which Wavix never gives back. Needed for digest, left out for IP authentication. */
  password?: string;
  /**
   * The number that calls come from: digits with the country code. Default: the trunk's own; when it allows several,
   * the system's caller ID of each call.
   */
  callerId?: string;
}

/** A file to save. */
export interface PbxFile {
  /** What it is usually called. */
  name: string;
  /** Where it usually belongs: a path, or what to do with it. */
  place: string;
  text: string;
}

/** A value to type into a form. */
export interface PbxField {
  /** Where the form is. */
  section: string;
  /** What the field is called there. */
  label: string;
  value: string;
}

/** Settings for one system. Files and fields hold the password, and nothing else does. */
export interface PbxConfig {
  kind: PbxKind;
  /** How the trunk proves who calls: by its password, or by the address from which it calls. */
  auth: "digest" | "ip";
  gateway: string;
  /** Files to save; none for what is set up in a form. */
  files: PbxFile[];
  /** What to type where; none for what is set up by files. */
  fields: PbxField[];
  /** What else to know or to do, one sentence or two each. */
  notes: string[];
}

/**
 * Settings with which a PBX, a proxy, a softphone or a voice agent uses a trunk: digest or IP authentication as the
 * trunk has it, the gateway, PCMU and PCMA, the caller ID in `From`, and SRTP when the trunk asks for it. Each character
 * of the password is written as the format wants it. What Wavix's guides for these systems say is the source.
 *
 * @throws {ConfigurationError} when an option is missing or cannot work, the format cannot hold the password, or the
 * trunk's login is none; no message repeats the password
 * @example
 * import { writeFile } from "node:fs/promises";
 *
 * const trunk = await client.create(settings);
 * const { files } = pbxConfig(trunk, { kind: "asterisk", gateway: "nl.wavix.net", password: settings.password });
 * for (const { name, text } of files) await writeFile(name, text, { mode: 0o600 });
 */
export function pbxConfig(trunk: PbxTrunk, options: PbxOptions): PbxConfig;
