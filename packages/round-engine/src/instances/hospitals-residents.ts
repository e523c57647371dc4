import type { Preferences } from '../modes/preferences';
import type { RoundInstance } from '../round-instance';
import { Unreadable } from './unreadable';

/** Residents and hospitals with their preference lists. */
export interface HospitalsResidents {
  readonly kind: 'hospitals_residents';
  readonly residents: readonly string[];
  readonly hospitals: readonly string[];
  /** Residents are needs, hospitals packages; only pairs that both list are in it. */
  readonly round: RoundInstance;
  readonly preferences: Preferences;
  /** Listings that the other side does not return; they cannot be matched. */
  readonly oneSided: number;
}

interface Lists {
  readonly residents: Map<string, string[]>;
  readonly hospitals: Map<string, { capacity: number; list: string[] }>;
}

/**
 * Reads preference lists as CSV. One text with lines `resident,ID,hospital,hospital…` and `hospital,ID,CAPACITY,resident,…`; or two
 * texts, residents `ID,hospital,…` and hospitals `ID,CAPACITY,resident,…`. A heading, quotes, and lists within one cell parted by
 * spaces, semicolons, bars or > are understood. A hospital that lists nobody takes whoever lists it, in the order of the file.
 *
 * @throws Unreadable with the line that is wrong.
 */
export function readHospitalsResidents(text: string, hospitalsText: string | null): HospitalsResidents {
  const lists: Lists = { residents: new Map(), hospitals: new Map() };
  const rows = rowsOf(text);
  if (hospitalsText === null) {
    for (const { line, cells } of rows) {
      const kind = cells[0]!.toLowerCase();
      if (/^(?:r|res|residents?|students?|applicants?)$/.test(kind)) addResident(lists, line, cells.slice(1));
      else if (/^(?:h|hosp|hospitals?|schools?|programs?|programmes?)$/.test(kind))
        addHospital(lists, line, cells.slice(1));
      else if (line > 1)
        throw new Unreadable(`line ${line}: a line begins with “resident” or “hospital”, not “${cells[0]}”`);
    }
  } else {
    for (const { line, cells } of headless(rows, /^(?:resident|student|applicant|id|name|r_?id)/i))
      addResident(lists, line, cells);
    for (const { line, cells } of headless(rowsOf(hospitalsText), /^(?:hospital|school|program|id|name|h_?id)/i))
      addHospital(lists, line, cells);
  }
  if (lists.residents.size === 0 || lists.hospitals.size === 0)
    throw new Unreadable('there are no residents or no hospitals');
  return joined(lists);
}

const rowsOf = (text: string): { line: number; cells: string[] }[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((content, n) => ({
      line: n + 1,
      cells: Array.from(content.matchAll(/("(?:[^"]|"")*"|[^,\t]*)(?:[,\t]|$)/g), ([, cell]) =>
        cell!.replace(/^"|"$/g, '').replaceAll('""', '"').trim(),
      ),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== '') && !cells[0]!.startsWith('#'));

const headless = (rows: { line: number; cells: string[] }[], heading: RegExp): { line: number; cells: string[] }[] =>
  rows.length > 0 && heading.test(rows[0]!.cells[0]!) && !/\d/.test(rows[0]!.cells[0]!) ? rows.slice(1) : rows;

const listOf = (cells: readonly string[]): string[] =>
  [...new Set(cells.flatMap((cell) => cell.replace(/^\[|\]$/g, '').split(/[\s;|>]+/)))]
    .map((id) => id.replace(/^['"]|['"]$/g, ''))
    .filter((id) => id !== '');

const addResident = ({ residents }: Lists, line: number, [id = '', ...list]: string[]): void => {
  if (id === '' || residents.has(id))
    throw new Unreadable(`line ${line}: the resident “${id}” is there already or has no name`);
  residents.set(id, listOf(list));
};

const addHospital = ({ hospitals }: Lists, line: number, [id = '', places = '', ...list]: string[]): void => {
  if (id === '' || hospitals.has(id))
    throw new Unreadable(`line ${line}: the hospital “${id}” is there already or has no name`);
  const capacity = Number(places);
  if (places === '' || !Number.isInteger(capacity) || capacity < 0)
    throw new Unreadable(`line ${line}: after the hospital comes its capacity, not “${places}”`);
  hospitals.set(id, { capacity, list: listOf(list) });
};

const joined = ({ residents, hospitals }: Lists): HospitalsResidents => {
  const hospitalIds = [...hospitals.keys()];
  const residentIds = [...residents.keys()];
  const hospitalAt = new Map(hospitalIds.map((id, n) => [id, n]));
  const silent = [...hospitals.values()].every(({ list }) => list.length === 0);
  const rankOf = [...hospitals.values()].map(({ list }) => new Map(list.map((id, n) => [id, list.length - n])));
  const rowStart = new Int32Array(residentIds.length + 1);
  const packageOf: number[] = [];
  const byNeed: number[] = [];
  const byProvider: number[] = [];
  let oneSided = 0;
  residentIds.forEach((id, i) => {
    const list = residents.get(id)!;
    list.forEach((hospital, n) => {
      const j = hospitalAt.get(hospital);
      const rank = j === undefined ? undefined : silent ? residentIds.length - i : rankOf[j]!.get(id);
      if (j === undefined || rank === undefined) {
        oneSided++;
        return;
      }
      packageOf.push(j);
      byNeed.push(list.length - n);
      byProvider.push(rank);
    });
    rowStart[i + 1] = packageOf.length;
  });
  const packageCount = hospitalIds.length;
  return {
    kind: 'hospitals_residents',
    residents: residentIds,
    hospitals: hospitalIds,
    oneSided,
    round: {
      needCount: residentIds.length,
      demand: new Int32Array(residentIds.length).fill(1),
      mandatory: null,
      groupOf: null,
      groupFloor: new Int32Array(0),
      rowStart,
      packageOf: Int32Array.from(packageOf),
      weight: Float64Array.from(byNeed),
      packageCount,
      nodeCount: packageCount,
      parent: new Int32Array(packageCount).fill(-1),
      capacity: Int32Array.from(hospitals.values(), ({ capacity }) => capacity),
      floor: new Int32Array(packageCount),
    },
    preferences: {
      byNeed: Float64Array.from(byNeed),
      byProvider: Float64Array.from(byProvider),
      tieOrder: Int32Array.from(residentIds, (_, i) => i),
    },
  };
};
