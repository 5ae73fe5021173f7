// The page around the views: where one can go, where the API is, and what everybody must know.

import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { useConnection } from "./settings/connection";
import { useWords } from "./settings/preferences";
import { TrunksView } from "./trunks/TrunksView";
import { Fetched } from "./ui/Fetched";
import { follow, hrefOf, useRoute } from "./ui/route";

/** What not everybody needs is fetched when somebody goes there. */
const VIEWS = {
  connect: lazy(async () => ({ default: (await import("./connect/ConnectView")).ConnectView })),
  import: lazy(async () => ({ default: (await import("./import/ImportView")).ImportView })),
  usage: lazy(async () => ({ default: (await import("./usage/UsageView")).UsageView })),
  settings: lazy(async () => ({ default: (await import("./settings/SettingsView")).SettingsView })),
  trunks: TrunksView,
};
type ViewName = keyof typeof VIEWS;
const NAMES = ["trunks", "connect", "import", "usage", "settings"] as const satisfies ViewName[];

export function App() {
  const words = useWords();
  const { connection, turn } = useConnection();
  const { path } = useRoute();
  const view = NAMES.find((name) => name === path[0]) ?? "trunks";
  const main = useRef<HTMLElement>(null);
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);

  const shown = useRef(view);
  useEffect(() => {
    document.title = `${words.views[view]} · ${words.title}`;
    if (shown.current === view) return;
    shown.current = view;
    // Whoever went to another view goes on reading there, and does not start from the top of the page.
    main.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [view, words]);

  const View = VIEWS[view];
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <header className="top">
        <strong>{words.title}</strong>
        <nav aria-label={words.navigation}>
          {NAMES.map((name) => (
            <a key={name} href={hrefOf(name)} onClick={follow} aria-current={name === view ? "page" : undefined}>
              {words.views[name]}
            </a>
          ))}
        </nav>
        <p className="address">
          <span className="unseen">{words.apiAddress} </span>
          {connection.address}
        </p>
      </header>
      <main ref={main} tabIndex={-1} data-view={view}>
        {!online && (
          <p className="notice" data-tone="warning" role="status">
            {words.offline}
          </p>
        )}
        <Fetched key={view}>
          <Suspense fallback={null}>
            {/* Another connection is another account: nothing of the old one stays. */}
            <View key={view === "settings" ? view : turn} />
          </Suspense>
        </Fetched>
      </main>
    </>
  );
}

function watchNetwork(listener: () => void) {
  const end = new AbortController();
  for (const type of ["online", "offline"]) addEventListener(type, listener, { signal: end.signal });
  return () => end.abort();
}
