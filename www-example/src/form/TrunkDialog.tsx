// Creating a trunk, or changing one: loads what is there, holds the form, saves, and asks before anything typed is lost.
//
// How the form uses wavix-trunks: `trunkFields` says which fields there are and how to draw them (fields.ts),
// `trunkSchema` is react-hook-form's resolver and `validateField` judges as somebody types (useTrunkForm.ts),
// `generatePassword`, `passwordStrength` and `describeCallerId` help (PasswordInput.tsx, CallerIdNote.tsx), `client.create`
// and `client.update` save, and the issues of a `WavixError` lead to the fields that the server refused (TrunkForm.tsx).

import { useCallback, useRef, useState } from "react";
import type { Trunk } from "wavix-trunks/slim";
import { useWords } from "../settings/preferences";
import { useTrunk } from "../trunks/queries";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { type Guard, release, useGuard } from "../ui/route";
import { useFormWords } from "../words/form";
import { Created, type Made } from "./Created";
import { TrunkForm } from "./TrunkForm";
import "../ui/fields.css";
import "./form.css";

const stay = () => {};

export function CreateDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (trunk: Trunk) => void }) {
  const words = useFormWords();
  const [made, setMade] = useState<Made>();
  const leaving = useLeaving(onClose);
  // Wavix never shows the password again: what closes this is its button, and neither Escape nor the way back.
  useGuard(made !== undefined, stay);

  if (made) {
    const done = () => {
      release();
      onClose();
      onCreated(made.trunk);
    };
    return (
      <Dialog title={words.createdTitle} onCancel={stay}>
        <Created made={made} onDone={done} />
      </Dialog>
    );
  }
  return (
    <Dialog shape="panel" title={words.newTitle} onCancel={leaving.leave}>
      <TrunkForm
        trunk={undefined}
        onBusy={leaving.setBusy}
        onDirty={leaving.setDirty}
        onCancel={leaving.leave}
        onSaved={(trunk, password) => {
          leaving.settled();
          setMade({ trunk, password });
        }}
      />
      {leaving.question}
    </Dialog>
  );
}

interface EditProps {
  id: number;
  onClose: () => void;
  onSaved: (trunk: Trunk) => void;
}

export function EditDialog({ id, onClose, onSaved }: EditProps) {
  const words = useFormWords();
  const shared = useWords();
  const { data: trunk, error, isFetching, refetch } = useTrunk(id);
  const leaving = useLeaving(onClose);
  const title = trunk ? words.editTitle(trunk.label || trunk.name) : words.editUnknownTitle;
  return (
    <Dialog
      shape="panel"
      title={title}
      description={trunk && <p>{words.replacesEverything}</p>}
      onCancel={leaving.leave}
    >
      {trunk ? (
        <TrunkForm
          trunk={trunk}
          onBusy={leaving.setBusy}
          onDirty={leaving.setDirty}
          onCancel={leaving.leave}
          onSaved={(saved) => {
            leaving.settled();
            onSaved(saved);
          }}
        />
      ) : (
        <>
          {error ? (
            <Failure error={error} onRetry={refetch} busy={isFetching} />
          ) : (
            <p role="status">{shared.trunks.loadingOne}</p>
          )}
          <div className="actions end">
            <button type="button" onClick={onClose}>
              {shared.close}
            </button>
          </div>
        </>
      )}
      {leaving.question}
    </Dialog>
  );
}

/** Leaves at once when nothing was typed; asks when something would be lost; stays while it is being saved. */
function useLeaving(onClose: () => void) {
  const words = useFormWords();
  const [dirty, setDirty] = useState(false);
  const busy = useRef(false);
  const [leaving, setLeaving] = useState<{ go: () => void }>();
  const ask = useCallback<Guard>((go) => {
    if (!busy.current) setLeaving({ go });
  }, []);
  useGuard(dirty, ask);
  const setBusy = useCallback((now: boolean) => {
    busy.current = now;
  }, []);

  return {
    setDirty,
    setBusy,
    /** Closing is a way to another address, so the guard asks. */
    leave: () => busy.current || onClose(),
    settled() {
      release();
      setDirty(false);
    },
    question: leaving && (
      <ConfirmDialog
        title={words.discardQuestion}
        keep={words.keepEditing}
        confirm={words.discard}
        onKeep={() => setLeaving(undefined)}
        onConfirm={leaving.go}
      >
        <p>{words.notSaved}</p>
      </ConfirmDialog>
    ),
  };
}
