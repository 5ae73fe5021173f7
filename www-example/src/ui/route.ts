// The address bar as state: which view, and what it shows. Behind the `#`, so that every static host can serve the page
// from any folder. Back, forward and reload keep the view, and a form that would lose something is asked first.

import { type MouseEvent, useLayoutEffect, useMemo, useSyncExternalStore } from "react";

export interface Route {
  /** `["trunks", "293"]` for `#/trunks/293`. */
  path: string[];
  query: URLSearchParams;
}

/** Asked before the page leaves a route; it calls `go` to leave after all. */
export type Guard = (go: () => void) => void;

const listeners = new Set<() => void>();
let guard: Guard | undefined;
/** The place in the history, to know which way a press of the back button went. */
let place = placeOf(history.state) ?? 0;
history.replaceState({ place }, "");
/** Our own way back after a guard kept the page. */
let returning = false;

function placeOf(state: unknown): number | undefined {
  return typeof state === "object" && state !== null && "place" in state ? Number(state.place) : undefined;
}

function tell() {
  for (const listener of listeners) listener();
}

addEventListener("popstate", () => {
  if (returning) {
    returning = false;
    return;
  }
  let next = placeOf(history.state);
  if (next === undefined) {
    // Typed into the address bar: a new entry, which knows no place yet.
    next = place + 1;
    history.replaceState({ place: next }, "");
  }
  const steps = next - place;
  if (guard && steps !== 0) {
    returning = true;
    history.go(-steps);
    guard(() => {
      guard = undefined;
      history.go(steps);
    });
    return;
  }
  place = next;
  tell();
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => {
    const [path = "", query = ""] = hash.slice(1).split("?");
    return { path: path.split("/").filter(Boolean), query: new URLSearchParams(query) };
  }, [hash]);
}

/** The address of a route, without what is empty. */
export function hrefOf(path: string, query?: URLSearchParams): string {
  const kept = [...(query ?? [])].filter(([, value]) => value !== "");
  return kept.length > 0 ? `#/${path}?${new URLSearchParams(kept)}` : `#/${path}`;
}

export function navigate(href: string): void {
  const go = () => {
    guard = undefined;
    place += 1;
    history.pushState({ place }, "", href);
    tell();
  };
  if (href === location.hash) return;
  if (guard) guard(go);
  else go();
}

/** For what changes while somebody types: the back button should not undo letters. */
export function replace(href: string): void {
  history.replaceState({ place }, "", href);
  tell();
}

/** For links: the browser's own handling would not ask the guard. Other clicks, such as into a new tab, are left alone. */
export function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(event.currentTarget.hash);
}

/** Lets go of the route at once: what was to be kept has been saved. */
export function release(): void {
  guard = undefined;
}

/** While `active`, nothing leaves the route, and the browser asks before it leaves the page. */
export function useGuard(active: boolean, ask: Guard): void {
  useLayoutEffect(() => {
    if (!active) return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    guard = ask;
    addEventListener("beforeunload", keep);
    return () => {
      if (guard === ask) guard = undefined;
      removeEventListener("beforeunload", keep);
    };
  }, [active, ask]);
}
