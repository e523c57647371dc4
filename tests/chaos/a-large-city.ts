import { addDays, dayOf, daysBetween } from '@duijie/domain-kit';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Row = Readonly<Record<string, unknown>>;
interface SampleNeed {
  readonly title: string;
  readonly description: string;
  readonly community: { readonly district: string; readonly subdistrict: string; readonly name: string };
  readonly window: { readonly start: string; readonly end: string };
}
interface SamplePackage {
  readonly provider: Row & { readonly id: string; readonly sponsoredBy: string | null };
}

/** Rows for the importers. Organisations come first: packages and needs name them. */
export interface LargeCity {
  readonly organisations: readonly Row[];
  readonly packages: readonly Row[];
  readonly needs: readonly Row[];
}

const folder = resolve(__dirname, '../../data/sample-city');
const rowsOf = <T>(file: string): T[] =>
  readFileSync(resolve(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
/** The day that the sample city's dates are told from. */
const judgedOn = '2026-12-01';

/**
 * The sample city's needs over and over, each time with other words and at another of its communities, so that no two
 * rows are equal. The same `needs` give the same rows on the same day.
 * @param needs how many @param offers how many of the sample's packages, with their providers; all unless given
 */
export function aLargeCity(needs: number, offers?: number): LargeCity {
  const samples = rowsOf<SampleNeed>('needs.jsonl');
  const packages = rowsOf<SamplePackage>('packages.jsonl').slice(0, offers);
  const offering = new Set(packages.map(({ provider }) => provider.id));
  const shift = daysBetween(judgedOn, dayOf(new Date()));
  const communities = samples.map(({ community: { district, subdistrict, name } }) => ({
    id: `${district}/${subdistrict}/${name}`,
    kind: 'community',
    district,
    subdistrict,
    community: name,
    name,
    verification: 'verified',
  }));
  const providers = packages.map(
    ({ provider: { id, name, kind, district, foundedYear, qualifications, sponsoredBy } }) => ({
      id,
      name,
      kind,
      district,
      foundedYear,
      qualifications,
      ...(sponsoredBy !== null && offering.has(sponsoredBy) ? { sponsoredBy } : {}),
      verification: 'verified',
    }),
  );
  const unique = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  return {
    organisations: [...unique(providers), ...unique(communities)],
    packages: packages as unknown as Row[],
    needs: Array.from({ length: needs }, (_, i) => {
      const sample = samples[i % samples.length] as SampleNeed;
      const turn = Math.floor(i / samples.length);
      const home = communities[(i + turn * 7) % communities.length] as (typeof communities)[number];
      return {
        ...sample,
        id: `k${String(i + 1).padStart(5, '0')}`,
        title: `${sample.title}(${i + 1})`,
        description: `${sample.description} 这是第 ${i + 1} 处，涉及 ${20 + (i % 400)} 户。`,
        organisation: home.id,
        community: {
          ...sample.community,
          district: home.district,
          subdistrict: home.subdistrict,
          name: home.community,
        },
        window: { start: addDays(sample.window.start, shift), end: addDays(sample.window.end, shift + (turn % 30)) },
      };
    }),
  };
}
