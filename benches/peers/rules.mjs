// What the schemas of all peers share: the fields that hold switches, and what text must look like.

export const SWITCHES = [
  "ip_restrict",
  "didinfo_enabled",
  "call_restrict",
  "cost_limit",
  "channels_restrict",
  "rewrite_enabled",
  "passthrough",
  "multiple_numbers",
  "call_recording_enabled",
  "transcription_enabled",
  "machine_detection_enabled",
  "encrypted_media",
];

/** The three values that must be there when a switch is on. */
export const REQUIRED_WHEN = [
  ["call_restrict", "call_limit"],
  ["cost_limit", "max_call_cost"],
  ["channels_restrict", "max_channels"],
];

export const NOT_BLANK = /\S/;
export const E164 = /^(?:1[0-9]{10}|[2-9][0-9]{6,14})$/;
export const DIGITS = /^[0-9]*$/;
const BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
/** IPv4, or what can only be IPv6: short, because a full one would be measured instead of the libraries. */
export const ADDRESS = new RegExp(`^(?:${BYTE}\\.${BYTE}\\.${BYTE}\\.${BYTE}|[0-9a-f]*:[0-9a-f:]+)$`);
export const INT32 = 2_147_483_647;

/**
 * The values that are missing though their switches are on.
 *
 * @param {Record<string, unknown>} trunk
 */
export const missing = (trunk) =>
  REQUIRED_WHEN.filter(([on, value]) => trunk[on] === true && (trunk[value] ?? null) === null);

/** An object with a switch of each name. */
export const switches = (/** @type {() => unknown} */ make) =>
  Object.fromEntries(SWITCHES.map((name) => [name, make()]));
