// Theme and language, in effect as soon as they are chosen.

import { Field } from "../ui/Field";
import { useSettingsWords } from "../words/settings";
import { type LanguageName, type Theme, usePreferences } from "./preferences";

/** Each in its own language, for those who understand no other. */
const LANGUAGES: Record<LanguageName, string> = { en: "English", de: "Deutsch" };

export function Appearance() {
  const { preferences, prefer } = usePreferences();
  const words = useSettingsWords();
  return (
    <section className="card" aria-labelledby="appearance">
      <h2 id="appearance">{words.appearance}</h2>
      <Field label={words.theme}>
        {(joined) => (
          <select
            {...joined}
            value={preferences.theme}
            onChange={(event) => prefer({ theme: event.target.value as Theme })}
          >
            {Object.entries(words.themes).map(([theme, name]) => (
              <option key={theme} value={theme}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.language}>
        {(joined) => (
          <select
            {...joined}
            value={preferences.language}
            onChange={(event) => prefer({ language: event.target.value as LanguageName })}
          >
            {Object.entries(LANGUAGES).map(([language, name]) => (
              <option key={language} value={language} lang={language}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  );
}
