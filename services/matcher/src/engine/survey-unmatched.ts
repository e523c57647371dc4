import {
  buildPackageColumns,
  explain,
  rank,
  understandNeed,
  type EnginePackage,
  type Finding,
} from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';
import type { EngineTasks } from './engine-protocol';

const mostPackages = 500;
const removes = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'waivable';

/**
 * Looks at every package for the services that a need asks for, and notes what its hard rules say. A package is asked in
 * an index of its own: rules read only the pair, and that spares the ranking that `explain` does beside.
 */
export function surveyUnmatched(
  { columns, taxonomy }: EngineIndex,
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
  const listed = new Set(rank(columns, need, { k: columns.count, asOfDay }).map(({ packageId }) => packageId));
  const considered = packages.slice(0, mostPackages).map((pkg) => ({
    id: pkg.id,
    findings: (explain(buildPackageColumns([pkg], taxonomy), asked, pkg.id, { asOfDay })?.findings ?? []).filter(
      removes,
    ),
  }));
  return {
    components: components.map(({ code }) => ({
      code,
      packages: packages.filter((pkg) => pkg.categories.includes(code)).length,
    })),
    suggested: listed.size,
    belowThreshold: considered.filter(({ id, findings }) => findings.length === 0 && !listed.has(id)).length,
    considered: considered.map(({ findings }) => findings),
  };
}
