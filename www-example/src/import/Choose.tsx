// A file is dropped or chosen, or its text is pasted.

import { type DragEvent, useId, useState } from "react";
import { trunkFields } from "wavix-trunks/slim";
import { Field } from "../ui/Field";
import { useImportWords } from "../words/import";
import { download } from "./download";
import type { Source } from "./useImport";

interface Props {
  text: string;
  onText: (text: string) => void;
  onChoose: (source: Source) => void;
}

export function Choose({ text, onText, onChoose }: Props) {
  const words = useImportWords();
  const [over, setOver] = useState(false);
  const id = useId();

  const choose = (file: File | null | undefined) => file && onChoose({ blob: file, name: file.name });

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  }

  return (
    <div className="choose">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same without a mouse */}
      <div
        className="drop"
        data-over={over}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      >
        <label htmlFor={`${id}-file`}>{words.file}</label>
        <p className="help" id={`${id}-help`}>
          {words.fileHelp}
        </p>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.json,.ndjson,.jsonl,.txt"
          aria-describedby={`${id}-help`}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") onChoose({ blob: new Blob([text]), name: words.pastedName });
        }}
      >
        <Field label={words.paste}>
          {(joined) => (
            <textarea
              {...joined}
              rows={8}
              spellCheck={false}
              value={text}
              placeholder={"label,password,callerid\nHead office,correct-Horse-7,+1 212 123 4567"}
              onChange={(event) => onText(event.target.value)}
            />
          )}
        </Field>
        <div className="actions">
          <button type="submit" className="main">
            {words.check}
          </button>
          <button type="button" className="quiet" onClick={() => download(emptyTable(), "trunks.csv")}>
            {words.template}
          </button>
        </div>
      </form>
    </div>
  );
}

/** A CSV file with the name of every field and no row. */
function emptyTable(): Blob {
  return new Blob([`${trunkFields.map(({ name }) => name).join(",")}\n`], { type: "text/csv" });
}
