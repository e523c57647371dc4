import { addDays } from '@duijie/domain-kit';
import type { DataSet, SetNeed } from './data-set';

export interface RowOptions {
  /** Marks everything as invented. */
  readonly demo: boolean;
  /** Days by which the needs' windows are moved. */
  readonly shiftDays: number;
  /** Leaves categories and components out, so that they are understood from the text. */
  readonly withholdCategories?: boolean;
}
type Row = Readonly<Record<string, unknown>>;

const communityId = ({ community: c }: SetNeed): string => `${c.district}/${c.subdistrict}/${c.name}`;

/** Providers of the packages and communities of the needs, each once. Rows of the `organisations` importer. */
export function organisationRows(set: DataSet, { demo }: RowOptions): Row[] {
  const rows = new Map<string, Row>();
  for (const { provider } of set.packages) {
    const { id, name, kind, district, foundedYear, qualifications, sponsoredBy } = provider;
    rows.set(id, {
      id,
      name,
      kind,
      district,
      foundedYear,
      qualifications,
      ...(sponsoredBy ? { sponsoredBy } : {}),
      verification: 'verified',
      demo,
    });
  }
  for (const need of set.needs) {
    const { district, subdistrict, name } = need.community;
    rows.set(communityId(need), {
      id: communityId(need),
      name,
      kind: 'community',
      district,
      subdistrict,
      community: name,
      verification: 'verified',
      demo,
    });
  }
  return [...rows.values()];
}

/** Compounds that the needs name, each once. Rows of the `compounds` importer. */
export function compoundRows(set: DataSet, { demo }: RowOptions): Row[] {
  const rows = new Map<string, Row>();
  for (const need of set.needs) {
    const {
      compound,
      compoundType,
      district,
      subdistrict,
      name,
      households,
      builtYear,
      propertyState,
      committeeState,
      lng,
      lat,
    } = need.community;
    if (compound === null || compoundType === 'community_wide') continue;
    const id = `${communityId(need)}/${compound}`;
    rows.set(id, {
      id,
      name: compound,
      type: compoundType,
      district,
      subdistrict,
      community: name,
      households,
      builtYear,
      propertyState,
      committeeState,
      lng,
      lat,
      demo,
    });
  }
  return [...rows.values()];
}

export const packageRows = (set: DataSet, { demo }: RowOptions): Row[] => set.packages.map((p) => ({ ...p, demo }));

export const needRows = (set: DataSet, { demo, shiftDays, withholdCategories }: RowOptions): Row[] =>
  set.needs.map(({ categories, components, ...need }) => ({
    ...need,
    ...(withholdCategories ? {} : { categories, components }),
    organisation: communityId({ ...need } as SetNeed),
    window: { start: addDays(need.window.start, shiftDays), end: addDays(need.window.end, shiftDays) },
    demo,
  }));
