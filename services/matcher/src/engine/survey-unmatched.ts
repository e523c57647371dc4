import { bestOf, findingsFor, readNeed, understandNeed, type EnginePackage, type Finding } from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';
import type { EngineTasks } from './engine-protocol';

const mostPackages = 500;
const removes = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'waivable';

/** Looks at every package for the services that a need asks for, and notes what its hard rules say. */
export function surveyUnmatched(
  { columns, taxonomy, weights }: EngineIndex,
  { need, components: known, asOfDay }: EngineTasks['survey']['input'],
): EngineTasks['survey']['output'] {
  const components = known.length > 0 ? known : understandNeed(need, taxonomy, columns).components;
  const asked = {
    ...need,
    components: components.map(({ code, confidence }) => ({ code, confidence: confidence ?? 1 })),
  };
  const codes = new Set(components.map(({ code }) => code));
  const packages = columns.packages.filter(
    (pkg): pkg is EnginePackage => pkg !== undefined && pkg.categories.some((code) => codes.has(code)),
  );
  const all = bestOf(columns, readNeed(columns, need), { k: columns.held, asOfDay, weights });
  const suggested = new Set(all.map(({ packageId }) => packageId));
  const ids = packages.slice(0, mostPackages).map(({ id }) => id);
  const considered = [...findingsFor(columns, asked, ids, { asOfDay })].map(([id, findings]) => ({
    id,
    findings: findings.filter(removes),
  }));
  return {
    components: components.map(({ code }) => ({
      code,
      packages: packages.filter((pkg) => pkg.categories.includes(code)).length,
    })),
    suggested: suggested.size,
    belowThreshold: considered.filter(({ id, findings }) => findings.length === 0 && !suggested.has(id)).length,
    considered: considered.map(({ findings }) => findings),
  };
}
