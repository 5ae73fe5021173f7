// Where an import stands, and the way on from there. The work is done in a worker.

import { proxy, type Remote, wrap } from "comlink";
import { useCallback, useEffect, useRef, useState } from "react";
import { WavixError } from "wavix-trunks/slim";
import { useConnection } from "../settings/connection";
import { usePreferences } from "../settings/preferences";
import { useRefresh } from "../trunks/queries";
import { useImportWords } from "../words/import";
import type { CreationProgress } from "./creation";
import type { Checked, CheckProgress, Outcome } from "./types";
import type { Importer } from "./worker";

/** What is imported. Pasted text has no name. */
export interface Source {
  blob: Blob;
  name: string;
}

/** What an import needs and does not have. A check needs nothing of the API. */
type Missing = "file" | "part" | undefined;

export type Stage =
  | { step: "choosing" }
  | { step: "checking"; source: Source; progress: CheckProgress }
  | { step: "checked"; source: Source; checked: Checked }
  | { step: "creating"; source: Source; checked: Checked; progress: CreationProgress; paused: boolean; ending: boolean }
  | { step: "ended"; source: Source; checked: Checked; outcomes: Outcome[] }
  | { step: "failed"; source: Source; error: unknown; missing?: Missing };

const NONE: CreationProgress = { created: 0, skipped: 0, failed: 0, unknown: 0 };

export function useImport() {
  const { connection } = useConnection();
  const { translation } = usePreferences();
  const words = useImportWords();
  const refresh = useRefresh();
  const [stage, setStage] = useState<Stage>({ step: "choosing" });
  const importer = useRef<Remote<Importer>>(undefined);
  const worker = useRef<Worker>(undefined);
  const creating = useRef<() => void>(undefined);

  const begin = useCallback(() => {
    worker.current = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    importer.current = wrap<Importer>(worker.current);
    // Its script did not arrive, and what was asked of it is never answered. The next check begins another.
    worker.current.onerror = () => {
      worker.current = undefined;
      const failed = { step: "failed", error: new Error("The worker did not begin."), missing: "part" } as const;
      setStage((stage) => (stage.step === "checking" ? { ...failed, source: stage.source } : stage));
    };
  }, []);

  useEffect(() => {
    begin();
    return () => {
      worker.current?.terminate();
      // What was created until now is in no list yet.
      creating.current?.();
    };
  }, [begin]);

  async function fail(source: Source, error: unknown, otherwise?: Missing) {
    // The next check begins another: the wasm of this one may not have arrived, and it asks only once.
    worker.current?.terminate();
    worker.current = undefined;
    // The error does not tell it: a stream that broke off is a TypeError like any other.
    const start = source.blob.slice(0, 1).arrayBuffer();
    const missing = await start.then(
      () => otherwise,
      () => "file" as const,
    );
    setStage({ step: "failed", source, error, missing });
  }

  async function check(source: Source) {
    if (!worker.current) begin();
    setStage({ step: "checking", source, progress: { bytes: 0, rows: 0 } });
    const tell = proxy((progress: CheckProgress) =>
      setStage((stage) => (stage.step === "checking" ? { ...stage, progress } : stage)),
    );
    try {
      await importer.current?.forget();
      const checked = await importer.current?.check(source.blob, translation.pack, tell);
      setStage(checked ? { step: "checked", source, checked } : { step: "choosing" });
    } catch (error) {
      await fail(source, error, "part");
    }
  }

  async function create(options: { concurrency: number; skipTaken: boolean }) {
    if (stage.step !== "checked" && stage.step !== "ended") return;
    const { source, checked } = stage;
    setStage({ step: "creating", source, checked, progress: NONE, paused: false, ending: false });
    const tell = proxy((progress: CreationProgress) =>
      setStage((stage) => (stage.step === "creating" ? { ...stage, progress } : stage)),
    );
    creating.current = refresh;
    try {
      const said = { language: translation.pack, taken: words.taken };
      const ended = await importer.current?.create(source.blob, connection, { ...options, ...said }, tell);
      if (!ended) return;
      if ("outcomes" in ended) setStage({ step: "ended", source, checked, outcomes: ended.outcomes });
      else setStage({ step: "failed", source, error: new WavixError(ended.message, { code: ended.code }) });
    } catch (error) {
      await fail(source, error);
    }
    creating.current = undefined;
    refresh();
  }

  const during = (changes: { paused?: boolean; ending?: boolean }) =>
    setStage((stage) => (stage.step === "creating" ? { ...stage, ...changes } : stage));

  return {
    stage,
    check,
    create,
    stop: () => void importer.current?.stop(),
    pause() {
      importer.current?.pause();
      during({ paused: true });
    },
    resume() {
      importer.current?.resume();
      during({ paused: false });
    },
    cancel() {
      importer.current?.cancel();
      during({ ending: true, paused: false });
    },
    reset: () => setStage({ step: "choosing" }),
    rowsToCorrect: (source: Source, format: NonNullable<Checked["format"]>) =>
      importer.current?.rowsToCorrect(source.blob, format),
  };
}
