import {
  buildPackageColumns,
  buildTaxonomyIndex,
  defaultPhrases,
  defaultWeights,
  putPackage,
  recountWords,
  removePackage,
  type EngineNeed,
  type EnginePackage,
  type PackageColumns,
  type RankColumns,
  type TaxonomyIndex,
  type Weights,
} from '@duijie/match-engine';
import type { EngineUpdate } from './engine-protocol';
import { createKeptBook, type KeptBook } from './kept-book';

/** A need that the index holds. */
export interface HeldNeed {
  readonly need: EngineNeed;
  readonly sequence: number;
  readonly changeNo: number;
  readonly takesResponses: boolean;
}
/** What a thread holds: the published packages in columns, and the needs whose lists are kept up. */
export interface EngineIndex {
  taxonomy: TaxonomyIndex;
  columns: PackageColumns;
  /** In force. */
  weights: Weights;
  readonly needs: Map<string, HeldNeed>;
  /** Sequences of the packages held. */
  readonly sequences: Map<string, number>;
  /** A snapshot that this thread ranks over; none in the thread that holds the index. */
  snapshot: { readonly columns: RankColumns; readonly weights: Weights } | null;
  /** Required qualifications that the last snapshot made of this index knows. */
  sharedQualifications: number;
  /** The lists of the needs held. */
  readonly kept: KeptBook;
}

export function createEngineIndex(): EngineIndex {
  const taxonomy = buildTaxonomyIndex([]);
  return {
    taxonomy,
    columns: buildPackageColumns([], taxonomy),
    weights: defaultWeights,
    needs: new Map(),
    sequences: new Map(),
    snapshot: null,
    sharedQualifications: 0,
    kept: createKeptBook(),
  };
}

/** Brings the index up to what the feeds say. A repeated update changes nothing. */
export function updateEngineIndex(index: EngineIndex, update: EngineUpdate): void {
  if (update.kind === 'anew') {
    index.taxonomy = buildTaxonomyIndex([]);
    index.columns = buildPackageColumns([], index.taxonomy);
    index.needs.clear();
    index.sequences.clear();
    index.kept.close([]);
  } else if (update.kind === 'taxonomy') {
    const held = index.columns.packages.filter((pkg): pkg is EnginePackage => pkg !== undefined);
    index.taxonomy = buildTaxonomyIndex(update.leaves, defaultPhrases, update.learnt);
    index.columns = buildPackageColumns(held, index.taxonomy);
    index.kept.close(index.needs.keys());
  } else if (update.kind === 'weights') {
    index.weights = update.weights;
    index.kept.close(index.needs.keys());
  } else if (update.kind === 'words') {
    recountWords(index.columns, update.counted);
    index.kept.close(index.needs.keys());
  } else if (update.kind === 'packages') {
    for (const { packageId, sequence, pkg } of update.changes) {
      if (pkg === null) {
        if (!index.kept.removePackage(packageId)) removePackage(index.columns, packageId);
        index.sequences.delete(packageId);
      } else {
        if (!index.kept.putPackage(pkg)) putPackage(index.columns, pkg);
        index.sequences.set(packageId, sequence);
      }
    }
  } else {
    for (const { needId, need, ...facts } of update.changes) {
      if (need === null) index.needs.delete(needId);
      else index.needs.set(needId, { need, ...facts });
      index.kept.needChanged(needId, need !== null);
    }
  }
}
