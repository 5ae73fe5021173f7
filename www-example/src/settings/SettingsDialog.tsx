// Where somebody says which API the page talks to.

import { type FormEvent, useState } from "react";
import { Dialog } from "../ui/Dialog";
import { Messages } from "../ui/Messages";
import { useConnection } from "./connection";
import { defaults, takesKey, works } from "./settings";

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { settings, connect } = useConnection();
  const [address, setAddress] = useState(settings.address);
  const [key, setKey] = useState(settings.key);
  const [tried, setTried] = useState(false);

  const addressWorks = address.trim() !== "" && works({ address: address.trim(), key: "" });
  const asksForKey = takesKey(address.trim());
  const next = { address: address.trim(), key: asksForKey ? key.trim() : "" };
  const keyWorks = !addressWorks || works(next);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!addressWorks || !keyWorks) return;
    connect(next);
    onClose();
  }

  function reset() {
    const start = defaults();
    setAddress(start.address);
    setKey(start.key);
  }

  const wrongAddress = tried && !addressWorks;
  const wrongKey = tried && !keyWorks;
  return (
    <Dialog labelledBy="settings-title" onCancel={onClose}>
      <form noValidate onSubmit={submit}>
        <h2 id="settings-title">Settings</h2>
        <div className="field">
          <label htmlFor="address">API address</label>
          <input
            id="address"
            type="url"
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            aria-invalid={wrongAddress}
            aria-describedby="address-help address-messages"
          />
          <p className="help" id="address-help">
            The sandbox on this machine, or your own relay that adds the API key to what it passes on to Wavix.
          </p>
          <Messages
            id="address-messages"
            errors={
              wrongAddress
                ? ["The API address must begin with https://, or with http:// if it is on this machine."]
                : []
            }
          />
        </div>
        {asksForKey ? (
          <div className="field">
            <label htmlFor="key">API key</label>
            <input
              id="key"
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={key}
              onChange={(event) => setKey(event.target.value)}
              aria-invalid={wrongKey}
              aria-describedby="key-help key-messages"
            />
            <p className="help" id="key-help">
              The sandbox’s own key is sandbox-key. It is kept until this tab is closed. Leave it empty for a relay.
            </p>
            <Messages
              id="key-messages"
              errors={wrongKey ? ["The API key must be letters, digits and signs without spaces."] : []}
            />
          </div>
        ) : (
          addressWorks && (
            <p className="notice" data-tone="info">
              No API key is sent to this address: whoever opens a page can read the key in it. Keep the key in your
              relay.
            </p>
          )
        )}
        <div className="actions">
          <button type="button" className="quiet" onClick={reset}>
            Use the defaults
          </button>
          <span className="stretch" />
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="main">
            Use these settings
          </button>
        </div>
      </form>
    </Dialog>
  );
}
