// After a create: what the PBX needs to register. The password can be copied once; Wavix never shows it again.

import { useState } from "react";
import { wavixGateways } from "wavix-trunks/pbx";
import type { Trunk } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { useFormWords } from "../words/form";

export interface Made {
  trunk: Trunk;
  password: string;
}

export function Created({ made: { trunk, password }, onDone }: { made: Made; onDone: () => void }) {
  const words = useFormWords();
  const shared = useWords();
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
      <p>{words.createdText}</p>
      <dl className="facts">
        <dt>{shared.trunks.columns.label}</dt>
        <dd>{trunk.label}</dd>
        <dt>{shared.trunks.columns.name}</dt>
        <dd>
          <code>{trunk.name}</code>
        </dd>
        <dt>{words.passwordName}</dt>
        <dd className="with-unit">
          <code>{copied === "refused" ? password : "••••••••"}</code>
          {copied === "no" && (
            <button type="button" onClick={copy}>
              {words.copyOnce}
            </button>
          )}
        </dd>
        <dt>{words.gateways}</dt>
        <dd>
          {wavixGateways.map((gateway) => (
            <span key={gateway}>
              <code>{gateway}</code>{" "}
            </span>
          ))}
          <small>{words.gatewaysNote}</small>
        </dd>
      </dl>
      <p role="status" className="help">
        {copied === "yes" && words.copied}
        {copied === "refused" && words.copyRefused}
      </p>
      <div className="actions end">
        <button type="button" className="main" onClick={onDone}>
          {words.done}
        </button>
      </div>
    </>
  );
}
