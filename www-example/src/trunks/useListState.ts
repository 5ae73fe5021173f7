// What somebody looks for and in which order, kept in the address: reload, back and a shared link show the same list.

import type { SortingState } from "@tanstack/react-table";
import { useMemo } from "react";
import { hrefOf, replace, useRoute } from "../ui/route";
import { COLUMN_NAMES } from "./columns";

export interface ListState {
  search: string;
  /** Empty for all. */
  status: string;
  sorting: SortingState;
  set(changes: { search?: string; status?: string; sorting?: SortingState }): void;
}

export function useListState(): ListState {
  const { path, query } = useRoute();
  return useMemo(() => {
    const [id = "", direction] = (query.get("sort") ?? "").split(".");
    const known = COLUMN_NAMES.some((name) => name === id);
    return {
      search: query.get("search") ?? "",
      status: query.get("status") ?? "",
      sorting: known ? [{ id, desc: direction === "desc" }] : [],
      set({ search, status, sorting }) {
        const next = new URLSearchParams(query);
        if (search !== undefined) next.set("search", search);
        if (status !== undefined) next.set("status", status);
        const first = sorting?.[0];
        if (sorting) next.set("sort", first ? `${first.id}.${first.desc ? "desc" : "asc"}` : "");
        replace(hrefOf(path.join("/") || "trunks", next));
      },
    };
  }, [path, query]);
}
