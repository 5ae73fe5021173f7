// Theme and language for the whole page. A language is fetched before it is shown.

import { type ReactNode, useMemo, useState } from "react";
import { loadTranslation, type Translation } from "../words/languages";
import { apply, loadPreferences, PreferencesContext, savePreferences } from "./preferences";

export function PreferencesProvider({ first, children }: { first: Translation; children: ReactNode }) {
  const [state, setState] = useState(() => ({ preferences: loadPreferences(), translation: first }));
  const preferred = useMemo(
    () => ({
      ...state,
      async prefer(changes: Partial<typeof state.preferences>) {
        const preferences = { ...state.preferences, ...changes };
        const translation = await loadTranslation(preferences.language);
        savePreferences(preferences);
        apply(preferences);
        setState({ preferences, translation });
      },
    }),
    [state],
  );
  return <PreferencesContext value={preferred}>{children}</PreferencesContext>;
}
