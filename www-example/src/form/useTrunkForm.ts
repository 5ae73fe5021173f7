// The state of the form, all of it: what is typed, where somebody has been, and what validateTrunk and the server say.

import { useMemo, useRef, useState } from "react";
import { type FieldName, type Issue, type Trunk, type TrunkConfig, validateTrunk } from "wavix-trunks";
import { useAfterPress } from "./useAfterPress";
import { effective, type FormValues, isShown, startValues } from "./values";

export interface TrunkForm {
  values: FormValues;
  /** The settings to send, as soon as nothing keeps them from being sent. */
  config: TrunkConfig | undefined;
  /** Whether something was typed that is not saved. */
  dirty: boolean;
  isShown(name: FieldName): boolean;
  /** What to say at a field: nothing before somebody has typed and left it, or tried to save. */
  issuesAt(name: FieldName): Issue[];
  /** What to say above the fields, because it belongs to none that is shown. */
  otherErrors: Issue[];
  /** How many shown fields have errors, once somebody tried to save. */
  wrongFields: number;
  change(name: FieldName, value: string | boolean): void;
  leave(name: FieldName): void;
  /** Somebody tried to save: from now on every field says what is wrong with it. */
  attempt(): void;
  /** The server named fields. */
  refuse(issues: Issue[]): void;
}

export function useTrunkForm(trunk: Trunk | undefined): TrunkForm {
  const [started] = useState(() => startValues(trunk));
  const [values, setValues] = useState(started);
  const [visited, setVisited] = useState<ReadonlySet<FieldName>>(new Set());
  const typed = useRef(new Set<FieldName>());
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Issue[]>([]);
  const afterPress = useAfterPress();

  // The trunk comes first: settings that this page does not know survive, since an update replaces everything.
  const report = useMemo(
    () => validateTrunk({ ...trunk, ...effective(values, started) }, { coerce: true }),
    [trunk, values, started],
  );

  const issues = [...report.issues, ...refused];
  const placeOf = (issue: Issue) => {
    const name = issue.path[0];
    return name !== undefined && name in values && isShown(name as FieldName, values) ? (name as FieldName) : undefined;
  };
  const errors = issues.filter(({ severity }) => severity === "error");
  const visit = (name: FieldName) => setVisited((visited) => new Set(visited).add(name));

  return {
    values,
    config: report.ok ? report.value : undefined,
    dirty: values !== started,
    isShown: (name) => isShown(name, values),
    issuesAt: (name) => (tried || visited.has(name) ? issues.filter((issue) => placeOf(issue) === name) : []),
    otherErrors: tried ? errors.filter((issue) => placeOf(issue) === undefined) : [],
    wrongFields: tried ? new Set(errors.map(placeOf).filter(Boolean)).size : 0,
    change(name, value) {
      typed.current.add(name);
      setValues((values) => ({ ...values, [name]: value }));
      setRefused((refused) => refused.filter(({ path }) => path[0] !== name));
      // A switch says all with one press; text is not judged before it is finished.
      if (typeof value === "boolean") visit(name);
    },
    leave(name) {
      // Whoever only passes by has not yet said anything that could be wrong.
      if (typed.current.has(name)) afterPress(() => visit(name));
    },
    attempt: () => setTried(true),
    refuse(issues) {
      setTried(true);
      setRefused(issues);
    },
  };
}
