// Which API the page talks to, and how the page looks.
//
// How it uses wavix-trunks: `new TrunkClient` itself decides whether an address and a key can work, and whether a key may
// be in a page at all (connection.ts); the page asks it instead of having rules of its own.

import { type FormEvent, useState } from "react";
import { useWords } from "../settings/preferences";
import { Field } from "../ui/Field";
import { Notice } from "../ui/Notice";
import { useSettingsWords } from "../words/settings";
import { Appearance } from "./Appearance";
import { type Connection, defaultConnection, takesKey, useConnection, works } from "./connection";
import "./settings.css";

export function SettingsView() {
  const words = useWords();
  return (
    <div className="narrow">
      <div className="view-head">
        <h1 tabIndex={-1}>{words.views.settings}</h1>
      </div>
      <ConnectionForm />
      <Appearance />
    </div>
  );
}

function ConnectionForm() {
  const words = useSettingsWords();
  const { connection, connect } = useConnection();
  const [typed, setTyped] = useState<Connection>(connection);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState("");

  const address = typed.address.trim();
  const addressWorks = address !== "" && works({ address, key: "" });
  const asksForKey = takesKey(address);
  const next = { address, key: asksForKey ? typed.key.trim() : "" };
  const wrongAddress = tried && !addressWorks;
  const wrongKey = tried && addressWorks && !works(next);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!addressWorks || !works(next)) return;
    connect(next);
    setSaid(words.connected);
  }

  function type(changes: Partial<Connection>) {
    setSaid("");
    setTyped({ ...typed, ...changes });
  }

  return (
    <form className="card" noValidate onSubmit={submit} aria-labelledby="connection">
      <h2 id="connection">{words.connection}</h2>
      <Field label={words.address} help={words.addressHelp} error={wrongAddress && words.addressWrong}>
        {(joined) => (
          <input
            {...joined}
            type="url"
            autoComplete="off"
            spellCheck={false}
            value={typed.address}
            onChange={(event) => type({ address: event.target.value })}
          />
        )}
      </Field>
      {asksForKey && (
        <Field label={words.key} help={words.keyHelp} error={wrongKey && words.keyWrong}>
          {(joined) => (
            <input
              {...joined}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={typed.key}
              onChange={(event) => type({ key: event.target.value })}
            />
          )}
        </Field>
      )}
      {!asksForKey && addressWorks && (
        <p className="notice" data-tone="info">
          {words.noKey}
        </p>
      )}
      <Notice tone="done">{said}</Notice>
      <div className="actions">
        <button type="button" className="quiet" onClick={() => type(defaultConnection())}>
          {words.defaults}
        </button>
        <span className="stretch" />
        <button type="submit" className="main">
          {words.connect}
        </button>
      </div>
    </form>
  );
}
