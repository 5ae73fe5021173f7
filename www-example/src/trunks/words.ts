// Facts about a trunk in words and figures for a person.

import type { TrunkSummary } from "wavix-trunks";

const NOTHING = "—";

export function labelOf(trunk: { label: string; name: string }): string {
  return trunk.label || trunk.name;
}

export function callerIdOf(trunk: TrunkSummary): string {
  if (trunk.passthrough) return "From your PBX";
  if (trunk.callerid) return `+${trunk.callerid}`;
  return trunk.multiple_numbers ? "Any number" : "None";
}

export function authenticationOf(trunk: TrunkSummary): string {
  return trunk.auth_method ?? NOTHING;
}

/** Words for a status; one that Wavix adds some day is shown as it comes. */
export function statusOf({ status }: TrunkSummary): { word: string; note?: string } {
  switch (status) {
    case "active":
      return { word: "Active" };
    case "pending":
      return { word: "Pending", note: "Cannot place calls yet" };
    case "rejected":
      return { word: "Rejected", note: "Cannot place calls" };
    default:
      return { word: status ?? NOTHING };
  }
}

/** Hours, minutes and seconds: 4:05:09. */
export function talkTimeOf({ talk_time: seconds }: TrunkSummary): string {
  if (seconds === null) return NOTHING;
  const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** USD with the digits that Wavix wrote. */
export function chargeOf({ charge }: TrunkSummary): string {
  return charge === null ? NOTHING : `$${charge}`;
}
