// What a press of the button will send, word for word but for the password, and what it will change.

import { useDeferredValue, useId, useMemo } from "react";
import { type Trunk, type TrunkConfig, validateTrunk } from "wavix-trunks/slim";
import { usePreferences } from "../settings/preferences";
import { useFormWords } from "../words/form";
import { fieldNames, fields } from "./fields";
import { type FormValues, settingsOf } from "./values";

interface Props {
  trunk: Trunk | undefined;
  settings: object;
  started: FormValues;
}

const HIDDEN = "••••••••";
/** Stands for the password of a trunk as it is, which nobody knows, so that the rest can be compared. */
const SOME_PASSWORD = "stands-for-the-old-One-7";

export function Preview({ trunk, settings, started }: Props) {
  const words = useFormWords();
  const { pack } = usePreferences().translation;
  const heading = useId();
  // Typing must not wait for it.
  const deferred = useDeferredValue(settings);
  const config = useMemo(() => {
    const report = validateTrunk(deferred, { coerce: true });
    return report.ok ? report.value : undefined;
  }, [deferred]);
  const before = useMemo(() => {
    if (!trunk) return undefined;
    const report = validateTrunk({ ...settingsOf(started, started, trunk), password: SOME_PASSWORD }, { coerce: true });
    return report.ok ? report.value : undefined;
  }, [trunk, started]);

  const changes = config && before && differencesBetween(before, config);
  return (
    <section className="preview" aria-labelledby={heading}>
      <h3 id={heading}>{words.preview}</h3>
      {trunk && (
        <div className="changes">
          {changes === undefined && <p className="help">{words.changesLater}</p>}
          {changes?.length === 0 && <p className="help">{words.noChanges}</p>}
          {changes && changes.length > 0 && (
            <ul>
              {changes.map(({ name, was, is }) => (
                <li key={name}>
                  <b>{pack?.labels?.[name] ?? fields[name].label}</b>: <del>{was}</del> → <ins>{is}</ins>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to do that */}
      <pre tabIndex={0}>
        <span className="request">{trunk ? `PUT /v1/trunks/${trunk.id}` : "POST /v1/trunks"}</span>
        {"\n"}
        {config ? JSON.stringify({ ...config, password: HIDDEN }, null, 2) : words.previewLater}
      </pre>
    </section>
  );
}

function differencesBetween(before: TrunkConfig, after: TrunkConfig) {
  return fieldNames
    .filter((name) => name !== "password")
    .map((name) => ({ name, was: written(before[name]), is: written(after[name]) }))
    .filter(({ was, is }) => was !== is);
}

function written(value: TrunkConfig[keyof TrunkConfig]): string {
  return value === undefined ? "—" : JSON.stringify(value);
}
