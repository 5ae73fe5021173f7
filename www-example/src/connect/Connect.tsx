// For one trunk: what to choose and to type, and the settings that come of it. The password is kept here and nowhere else.

import { useState } from "react";
import { type PbxKind, pbxKinds, wavixGateways } from "wavix-trunks/pbx";
import type { Trunk } from "wavix-trunks/slim";
import { labelOf } from "../trunks/facts";
import { hrefOf, replace, useRoute } from "../ui/route";
import { SecretInput } from "../ui/SecretInput";
import { useConnectWords } from "../words/connect";
import { judge } from "./judge";
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
          <div className="field">
            <label htmlFor="connect-system">{words.system}</label>
            <select id="connect-system" value={kind} onChange={(event) => choose({ system: event.target.value })}>
              {pbxKinds.map((name) => (
                <option key={name} value={name}>
                  {SYSTEMS[name]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="connect-gateway">{words.gateway}</label>
            <select
              id="connect-gateway"
              value={gateway}
              onChange={(event) => choose({ gateway: event.target.value })}
              aria-describedby="connect-gateway-help"
            >
              {wavixGateways.map((name) => (
                <option key={name} value={name}>
                  {name} ({words.regions[name]})
                </option>
              ))}
            </select>
            <p className="help" id="connect-gateway-help">
              {words.gatewayHelp}
            </p>
          </div>
        </div>
        {auth === "digest" && (
          <div className="field">
            <label htmlFor="connect-password">{words.password}</label>
            <SecretInput
              id="connect-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              shown={shown}
              onShown={setShown}
              spellCheck={false}
              aria-invalid={passwordError !== undefined}
              aria-describedby="connect-password-help connect-password-messages"
            />
            <p className="help" id="connect-password-help">
              {words.passwordHelp}
            </p>
            <Wrong id="connect-password-messages" message={passwordError} />
          </div>
        )}
        {auth === "ip" && <p className="help">{words.noPassword}</p>}
        <div className="field">
          <label htmlFor="connect-callerid">{words.callerId}</label>
          <input
            id="connect-callerid"
            type="tel"
            autoComplete="off"
            value={callerId}
            onChange={(event) => setCallerId(event.target.value)}
            aria-invalid={callerIdError !== undefined}
            aria-describedby="connect-callerid-help connect-callerid-messages"
          />
          <p className="help" id="connect-callerid-help">
            {words.callerIdHelp}
          </p>
          <Wrong id="connect-callerid-messages" message={callerIdError} />
        </div>
        <Wrong id="connect-trunk-messages" message={trunkError} />
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

/** What wavix-trunks says is wrong, with what to do about it. */
function Wrong({ id, message }: { id: string; message: string | undefined }) {
  return (
    <div className="messages" id={id} aria-live="polite">
      {message && (
        <p data-tone="error" lang="en">
          {message}
        </p>
      )}
    </div>
  );
}
