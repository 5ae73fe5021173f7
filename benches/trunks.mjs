// What every contestant gets: trunks with 22 of the 23 settings, with and without mistakes, and lists of summaries.

const MISTAKES = [
  { callerid: "abc" },
  { call_limit: 0 },
  { max_channels: 1.5 },
  { label: " " },
  { max_call_cost: null },
];

/**
 * A trunk without a mistake and without anything to warn of.
 *
 * @param {number} number
 */
export const trunk = (number) => ({
  label: `Head office ${number}`,
  password: "correct-Horse-7-battery",
  callerid: `1212${String(1_000_000 + (number % 9_000_000))}`,
  ip_restrict: true,
  allowed_ips: [{ ip: `8.8.${number % 256}.8` }, { ip: "2606:4700:4700::1111" }],
  didinfo_enabled: true,
  call_restrict: true,
  call_limit: 3600,
  cost_limit: true,
  max_call_cost: 0.18,
  channels_restrict: true,
  max_channels: 10,
  rewrite_enabled: true,
  rewrite_prefix: "00",
  rewrite_cond: "0",
  passthrough: false,
  multiple_numbers: false,
  call_recording_enabled: true,
  transcription_enabled: true,
  transcription_threshold: 6,
  machine_detection_enabled: false,
  encrypted_media: true,
});

/** @param {number} number */
export const wrongSixTimes = (number) => ({
  ...trunk(number),
  label: " ",
  password: "",
  callerid: "abc",
  call_limit: null,
  max_channels: 0,
  rewrite_prefix: "x",
});

/**
 * Every twentieth has a mistake.
 *
 * @param {number} number
 */
const some = (number) =>
  number % 20 === 19 ? { ...trunk(number), ...MISTAKES[((number - 19) / 20) % MISTAKES.length] } : trunk(number);

/** @param {number} count @param {number} [first] */
export const many = (count, first = 0) => Array.from({ length: count }, (_, number) => some(first + number));

/** Files of so many trunks, in the formats of `validateTrunks`. */
export const files = {
  /** @param {number} count @param {number} [first] */
  json: (count, first) => JSON.stringify(many(count, first)),
  /** @param {number} count @param {number} [first] */
  ndjson: (count, first) =>
    many(count, first)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(""),
  /** @param {number} count @param {number} [first] */
  csv: (count, first) => {
    const rows = many(count, first);
    const names = Object.keys(trunk(0));
    const cell = (/** @type {unknown} */ value) =>
      Array.isArray(value) ? value.map(({ ip }) => ip).join(" ") : String(value ?? "");
    const lines = rows.map((row) => names.map((name) => cell(Reflect.get(row, name))).join(","));
    return `${names.join(",")}\n${lines.join("\n")}\n`;
  },
};

/** @param {number} number */
const summary = (number) => ({
  id: number + 1,
  name: String(67_758 + number),
  label: `Head office ${number}`,
  callerid: `1212${String(1_000_000 + (number % 9_000_000))}`,
  auth_method: "Digest",
  host_request: null,
  passthrough: false,
  multiple_numbers: false,
  status: "active",
  talk_time: number * 7,
  charge: "12.34",
});

/**
 * A page of a list, as Wavix answers it.
 *
 * @param {number} page from 1
 * @param {number} per_page
 * @param {number} total
 */
export const listed = (page, per_page, total) => {
  const first = (page - 1) * per_page;
  const count = Math.max(0, Math.min(per_page, total - first));
  return {
    sip_trunks: Array.from({ length: count }, (_, at) => summary(first + at)),
    pagination: { current_page: page, per_page, total, total_pages: Math.ceil(total / per_page) },
  };
};
