// @ts-check
// Random accounts and wishes. Labels come from a small stock, so that wishes and trunks meet.

import fc from "fast-check";
import { PASSWORD } from "./package.mjs";

const LABELS = ["Berlin", "Zürich", "São Paulo", 'Office; "quoted"', "5", "a, b"];

const settings = fc.record(
  {
    callerid: fc.constantFrom("12121234567", "442079460018"),
    didinfo_enabled: fc.boolean(),
    call_restrict: fc.boolean(),
    call_limit: fc.integer({ min: 1, max: 7200 }),
    max_call_cost: fc.constantFrom(0.01, 0.18, 2),
    channels_restrict: fc.boolean(),
    max_channels: fc.integer({ min: 1, max: 9 }),
    ip_restrict: fc.boolean(),
    allowed_ips: fc.uniqueArray(fc.constantFrom("8.8.8.8", "1.1.1.1", "2001:4860:4860::8888")),
    rewrite_enabled: fc.boolean(),
    rewrite_prefix: fc.constantFrom("", "00", "1"),
    rewrite_cond: fc.constantFrom("", "1"),
    passthrough: fc.boolean(),
    multiple_numbers: fc.boolean(),
    call_recording_enabled: fc.boolean(),
    transcription_enabled: fc.boolean(),
    transcription_threshold: fc.integer({ min: 0, max: 60 }),
    machine_detection_enabled: fc.boolean(),
    encrypted_media: fc.boolean(),
  },
  { requiredKeys: ["callerid"] },
);

const complete = fc
  .record({ at: fc.nat({ max: LABELS.length - 1 }), settings, asksForAddress: fc.boolean() })
  .map(({ at, settings, asksForAddress }) => ({
    label: LABELS[at] ?? "",
    password: PASSWORD,
    ...settings,
    // Values for the switches that need them.
    call_limit: settings.call_limit ?? 60,
    max_channels: settings.max_channels ?? 2,
    // One address for each label, because one address maps to one trunk.
    ...(asksForAddress ? { host_request: { host: `9.9.9.${at + 1}` } } : {}),
  }));

/** Trunks with labels of their own. */
export const trunks = fc.uniqueArray(complete, { selector: ({ label }) => label, maxLength: LABELS.length });

/** What can go wrong, for a while: each strikes one request of any kind after letting some go by. */
export const faults = fc.array(
  fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
    after: fc.nat({ max: 6 }),
    processed: fc.boolean(),
    fault: fc.constantFrom("drop", { status: { code: 503 } }, { html: { status: 502 } }, { empty: { status: 500 } }),
  }),
  { maxLength: 6 },
);
