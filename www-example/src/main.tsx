// Starts the page: the wasm of wavix-trunks streams in while the rest is read, server state is in TanStack Query, the
// connection and the language in contexts, everything else in components.

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { init } from "wavix-trunks/slim";
import { App } from "./App";
import { keepForOffline } from "./offline";
import { ConnectionProvider } from "./settings/ConnectionProvider";
import { PreferencesProvider } from "./settings/PreferencesProvider";
import { apply, loadPreferences } from "./settings/preferences";
import { loadTranslation } from "./words/languages";
import "./ui/base.css";

const preferences = loadPreferences();
apply(preferences);

const queries = new QueryClient({
  defaultOptions: {
    // "always": a sandbox on this machine answers without a network. What is worth repeating, wavix-trunks repeats.
    queries: { networkMode: "always", retry: false, refetchOnWindowFocus: false },
    mutations: { networkMode: "always", retry: false },
  },
});

async function start() {
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  const [translation] = await Promise.all([loadTranslation(preferences.language), init()]);
  createRoot(root).render(
    <StrictMode>
      <PreferencesProvider first={translation}>
        <QueryClientProvider client={queries}>
          <ConnectionProvider>
            <App />
          </ConnectionProvider>
        </QueryClientProvider>
      </PreferencesProvider>
    </StrictMode>,
  );
  void keepForOffline();
}

/** Instead of nothing at all, when the wasm or the words did not arrive; in words of its own, since there may be no others. */
function sayThatNothingArrived() {
  const german = navigator.language.startsWith("de");
  const again = document.createElement("button");
  again.textContent = german ? "Seite neu laden" : "Load the page again";
  again.addEventListener("click", () => location.reload());
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = german ? "Ein Teil der Seite ist nicht angekommen." : "A part of the page did not arrive.";
  document.getElementById("root")?.replaceChildren(said, again);
}

// Not awaited at the top, where views that are fetched later would wait for each other.
start().catch(sayThatNothingArrived);
