// The page as a whole: the list, and the one dialog that is open over it.

import { useEffect, useRef, useState } from "react";
import type { TrunkSummary } from "wavix-trunks";
import { CreateDialog, EditDialog } from "./form/TrunkDialog";
import { useConnection } from "./settings/connection";
import { SettingsDialog } from "./settings/SettingsDialog";
import { DeleteDialog } from "./trunks/DeleteDialog";
import { TrunksView } from "./trunks/TrunksView";
import { labelOf } from "./trunks/words";

type Open = { dialog: "create" | "settings" } | { dialog: "edit" | "delete"; trunk: TrunkSummary };

export function App() {
  const { settings, turn } = useConnection();
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);

  // A dialog gives the focus back to what opened it. If that was deleted, the focus would start from the top.
  useEffect(() => {
    if (!open && done && document.activeElement === document.body) heading.current?.focus();
  }, [open, done]);

  function show(next: Open) {
    setDone("");
    setOpen(next);
  }
  const close = () => setOpen(undefined);
  const finish = (said: string) => {
    setOpen(undefined);
    setDone(said);
  };
  const showSettings = () => show({ dialog: "settings" });

  return (
    <>
      <header className="top">
        <h1 ref={heading} tabIndex={-1}>
          SIP trunks
        </h1>
        <p className="address">
          <span className="unseen">API address: </span>
          {settings.address}
        </p>
        <button type="button" onClick={showSettings}>
          Settings
        </button>
        <button type="button" className="main" onClick={() => show({ dialog: "create" })}>
          New trunk
        </button>
      </header>
      <main>
        <p role="status" className={done ? "notice" : undefined} data-tone="done">
          {done}
        </p>
        {/* Another connection is another list, which begins at its first page. */}
        <TrunksView
          key={turn}
          onCreate={() => show({ dialog: "create" })}
          onEdit={(trunk) => show({ dialog: "edit", trunk })}
          onDelete={(trunk) => show({ dialog: "delete", trunk })}
          onSettings={showSettings}
        />
      </main>
      {open?.dialog === "settings" && <SettingsDialog onClose={close} />}
      {open?.dialog === "create" && (
        <CreateDialog
          onClose={close}
          onSettings={showSettings}
          onSaved={({ label, name }) => finish(`Created ${label}. Its login name is ${name}.`)}
        />
      )}
      {open?.dialog === "edit" && (
        <EditDialog
          id={open.trunk.id}
          label={labelOf(open.trunk)}
          onClose={close}
          onSettings={showSettings}
          onSaved={({ label }) => finish(`Saved ${label}.`)}
        />
      )}
      {open?.dialog === "delete" && (
        <DeleteDialog trunk={open.trunk} onClose={close} onDeleted={() => finish(`Deleted ${labelOf(open.trunk)}.`)} />
      )}
    </>
  );
}
