// The languages of the page: its own words, the package's pack for messages, and how figures are written.
// English travels with the page; others are fetched when somebody wants them.

import type { FieldName, Language } from "wavix-trunks/slim";
import { english, type Words } from "./english";

export interface Translation {
  /** As browsers name it. */
  locale: string;
  words: Words;
  /** For the messages of wavix-trunks; nothing for English, which it speaks by itself. */
  pack: Language | undefined;
  /** Help under the fields, where it is not that of wavix-trunks. */
  help: Partial<Record<FieldName, string>>;
}

const ENGLISH: Translation = { locale: "en-US", words: english, pack: undefined, help: {} };

export async function loadTranslation(language: "en" | "de"): Promise<Translation> {
  return language === "de" ? (await import("./german")).german : ENGLISH;
}
