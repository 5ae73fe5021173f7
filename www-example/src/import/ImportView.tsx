// Many trunks from a file: chosen, judged row by row, corrected, created, and told what became of each.
//
// How it uses wavix-trunks, all of it in a web worker (worker.ts): `validateTrunkStream` judges a file of any size while
// it is read, `readTrunks` gives the settings of its rows, `client.createMany` creates them some at a time (creation.ts).

import { useCallback, useState } from "react";
import { useWords } from "../settings/preferences";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Failure } from "../ui/Failure";
import { Progress } from "../ui/Progress";
import { useGuard } from "../ui/route";
import { useImportWords } from "../words/import";
import { Choose } from "./Choose";
import { Creating } from "./Creating";
import { Problems } from "./Problems";
import { Report } from "./Report";
import { useImport } from "./useImport";
import "../ui/fields.css";
import "./import.css";

export function ImportView() {
  const words = useImportWords();
  const shared = useWords();
  const importing = useImport();
  const { stage } = importing;
  // Here, so that it is still there for whoever comes back to it.
  const [pasted, setPasted] = useState("");
  const [leaving, setLeaving] = useState<{ go: () => void }>();
  const ask = useCallback((go: () => void) => setLeaving({ go }), []);
  useGuard(stage.step === "creating", ask);

  return (
    <>
      <div className="view-head">
        <h1 tabIndex={-1}>{shared.views.import}</h1>
        {(stage.step === "checked" || stage.step === "ended" || stage.step === "failed") && (
          <button type="button" onClick={importing.reset}>
            {words.another}
          </button>
        )}
      </div>
      {stage.step === "choosing" && <Choose text={pasted} onText={setPasted} onChoose={importing.check} />}
      {stage.step === "checking" && (
        <section className="card">
          <h2>{words.checking(stage.source.name)}</h2>
          <Progress
            value={stage.progress.bytes}
            max={stage.source.blob.size}
            label={words.checkedSoFar(stage.progress.rows)}
          />
          <button type="button" onClick={importing.stop}>
            {shared.trunks.stop}
          </button>
        </section>
      )}
      {stage.step === "checked" && (
        <Problems
          source={stage.source}
          checked={stage.checked}
          onRowsToCorrect={importing.rowsToCorrect}
          onCreate={importing.create}
        />
      )}
      {stage.step === "creating" && (
        <Creating stage={stage} onPause={importing.pause} onResume={importing.resume} onCancel={importing.cancel} />
      )}
      {stage.step === "ended" && <Report stage={stage} onAgain={importing.create} />}
      {stage.step === "failed" &&
        (stage.missing === "file" ? (
          // Trying again would find the same: what was chosen is the file as it was.
          <Failure error={stage.error} said={words.unreadable} />
        ) : (
          <Failure
            error={stage.error}
            said={stage.missing === "part" ? shared.failure.part : undefined}
            onRetry={() => importing.check(stage.source)}
          />
        ))}
      {leaving && stage.step === "creating" && (
        <ConfirmDialog
          title={words.leaveQuestion}
          keep={words.stay}
          confirm={words.leave}
          onKeep={() => setLeaving(undefined)}
          onConfirm={leaving.go}
        >
          <p>{words.leaveWarning}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
