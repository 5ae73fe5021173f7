// The languages of the page: its own words, the package's pack for messages, and how figures are written.
// English travels with the page, that of a view with the view; other languages are fetched when somebody wants them.

import type { FieldName, Language } from "wavix-trunks/slim";
import type { ConnectWords } from "./connect";
import type { DeleteWords } from "./delete";
import { english, type Words } from "./english";
import type { FormWords } from "./form";
import type { ImportWords } from "./import";
import type { SettingsWords } from "./settings";
import type { UsageWords } from "./usage";

export interface ViewWords {
  delete: DeleteWords;
  form: FormWords;
  connect: ConnectWords;
  import: ImportWords;
  usage: UsageWords;
  settings: SettingsWords;
}

export interface Translation {
  /** As browsers name it. */
  locale: string;
  words: Words;
  /** Those of the views, where they are not English. */
  views: Partial<ViewWords>;
  /** For the messages of wavix-trunks; nothing for English, which it speaks by itself. */
  pack: Language | undefined;
  /** Help under the fields, where it is not that of wavix-trunks. */
  help: Partial<Record<FieldName, string>>;
}

const ENGLISH: Translation = { locale: "en-US", words: english, views: {}, pack: undefined, help: {} };

export async function loadTranslation(language: "en" | "de"): Promise<Translation> {
  return language === "de" ? (await import("./german")).german : ENGLISH;
}
