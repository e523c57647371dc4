import type { Client } from '@duijie/api-client';
import { getNeed } from '@duijie/contracts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from '../data-set/data-set';
import { compoundRows, needRows, organisationRows, packageRows } from '../data-set/import-rows';
import { idsOf, loadRows, requireWhole, type IdMap } from '../data-set/load-set';
import { untilMatched } from '../data-set/settle';
import { untilSearchable } from '../data-set/until-searchable';
import type { Voice } from '../terminal/voice';
import { componentF1 } from './component-f1';
import { rankNeeds } from './rank-needs';
import { rankQueries } from './rank-queries';
import { judge, writeRanking, type Figures, type Ranked } from './ranking';

export const evalParts = ['matching', 'textOnly', 'search'] as const;
export type EvalPart = (typeof evalParts)[number];

/** Loads a set through the product's own import, and judges what its routes answer. @param runDir where the rankings are written */
export async function evaluateSet(
  client: Client,
  voice: Voice,
  set: DataSet,
  parts: ReadonlySet<EvalPart>,
  runDir: string,
): Promise<Partial<Record<EvalPart, Figures>>> {
  const options = { demo: false, shiftDays: 0 };
  const load = async (
    kind: 'organisations' | 'compounds' | 'packages' | 'needs',
    rows: readonly unknown[],
    source: string,
  ): Promise<IdMap> => {
    const loaded = await loadRows(client, voice, kind, rows, source);
    requireWhole(voice, loaded);
    return idsOf(client, loaded);
  };
  const judged = async (name: EvalPart, qrels: string, ranking: readonly Ranked[]): Promise<Figures> => {
    mkdirSync(runDir, { recursive: true });
    const path = join(runDir, `${name}.tsv`);
    writeRanking(path, ranking);
    return judge(qrels, path);
  };
  const figures: Partial<Record<EvalPart, Figures>> = {};
  await load('organisations', organisationRows(set, options), 'set');
  await load('compounds', compoundRows(set, options), 'set');
  const packages = await load('packages', packageRows(set, options), 'set');
  const needs = await load('needs', needRows(set, options), 'set');
  await untilMatched(client, voice, needs.size, packages.size);
  if (parts.has('matching'))
    figures.matching = await judged('matching', set.qrelsFile, await rankNeeds(client, needs, packages));
  if (parts.has('search')) {
    await untilSearchable(client, voice, { need: needs.size, package: packages.size });
    figures.search = await judged(
      'search',
      set.queriesFile,
      await rankQueries(client, set.queries, { need: needs, package: packages }),
    );
  }
  if (parts.has('textOnly')) {
    const texts = await load('needs', needRows(set, { ...options, withholdCategories: true }), 'set-text-only');
    await untilMatched(client, voice, needs.size + texts.size, packages.size);
    const pairs = [];
    for (const need of set.needs) {
      const found = await client.call(getNeed, { params: { needId: texts.get(need.id) ?? '' } });
      pairs.push({ wanted: new Set(need.components), found: new Set(found.components.map((c) => c.code)) });
    }
    figures.textOnly = {
      ...(await judged('textOnly', set.qrelsFile, await rankNeeds(client, texts, packages))),
      componentF1: componentF1(pairs),
    };
  }
  voice.settled();
  // In the order of `evalParts`, whatever was reckoned first.
  return Object.fromEntries(evalParts.flatMap((part) => (figures[part] ? [[part, figures[part]]] : [])));
}
