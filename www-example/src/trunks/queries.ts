// How the page reads trunks: one hook for each call, with TanStack Query keeping what the server said.

import { experimental_streamedQuery as streamedQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Page, TrunkSummary } from "wavix-trunks/slim";
import { useConnection } from "../settings/connection";

export interface TrunkList {
  trunks: TrunkSummary[];
  /** How many there are, as far as the server has said. */
  total: number;
}

const NONE: TrunkList = { trunks: [], total: 0 };

function withPage({ trunks }: TrunkList, page: Page): TrunkList {
  const all = [...trunks, ...page.sip_trunks];
  return { trunks: all, total: Math.max(page.pagination.total ?? 0, all.length) };
}

export const listKey = (turn: number) => ["trunks", turn];

/**
 * All trunks. The first page is there at once, the others follow while somebody reads; a refresh takes the place of the
 * list when it is complete.
 */
export function useTrunks() {
  const { client, turn } = useConnection();
  return useQuery({
    queryKey: listKey(turn),
    queryFn: streamedQuery<Page, TrunkList>({
      streamFn: ({ signal }) => client.pages({ per_page: 100 }, { signal }),
      refetchMode: "replace",
      reducer: withPage,
      initialValue: NONE,
    }),
    staleTime: 60_000,
    // Nothing is shared between two lists, and comparing 10,000 trunks would take time.
    structuralSharing: false,
  });
}

/** A trunk as it is now: nobody should edit what was true a while ago, or see it change while typing. */
export function useTrunk(id: number) {
  const { client, turn } = useConnection();
  return useQuery({
    queryKey: ["trunk", turn, id],
    queryFn: ({ signal }) => client.get(id, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Takes trunks out of the list that was already read. */
export function useForget() {
  const { turn } = useConnection();
  const queries = useQueryClient();
  return (ids: ReadonlySet<number>) => {
    queries.setQueryData<TrunkList>(
      listKey(turn),
      (list) => list && { trunks: list.trunks.filter(({ id }) => !ids.has(id)), total: list.total - ids.size },
    );
  };
}

/** Reads the list again, in the background. */
export function useRefresh() {
  const { turn } = useConnection();
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: listKey(turn) });
}
