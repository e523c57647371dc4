import { canonicalJson } from './canonical-json';
import { priceOf } from './content-faults';
import type { SealedContent } from './persistence/response.repository';
import { hashOf } from './receipt';
import type { KeptContent, LotResponse } from './response';
import { seal } from './sealing/seal';
import type { SealKeys } from './sealing/seal-keys';

type Readable = Pick<LotResponse, 'content' | 'packageId' | 'packageVersion' | 'priceFen'>;

/** What a response shows of content that may be read. */
export const readable = (content: KeptContent): Readable => ({
  content,
  packageId: content.packageId,
  packageVersion: content.packageVersion,
  priceFen: priceOf(content.components),
});
const hidden: Readable = { content: null, packageId: null, packageVersion: null, priceFen: null };

/**
 * Reads content that was unsealed. Its key vouches for it: a contract that has become stricter since must not keep it shut.
 * @param text canonical JSON as it was sealed
 */
export const contentOf = (text: string): KeptContent => JSON.parse(text) as KeptContent;

/**
 * Gives a response new content: readable, or sealed under a new data key.
 * @param content with a new salt
 * @returns the response with the next content version, and what is sealed of it
 */
export function keepContent(
  keys: Pick<SealKeys, 'wrap'>,
  response: LotResponse,
  content: KeptContent,
): readonly [response: LotResponse, sealed: SealedContent | undefined] {
  const contentVersion = response.contentVersion + 1;
  const kept = { ...response, contentVersion, contentSha256: hashOf(content) };
  if (!response.sealed) return [{ ...kept, ...readable(content) }, undefined];
  const { lotId, attempt, id: responseId } = response;
  const place = { lotId, attempt, responseId, part: 'content', version: contentVersion };
  return [{ ...kept, ...hidden }, seal(keys, canonicalJson(content), place)];
}
