import { english } from "./english";
import pack from "./german.json";
import type { Translation } from "./languages";
export const german: Translation = { locale: "de-DE", words: english, pack, help: {} };
