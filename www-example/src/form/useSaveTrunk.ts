// How the form saves, and what the list shows of it before it has been read again.

import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Trunk, TrunkConfig, TrunkSummary } from "wavix-trunks/slim";
import { useConnection } from "../settings/connection";
import { listKey, type TrunkList } from "../trunks/queries";

/** Creates a trunk, or replaces the one with this number. */
export function useSaveTrunk(id: number | undefined) {
  const { client, turn } = useConnection();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (config: TrunkConfig) => (id === undefined ? client.create(config) : client.update(id, config)),
    onSuccess: (trunk) => put(queries, turn, trunk),
    // Also when it failed: whoever is told that it may have happened looks at the list.
    onSettled: () => void queries.invalidateQueries({ queryKey: listKey(turn) }),
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
