// How the page uses the client: one hook for each call, with TanStack Query keeping what the server said.

import {
  type QueryClient,
  experimental_streamedQuery as streamedQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Page, Trunk, TrunkConfig, TrunkSummary } from "wavix-trunks/slim";
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

const listKey = (turn: number) => ["trunks", turn];

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

/** Creates a trunk, or replaces the one with this number. */
export function useSaveTrunk(id: number | undefined) {
  const { client, turn } = useConnection();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (config: TrunkConfig) => (id === undefined ? client.create(config) : client.update(id, config)),
    onSuccess: (trunk) => {
      put(queries, turn, trunk);
      return void queries.invalidateQueries({ queryKey: listKey(turn) });
    },
  });
}

/** Shows what was saved at once; the figures and the status follow with the refresh. */
function put(queries: QueryClient, turn: number, trunk: Trunk) {
  queries.setQueryData<TrunkList>(listKey(turn), (list) => {
    if (!list) return list;
    const known = list.trunks.findIndex(({ id }) => id === trunk.id);
    if (known === -1) return list;
    const trunks = list.trunks.with(known, { ...(list.trunks[known] as TrunkSummary), ...summaryOf(trunk) });
    return { ...list, trunks };
  });
}

function summaryOf(trunk: Trunk): Partial<TrunkSummary> {
  const { label, callerid, passthrough, multiple_numbers, call_recording_enabled } = trunk;
  const { machine_detection_enabled, transcription_enabled, encrypted_media } = trunk;
  return {
    ...{ label, callerid, passthrough, multiple_numbers, call_recording_enabled },
    ...{ machine_detection_enabled, transcription_enabled, encrypted_media },
  };
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
