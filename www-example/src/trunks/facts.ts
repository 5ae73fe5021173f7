// Facts about a trunk in words and figures for a person.

import { describeCallerId, type TrunkSummary } from "wavix-trunks/slim";
import type { Words } from "../words/english";

const NOTHING = "—";

export function labelOf(trunk: { label: string; name: string }): string {
  return trunk.label || trunk.name;
}

export function callerIdOf(trunk: TrunkSummary, words: Words): string {
  if (trunk.passthrough) return words.trunks.callerIdFromPbx;
  if (trunk.callerid) return describeCallerId(trunk.callerid)?.display ?? trunk.callerid;
  return trunk.multiple_numbers ? words.trunks.anyCallerId : words.trunks.noCallerId;
}

/** Words for a status; one that Wavix adds some day is shown as it comes. */
export function statusOf(status: TrunkSummary["status"], words: Words): { word: string; note?: string } {
  switch (status) {
    case "active":
      return { word: words.status.active };
    case "pending":
      return { word: words.status.pending, note: words.status.pendingNote };
    case "rejected":
      return { word: words.status.rejected, note: words.status.rejectedNote };
    default:
      return { word: status ?? NOTHING };
  }
}

/** Hours, minutes and seconds: 4:05:09. */
export function talkTimeOf(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** USD with the digits that Wavix wrote. */
export function chargeOf(charge: string | null): string {
  return charge === null ? NOTHING : `$${charge}`;
}

/** What a switch of the list looks like: its icon, and its words in the table of words. */
export const SWITCHES = [
  "call_recording_enabled",
  "transcription_enabled",
  "machine_detection_enabled",
  "encrypted_media",
  "passthrough",
  "multiple_numbers",
] as const satisfies (keyof TrunkSummary)[];

export type SwitchName = (typeof SWITCHES)[number];
