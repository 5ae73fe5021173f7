// For one trunk: what to choose and to type, and the settings that come of it. The password is kept here and nowhere else.

import { useState } from "react";
import { type PbxKind, pbxKinds, wavixGateways } from "wavix-trunks/pbx";
import type { Trunk } from "wavix-trunks/slim";
import { labelOf } from "../trunks/facts";
import { Field } from "../ui/Field";
import { hrefOf, replace, useRoute } from "../ui/route";
import { SecretInput } from "../ui/SecretInput";
import { useConnectWords } from "../words/connect";
import { judge } from "./judge";
import { Sentence } from "./Sentence";
import { Settings } from "./Settings";

/** As their makers write them, in every language. */
const SYSTEMS: Record<PbxKind, string> = {
  asterisk: "Asterisk",
  freeswitch: "FreeSWITCH",
  kamailio: "Kamailio",
  baresip: "baresip",
  livekit: "LiveKit",
  vapi: "Vapi",
  "3cx": "3CX",
};

export function Connect({ trunk }: { trunk: Trunk }) {
  const words = useConnectWords();
  const { query } = useRoute();
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [callerId, setCallerId] = useState("");

  // What the address says may be anything.
  const kind = pbxKinds.find((name) => name === query.get("system")) ?? "asterisk";
  const gateway = wavixGateways.find((name) => name === query.get("gateway")) ?? "us.wavix.net";
  const { auth, trunkError, passwordError, callerIdError, config } = judge(trunk, {
    kind,
    gateway,
    password,
    callerId,
  });

  function choose(choice: { system?: string; gateway?: string }) {
    const next = { system: kind, gateway, ...choice };
    replace(hrefOf(`connect/${trunk.id}`, new URLSearchParams(next)));
  }

  return (
    <>
      <div className="card">
        <h2>{labelOf(trunk)}</h2>
        <p className="help">
          {words.login} <code>{trunk.name}</code>
        </p>
        <div className="choices">
          <Field label={words.system}>
            {(joined) => (
              <select {...joined} value={kind} onChange={(event) => choose({ system: event.target.value })}>
                {pbxKinds.map((name) => (
                  <option key={name} value={name}>
                    {SYSTEMS[name]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.gateway} help={words.gatewayHelp}>
            {(joined) => (
              <select {...joined} value={gateway} onChange={(event) => choose({ gateway: event.target.value })}>
                {wavixGateways.map((name) => (
                  <option key={name} value={name}>
                    {name} ({words.regions[name]})
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {auth === "digest" && (
          <Field
            label={words.password}
            help={words.passwordHelp}
            error={passwordError && <Sentence>{passwordError}</Sentence>}
          >
            {(joined) => (
              <SecretInput
                {...joined}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                shown={shown}
                onShown={setShown}
                spellCheck={false}
              />
            )}
          </Field>
        )}
        {auth === "ip" && <p className="help">{words.noPassword}</p>}
        <Field
          label={words.callerId}
          help={words.callerIdHelp}
          error={callerIdError && <Sentence>{callerIdError}</Sentence>}
        >
          {(joined) => (
            <input
              {...joined}
              type="tel"
              autoComplete="off"
              value={callerId}
              onChange={(event) => setCallerId(event.target.value)}
            />
          )}
        </Field>
        {trunkError && (
          <p className="notice" data-tone="error" role="alert">
            <Sentence>{trunkError}</Sentence>
          </p>
        )}
      </div>
      {config ? (
        <Settings key={kind} config={config} system={SYSTEMS[kind]} />
      ) : (
        <p className="help">
          {passwordError || callerIdError || trunkError ? words.awaitsCorrection : words.awaitsPassword}
        </p>
      )}
    </>
  );
}
