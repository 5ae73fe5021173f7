// What the form knows about each setting of a trunk, and how to draw it: the package's own table, by name.

import { type FieldName, type TrunkField, trunkFields } from "wavix-trunks/slim";

export const fieldNames: FieldName[] = trunkFields.map(({ name }) => name);

export const fields = Object.fromEntries(trunkFields.map((field) => [field.name, field])) as Record<
  FieldName,
  TrunkField
>;

/** Whether something that an issue names is a field of a trunk. */
export function isFieldName(name: unknown): name is FieldName {
  return typeof name === "string" && name in fields;
}
