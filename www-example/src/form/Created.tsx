// After a create: what the PBX needs to register. The password can be copied once; Wavix never shows it again.

import { useState } from "react";
import type { Trunk } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";

export interface Made {
  trunk: Trunk;
  password: string;
}

const GATEWAYS = ["us.wavix.net", "nl.wavix.net", "sg.wavix.net", "au.wavix.net"];

export function Created({ made: { trunk, password }, onDone }: { made: Made; onDone: () => void }) {
  const words = useWords();
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");

  async function copy() {
    try {
      await navigator.clipboard.writeText(password);
      setCopied("yes");
    } catch {
      setCopied("refused");
    }
  }

  return (
    <>
      <p>{words.form.createdText}</p>
      <dl className="facts">
        <dt>{words.trunks.columns.label}</dt>
        <dd>{trunk.label}</dd>
        <dt>{words.trunks.columns.name}</dt>
        <dd>
          <code>{trunk.name}</code>
        </dd>
        <dt>{words.form.passwordName}</dt>
        <dd className="with-unit">
          <code>{copied === "refused" ? password : "••••••••"}</code>
          {copied === "no" && (
            <button type="button" onClick={copy}>
              {words.form.copyOnce}
            </button>
          )}
        </dd>
        <dt>{words.form.gateways}</dt>
        <dd>
          {GATEWAYS.map((gateway) => (
            <span key={gateway}>
              <code>{gateway}</code>{" "}
            </span>
          ))}
          <small>{words.form.gatewaysNote}</small>
        </dd>
      </dl>
      <p role="status" className="help">
        {copied === "yes" && words.form.copied}
        {copied === "refused" && words.form.copyRefused}
      </p>
      <div className="actions end">
        <button type="button" className="main" onClick={onDone}>
          {words.form.done}
        </button>
      </div>
    </>
  );
}
