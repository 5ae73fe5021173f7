// Creating a trunk, or changing one: loads what is there, holds the form, saves, and asks before anything typed is lost.

import { useState } from "react";
import { type Trunk, type TrunkConfig, WavixError } from "wavix-trunks";
import { useSaveTrunk, useTrunk } from "../trunks/queries";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { NOTICE, TrunkFields } from "./TrunkFields";
import { useTrunkForm } from "./useTrunkForm";
import "./form.css";

interface Props {
  onClose: () => void;
  onSaved: (trunk: Trunk) => void;
  onSettings: () => void;
}

export function CreateDialog(props: Props) {
  return <FormDialog {...props} trunk={undefined} title="New trunk" />;
}

export function EditDialog({ id, label, ...props }: Props & { id: number; label: string }) {
  const trunk = useTrunk(id);
  const title = `Edit ${label}`;
  if (trunk.data) return <FormDialog {...props} trunk={trunk.data} title={title} />;
  return (
    <Dialog shape="panel" labelledBy="form-title" onCancel={props.onClose}>
      <h2 id="form-title">{title}</h2>
      {trunk.isError ? (
        <Failure
          error={trunk.error}
          onRetry={() => trunk.refetch()}
          busy={trunk.isFetching}
          onSettings={props.onSettings}
        />
      ) : (
        <p role="status">Loading the trunk…</p>
      )}
      <div className="actions">
        <button type="button" onClick={props.onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function FormDialog(props: Props & { trunk: Trunk | undefined; title: string }) {
  const { trunk, title, onClose, onSaved, onSettings } = props;
  const form = useTrunkForm(trunk);
  const save = useSaveTrunk(trunk?.id);
  const [leaving, setLeaving] = useState<"list" | "settings">();

  function leave(where: "list" | "settings") {
    if (save.isPending) return;
    if (form.dirty) setLeaving(where);
    else go(where);
  }

  function go(where: "list" | "settings") {
    onClose();
    if (where === "settings") onSettings();
  }

  function send(config: TrunkConfig) {
    save.mutate(config, {
      onSuccess: onSaved,
      onError: (error) => form.refuse(error instanceof WavixError ? error.issues : []),
    });
  }

  return (
    <Dialog shape="panel" labelledBy="form-title" describedBy={trunk && NOTICE} onCancel={() => leave("list")}>
      <h2 id="form-title">{title}</h2>
      <TrunkFields
        trunk={trunk}
        form={form}
        saving={save.isPending}
        error={save.error}
        onSave={send}
        onCancel={() => leave("list")}
        onSettings={() => leave("settings")}
      />
      {leaving && (
        <ConfirmDialog
          title="Discard what you typed?"
          keep="Keep editing"
          confirm="Discard"
          onKeep={() => setLeaving(undefined)}
          onConfirm={() => go(leaving)}
        >
          <p>The trunk has not been saved.</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
