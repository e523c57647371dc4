import { POINTS_A_PAIR, rankShared, readNeed, shareColumns, shareNeeds } from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';
import type { EngineTasks } from './engine-protocol';

type Sharing = {
  readonly [K in 'share' | 'read' | 'rankShared']: (
    index: EngineIndex,
    input: EngineTasks[K]['input'],
  ) => EngineTasks[K]['output'];
};

/** What threads do for each other: one holds the index and shares it, the others rank over what was shared. */
export const sharing: Sharing = {
  share(index) {
    const { columns, sequences, weights } = index;
    const shared = shareColumns(columns, weights);
    index.sharedQualifications = columns.requiredNames.size;
    const packages = [...shared.original].flatMap((row) => columns.packages[row] ?? []);
    return {
      columns: shared,
      packageIds: packages.map(({ id }) => id),
      providerIds: packages.map(({ providerId }) => providerId),
      sequences: packages.map(({ id }) => sequences.get(id) ?? 0),
    };
  },
  read({ columns, needs, sharedQualifications }, { needIds }) {
    const read = needIds.flatMap((needId) => {
      const held = needs.get(needId);
      if (!held) return [];
      const facts = readNeed(columns, held.need);
      // A qualification that the snapshot has not heard of would seem to be held by nobody.
      if (facts.qualifications.some(({ required }) => required >= sharedQualifications)) return [];
      const { sequence, changeNo, takesResponses } = held;
      return [{ facts, need: { needId, sequence, changeNo, takesResponses } }];
    });
    return { needs: read.map(({ need }) => need), facts: shareNeeds(read.map(({ facts }) => facts)) };
  },
  rankShared({ snapshot }, { facts, asOfDay, k }) {
    if (!snapshot) throw new Error('this thread was given no snapshot');
    const places = facts.count * k;
    const [rows, scores] = [new Int32Array(places), new Int32Array(places)];
    const points = new Int32Array(places * POINTS_A_PAIR);
    const how = { k, asOfDay, weights: snapshot.weights, from: 0, to: facts.count };
    rankShared(snapshot.columns, facts, how, rows, scores, points);
    return { rows, scores, points };
  },
};
