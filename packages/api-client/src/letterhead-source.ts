import { downloadSeal, getSetUp, type Letterhead } from '@duijie/contracts';
import type { Client } from './client';

/** What stands at the head of the association's papers, with the image of its seal. */
export interface AssociationHead extends Letterhead {
  readonly organisationId: string | null;
  readonly seal: {
    readonly bytes: Uint8Array;
    readonly mediaType: 'image/png' | 'image/jpeg';
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
}

const freshMs = 60_000;
const againMs = 5_000;

/**
 * Asks identity for the letterhead, at most once a minute. While identity is away the one known before is used, and none
 * where there is none: a paper without its head is better than no paper.
 * @param client of identity, made at the first call, as a service
 */
export function letterheadSource(client: () => Client): () => Promise<AssociationHead | null> {
  let made: Client | undefined;
  let known: AssociationHead | null = null;
  let seal: { readonly sha256: string; readonly head: NonNullable<AssociationHead['seal']> } | null = null;
  let askedAtMs = -Infinity;
  return async () => {
    if (performance.now() - askedAtMs <= freshMs) return known;
    askedAtMs = performance.now();
    try {
      made ??= client();
      const setUp = await made.call(getSetUp);
      if (setUp.seal && setUp.seal.sha256 !== seal?.sha256) {
        const { content } = await made.download(downloadSeal);
        const { sha256, mediaType, widthPx, heightPx } = setUp.seal;
        seal = { sha256, head: { bytes: new Uint8Array(await content.arrayBuffer()), mediaType, widthPx, heightPx } };
      }
      known = setUp.letterhead && {
        ...setUp.letterhead,
        organisationId: setUp.organisationId,
        seal: setUp.seal ? (seal?.head ?? null) : null,
      };
    } catch {
      askedAtMs = performance.now() - freshMs + againMs;
    }
    return known;
  };
}
