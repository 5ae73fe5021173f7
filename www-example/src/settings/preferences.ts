// Theme and language: what somebody chose, or what the system says. Kept in this browser.

import { createContext, use } from "react";
import type { Translation } from "../words/languages";

export type Theme = "system" | "light" | "dark";
export type LanguageName = "en" | "de";

export interface Preferences {
  theme: Theme;
  language: LanguageName;
}

const STORED = "wavix-trunks.preferences";
const THEMES: readonly string[] = ["system", "light", "dark"] satisfies Theme[];

export function loadPreferences(): Preferences {
  const stored = read();
  const theme = THEMES.includes(String(stored.theme)) ? (stored.theme as Theme) : "system";
  const language = stored.language ?? navigator.language;
  return { theme, language: String(language).startsWith("de") ? "de" : "en" };
}

function read(): Partial<Record<keyof Preferences, unknown>> {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? "null") ?? {};
  } catch {
    return {};
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(preferences));
  } catch {
    // A browser that stores nothing forgets them on reload, which does no harm.
  }
}

/** Told to the style sheet and to screen readers by the root element. */
export function apply({ theme, language }: Preferences): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language;
}

export interface Preferred {
  preferences: Preferences;
  translation: Translation;
  prefer(changes: Partial<Preferences>): void;
}

export const PreferencesContext = createContext<Preferred | null>(null);

export function usePreferences(): Preferred {
  const preferred = use(PreferencesContext);
  if (!preferred) throw new Error("no PreferencesProvider above");
  return preferred;
}

/** The words of the page in the chosen language. */
export function useWords() {
  return usePreferences().translation.words;
}
