// The settings for one system: files to save, or values to type into its forms, and what else to know.

import { useId, useState } from "react";
import type { PbxConfig, PbxField, PbxFile } from "wavix-trunks/pbx";
import { download } from "../import/download";
import { useConnectWords } from "../words/connect";
import { Sentence } from "./Sentence";

export function Settings({ config, system }: { config: PbxConfig; system: string }) {
  const words = useConnectWords();
  const [said, setSaid] = useState("");

  async function copy(name: string, text: string) {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied(name));
    } catch {
      setSaid(words.copyRefused);
    }
  }

  const sections = [...new Set(config.fields.map(({ section }) => section))];
  return (
    <section className="card" aria-labelledby="connect-settings">
      <h2 id="connect-settings">{words.settings(system)}</h2>
      <p role="status" className="help">
        {said}
      </p>
      {config.files.map((file) => (
        <File key={file.name} file={file} onCopy={copy} />
      ))}
      {sections.map((section) => (
        <div key={section}>
          <h3 lang="en">{section}</h3>
          <Values fields={config.fields.filter((field) => field.section === section)} onCopy={copy} />
        </div>
      ))}
      <h3>{words.notes}</h3>
      <ul className="notes">
        {config.notes.map((note) => (
          <li key={note}>
            <Sentence>{note}</Sentence>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Copy = (name: string, text: string) => void;

function File({ file: { name, place, text }, onCopy }: { file: PbxFile; onCopy: Copy }) {
  const words = useConnectWords();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="file-head">
        <h3 id={heading}>
          <code>{name}</code>
        </h3>
        <button type="button" onClick={() => onCopy(name, text)}>
          {words.copy}
          <span className="unseen"> {name}</span>
        </button>
        {/* Of no type, since browsers give plain text without an ending a name that ends in .txt. */}
        <button type="button" onClick={() => download(new Blob([text], { type: "application/octet-stream" }), name)}>
          {words.download}
          <span className="unseen"> {name}</span>
        </button>
      </div>
      <p className="help">
        {words.place} <Sentence>{place}</Sentence>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to do that */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}

function Values({ fields, onCopy }: { fields: PbxField[]; onCopy: Copy }) {
  const words = useConnectWords();
  return (
    <dl className="values">
      {fields.map(({ label, value }) => (
        <div key={label}>
          <dt lang="en">{label}</dt>
          <dd>
            <code>{value}</code>
            <button type="button" onClick={() => onCopy(label, value)}>
              {words.copy}
              <span className="unseen"> {label}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
