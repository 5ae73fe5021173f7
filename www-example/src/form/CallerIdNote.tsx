// The caller ID as it will be sent, and whose country code it has.

import { describeCallerId } from "wavix-trunks/slim";
import { usePreferences } from "../settings/preferences";

export function CallerIdNote({ value }: { value: unknown }) {
  const { words } = usePreferences().translation;
  const caller = value === "" ? null : describeCallerId(value);
  if (!caller) return null;
  return (
    <p className="caller-id">
      <b>{caller.display}</b>{" "}
      {caller.country && (
        <span>
          {words.form.country(caller.country)} (+{caller.countryCode})
        </span>
      )}
    </p>
  );
}
