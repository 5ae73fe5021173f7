// How the page uses the client: one hook for each call, with TanStack Query keeping what the server said.

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { TrunkConfig } from "wavix-trunks";
import { useConnection } from "../settings/connection";

const PER_PAGE = 25;

export function useTrunks(page: number) {
  const { client, turn } = useConnection();
  return useQuery({
    queryKey: ["trunks", turn, page],
    queryFn: () => client.list({ page, per_page: PER_PAGE }),
    placeholderData: (previous, query) =>
      // Another page of the same account may stand there for a moment; another account's trunks may not.
      query?.queryKey[1] === turn ? keepPreviousData(previous) : undefined,
  });
}

/** A trunk as it is now: nobody should edit what was true a while ago, or see it change while typing. */
export function useTrunk(id: number) {
  const { client, turn } = useConnection();
  return useQuery({
    queryKey: ["trunk", turn, id],
    queryFn: () => client.get(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Creates a trunk, or replaces the one with this number. */
export function useSaveTrunk(id: number | undefined) {
  const { client } = useConnection();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (config: TrunkConfig) => (id === undefined ? client.create(config) : client.update(id, config)),
    onSuccess: refresh,
  });
}

export function useDeleteTrunk() {
  const { client } = useConnection();
  const refresh = useRefresh();
  // Refused too: it may be gone already.
  return useMutation({ mutationFn: (id: number) => client.delete(id), onSettled: refresh });
}

/** Settles when the list is up to date, so that what was saved is there when its dialog closes. */
function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["trunks"] });
}
