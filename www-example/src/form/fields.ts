// What the form knows about each setting of a trunk: how to draw it, not when it is right; that is validateTrunk's job.
// A copy of the package's own table, in the one place where `trunkFields` will take over.

import type { FieldName } from "wavix-trunks";

export type Kind = "text" | "password" | "phone" | "digits" | "number" | "addresses" | "switch";

export interface FieldRow {
  kind: Kind;
  label: string;
  help: string;
  unit?: string;
  /** The switch without which the field has no effect. */
  dependsOn?: FieldName;
  /** What a new trunk starts with, where that is not "off" or empty. */
  start?: string | boolean;
}

export const fields: Record<FieldName, FieldRow> = {
  label: { kind: "text", label: "Label", help: "Your name for the trunk." },
  password: {
    kind: "password",
    label: "Password",
    help: "Digest password of the trunk, at least 12 characters of several kinds.",
  },
  callerid: {
    kind: "phone",
    label: "Caller ID",
    help: "An active or verified number of your account with its country code, for example 12121234567.",
  },
  ip_restrict: {
    kind: "switch",
    label: "Restrict by IP address",
    help: "Only the listed addresses may register.",
  },
  allowed_ips: {
    kind: "addresses",
    label: "Allowed IP addresses",
    help: "Public IPv4 or IPv6 addresses that may register, one on each line.",
    dependsOn: "ip_restrict",
  },
  host_request: {
    kind: "text",
    label: "IP authentication",
    help: "Public IP address that will place calls without a password. Wavix approves it by hand. Leave it empty for digest.",
  },
  didinfo_enabled: {
    kind: "switch",
    label: "Dialled number in the To header",
    help: "Inbound calls carry the number that was dialled in their To header.",
    start: true,
  },
  call_restrict: {
    kind: "switch",
    label: "Limit call duration",
    help: "End calls that last longer than the limit.",
  },
  call_limit: {
    kind: "number",
    label: "Longest call",
    help: "After that a call ends; not above your account’s own limit.",
    unit: "seconds",
    dependsOn: "call_restrict",
  },
  cost_limit: {
    kind: "switch",
    label: "Limit call cost",
    help: "End outbound calls that cost more than the limit.",
  },
  max_call_cost: {
    kind: "number",
    label: "Highest call cost",
    help: "What one outbound call may cost.",
    unit: "USD",
    dependsOn: "cost_limit",
  },
  channels_restrict: {
    kind: "switch",
    label: "Limit concurrent calls",
    help: "Refuse outbound calls above the limit.",
  },
  max_channels: {
    kind: "number",
    label: "Concurrent calls",
    help: "Outbound calls at the same time; not above your account’s capacity.",
    unit: "calls",
    dependsOn: "channels_restrict",
  },
  rewrite_enabled: {
    kind: "switch",
    label: "Dial plan",
    help: "Change the dialled number before the call is placed.",
  },
  rewrite_prefix: {
    kind: "digits",
    label: "Prefix to add",
    help: "Digits put in front of the dialled number, for example 00.",
    dependsOn: "rewrite_enabled",
  },
  rewrite_cond: {
    kind: "digits",
    label: "Digits to remove",
    help: "Leading digits removed from the dialled number.",
    dependsOn: "rewrite_enabled",
  },
  passthrough: {
    kind: "switch",
    label: "Caller ID passthrough",
    help: "Keep the caller ID that your PBX sends. Wavix approves it by hand.",
  },
  multiple_numbers: {
    kind: "switch",
    label: "Any number as caller ID",
    help: "Any active or verified number of your account may be the caller ID.",
  },
  call_recording_enabled: {
    kind: "switch",
    label: "Record calls",
    help: "Record outbound calls.",
  },
  transcription_enabled: {
    kind: "switch",
    label: "Transcribe calls",
    help: "Turn recorded calls into text. Flex Pro accounts.",
  },
  transcription_threshold: {
    kind: "number",
    label: "Shortest call to transcribe",
    help: "How long a call must last to be transcribed.",
    unit: "seconds",
    dependsOn: "transcription_enabled",
    start: "6",
  },
  machine_detection_enabled: {
    kind: "switch",
    label: "Voicemail detection",
    help: "Detect answering machines. Flex Pro accounts.",
  },
  encrypted_media: {
    kind: "switch",
    label: "Encrypted media",
    help: "Encrypt the voice with SRTP.",
  },
};

export const fieldNames = Object.keys(fields) as FieldName[];
