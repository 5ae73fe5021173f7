// Between a trunk as Wavix returns it and the values of a form, where everything is text or on and off.

import type { FieldName, Trunk } from "wavix-trunks/slim";
import { fieldNames, fields } from "./fields";

export type FormValues = { [Name in FieldName]: string | boolean };

/** What the form starts with: the trunk as it is, or what a new one has by default. */
export function startValues(trunk: Trunk | undefined): FormValues {
  const entries = fieldNames.map((name) => [name, trunk ? known(trunk, name) : start(name)]);
  return Object.fromEntries(entries);
}

function start(name: FieldName): string | boolean {
  const { kind, default: start } = fields[name];
  return kind === "switch" ? start === true : String(start ?? "");
}

function known(trunk: Trunk, name: FieldName): string | boolean {
  switch (name) {
    // Wavix never returns it, and a server that echoes it does not make it right to show.
    case "password":
      return "";
    case "allowed_ips":
      return (trunk.allowed_ips ?? []).map(({ ip }) => ip).join("\n");
    // The request itself is not returned, only where it led to. Left out, the update would end it.
    case "host_request":
      return trunk.host && trunk.host !== "dynamic" ? trunk.host : "";
    default: {
      const value = trunk[name];
      return fields[name].kind === "switch" ? value === true : String(value ?? "");
    }
  }
}

/** Whether a field is shown: it depends on no switch, or on one that is on. */
export function isShown(name: FieldName, values: FormValues): boolean {
  const { dependsOn } = fields[name];
  return !dependsOn || values[dependsOn] === true;
}

/**
 * What is judged and sent. The trunk comes first: settings that this page does not know survive, since an update replaces
 * everything. A field that is hidden goes back to what it was: whoever turns a switch off takes back what they typed
 * below it, and what the trunk remembers there is not lost.
 */
export function settingsOf(values: FormValues, started: FormValues, trunk: Trunk | undefined): object {
  const entries = fieldNames.map((name) => [name, (isShown(name, values) ? values : started)[name]]);
  return { ...trunk, ...Object.fromEntries(entries) };
}
