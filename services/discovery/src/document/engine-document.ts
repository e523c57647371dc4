import { documentId } from './document-id';
import { placeWords, type SearchContent } from './search-content';

/** A document as the engine holds it: words to be searched, values to be filtered, counted and sorted by. */
export interface EngineDocument {
  readonly id: string;
  /** Grows with every change of any document; tells an engine that was set back. */
  readonly revision: number;
  readonly title: string;
  readonly leaves: readonly string[];
  readonly aliases: readonly string[];
  readonly text: string;
  readonly organisation: string;
  readonly place: readonly string[];
  readonly kind: string;
  readonly district: readonly string[];
  readonly wholeCity: boolean;
  readonly subdistrict: string | null;
  readonly leaf: readonly string[];
  readonly group: readonly string[];
  readonly funding: string | null;
  readonly priceModel: string | null;
  readonly urgency: string | null;
  readonly organisationKind: string | null;
  readonly free: boolean;
  /** Milliseconds since 1970. */
  readonly publishedAt: number | null;
  readonly priceFen: number | null;
  readonly rating: number | null;
  readonly _geo?: { readonly lat: number; readonly lng: number };
}

export function engineDocument(content: SearchContent, revision: number): EngineDocument {
  const { item, text, aliases, codes, districts, groups, sort } = content;
  const { lng, lat, wholeCity, subdistrict } = item.place;
  return {
    id: documentId(item.kind, item.id),
    revision,
    title: item.title,
    leaves: item.leaves.map((leaf) => leaf.zh),
    aliases,
    text,
    organisation: item.organisation.name,
    place: placeWords(item),
    kind: item.kind,
    district: districts,
    wholeCity,
    subdistrict,
    leaf: codes,
    group: groups,
    funding: item.funding,
    priceModel: item.price?.model ?? null,
    urgency: item.urgency,
    organisationKind: item.organisation.kind,
    free: item.free,
    publishedAt: item.publishedAt === null ? null : Date.parse(item.publishedAt),
    priceFen: sort.priceFen,
    rating: sort.rating,
    ...(lng === null || lat === null ? {} : { _geo: { lat, lng } }),
  };
}
