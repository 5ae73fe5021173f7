// The caller ID as it will be sent, and whose country code it has.

import { describeCallerId } from "wavix-trunks/slim";

export function CallerIdNote({ value }: { value: unknown }) {
  const caller = value === "" ? null : describeCallerId(value);
  if (!caller) return null;
  return (
    <p className="caller-id">
      <b>{caller.display}</b>{" "}
      {caller.country && (
        <span lang="en">
          {caller.country} (+{caller.countryCode})
        </span>
      )}
    </p>
  );
}
