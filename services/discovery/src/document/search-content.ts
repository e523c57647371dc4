import type { SearchItem } from '@duijie/contracts';
import { fold } from '../text/fold';
import type { FieldTexts } from '../text/score-fields';

/** All that search knows of one public need, package or provider. */
export interface SearchContent {
  readonly item: SearchItem;
  readonly text: string;
  /** Other words for its leaves, and their groups' names. */
  readonly aliases: readonly string[];
  /** Codes of its leaves, those that the taxonomy does not know (yet) too. */
  readonly codes: readonly string[];
  /** Districts it lies in or serves, those too that a radius was found to reach. Filters go by them. */
  readonly districts: readonly string[];
  /** Codes of its leaves' groups. */
  readonly groups: readonly string[];
  readonly sort: {
    /** Least price in fen; null when it is not known or not money. */
    readonly priceFen: number | null;
    /** Mean rating drawn towards the usual one while there are few. */
    readonly rating: number | null;
  };
}

/** Names of places as search reads them. */
export const placeWords = ({ place }: SearchItem): string[] =>
  [...place.districts, place.subdistrict, place.community, place.compound].filter((name) => name !== null);

/** Folded text by field, for ranking and marking. Lines keep words of different origin apart. */
export const fieldTextsOf = ({ item, text, aliases }: SearchContent): FieldTexts => ({
  title: fold(item.title),
  leaves: fold(item.leaves.map((leaf) => leaf.zh).join('\n')),
  aliases: fold(aliases.join('\n')),
  text: fold(text),
  organisation: fold(item.organisation.name),
  place: fold(placeWords(item).join('\n')),
});
