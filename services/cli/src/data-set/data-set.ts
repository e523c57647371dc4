import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed } from '../terminal/command-failed';

/** One need of a set. Only what the loader itself looks at is typed; the rest goes to the importer as it is. */
export interface SetNeed {
  readonly id: string;
  readonly title: string;
  readonly categories?: readonly string[];
  readonly components?: readonly string[];
  readonly community: {
    readonly district: string;
    readonly subdistrict: string;
    readonly name: string;
    readonly compound: string | null;
    readonly compoundType: string;
    readonly households: number | null;
    readonly builtYear: number | null;
    readonly propertyState: string;
    readonly committeeState: string;
    readonly lng: number;
    readonly lat: number;
  };
  readonly window: { readonly start: string; readonly end: string };
}
export interface SetProvider {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly district: string;
  readonly foundedYear: number | null;
  readonly qualifications: readonly string[];
  readonly sponsoredBy: string | null;
}
export interface SetPackage {
  readonly id: string;
  readonly provider: SetProvider;
}
export interface SetQuery {
  readonly id: string;
  readonly text: string;
  readonly kind: 'need' | 'package';
}
/** A folder of needs, packages, judgements and queries, as `data/sample-city` is one. */
export interface DataSet {
  readonly folder: string;
  readonly needs: readonly SetNeed[];
  readonly packages: readonly SetPackage[];
  readonly queries: readonly SetQuery[];
  readonly qrelsFile: string;
  readonly queriesFile: string;
}

function linesOf(path: string): string[] {
  if (!existsSync(path)) throw new CommandFailed({ zh: `找不到 ${path}`, en: `${path} does not exist` }, 2);
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

function jsonl<T>(path: string): T[] {
  return linesOf(path).map((line, i) => {
    try {
      return JSON.parse(line) as T;
    } catch {
      throw new CommandFailed({ zh: `${path} 第 ${i + 1} 行不是 JSON`, en: `${path} line ${i + 1} is not JSON` });
    }
  });
}

/** @param folder with needs.jsonl, packages.jsonl, qrels.tsv, queries.tsv @throws CommandFailed when one is missing or broken */
export function readDataSet(folder: string): DataSet {
  const queriesFile = join(folder, 'queries.tsv');
  const qrelsFile = join(folder, 'qrels.tsv');
  linesOf(qrelsFile);
  return {
    folder,
    needs: jsonl<SetNeed>(join(folder, 'needs.jsonl')),
    packages: jsonl<SetPackage>(join(folder, 'packages.jsonl')),
    queries: linesOf(queriesFile)
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const [id = '', text = '', kind = ''] = line.split('\t');
        return { id, text, kind: kind === 'need' ? 'need' : 'package' };
      }),
    qrelsFile,
    queriesFile,
  };
}
