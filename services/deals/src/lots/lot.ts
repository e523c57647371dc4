import type { LotBody, NeedTerms } from '@duijie/contracts';

/** A lot of a need as deals keeps it: what its events carry, and what decides here. */
export interface Lot extends Omit<LotBody, 'responsesDueAt' | 'updatedAt' | 'sealed'> {
  readonly district: string;
  readonly subdistrict: string | null;
  readonly terms: NeedTerms;
  readonly responsesDueAt: Date | null;
  /** Publication of the need that this attempt follows from. */
  readonly publishedAt: Date;
  /** All responses of this attempt were opened; null before, and where nothing is sealed. */
  readonly openedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether a lot is all that its need asks for: it then bears the need's title, and nobody is told of lots. */
export const isWholeNeed = ({ title, needTitle }: Pick<Lot, 'title' | 'needTitle'>): boolean => title === needTitle;

/** What everybody may know of a lot. */
export const lotBodyOf = ({
  district: _district,
  subdistrict: _subdistrict,
  terms,
  publishedAt: _publishedAt,
  openedAt: _openedAt,
  createdAt: _createdAt,
  ...lot
}: Lot): LotBody => ({
  ...lot,
  sealed: terms.sealed,
  responsesDueAt: lot.responsesDueAt?.toISOString() ?? null,
  updatedAt: lot.updatedAt.toISOString(),
});
