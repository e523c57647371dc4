import {
  cancelRound,
  createRound,
  drawRound,
  freezeRound,
  getRound,
  listRoundNeeds,
  roundSettings,
  solveRound,
  type RoundView,
} from '@duijie/contracts';
import { once, type Stage, type Stages } from './stage';
import type { Trade } from './trade';

/** Rounds in every state: each of a need of its own, for which a package is suggested. */
export function roundStages(trade: Trade): Stages {
  const { client } = trade.administrator;
  const as = 'administrator';
  const body = async () => ({
    title: '应急托管专场',
    selection: { by: 'hand' as const, needIds: [(await trade.lot('direct')).needId] },
  });
  // The matcher may not have heard of the need yet.
  const started = async (settings = {}): Promise<RoundView> => {
    const given = await body();
    return trade.soon(() => client.call(createRound, { body: { ...given, settings: roundSettings.parse(settings) } }));
  };
  const again = async ({ id: roundId }: RoundView): Promise<RoundView> => {
    const { version } = await client.call(getRound, { params: { roundId } });
    return client.call(solveRound, { params: { roundId }, ifMatch: version });
  };
  const solved = async (settings = {}): Promise<RoundView> => {
    const round = await started(settings);
    return trade.soon(async () => {
      const found = await again(round);
      if (!found.solution?.modes[0]?.offers) throw new Error('nothing is suggested for the need yet');
      return found;
    });
  };
  const frozen = async (settings = {}): Promise<RoundView> => {
    const { id: roundId, version } = await solved(settings);
    return client.call(freezeRound, {
      params: { roundId },
      ifMatch: version,
      body: { drawSource: '次日开奖的3D号码' },
    });
  };
  const drawn = async (): Promise<RoundView> => {
    const { id: roundId, version } = await frozen({ draw: true });
    return client.call(drawRound, { params: { roundId }, ifMatch: version, body: { value: '317' } });
  };
  const one = once(solved);
  const proved = once(frozen);
  const of = async (round: Promise<RoundView>, more: Partial<Stage> = {}): Promise<Stage> => ({
    as,
    path: { roundId: (await round).id },
    ...more,
  });
  const reason = { reason: '再看看' };
  return {
    createRound: async () => {
      const given = await body();
      // Until the matcher knows the need; this one is then free for the operation itself.
      const probe = await trade.soon(() => client.call(createRound, { body: { ...given, title: '探路' } }));
      await client.call(cancelRound, { params: { roundId: probe.id }, ifMatch: probe.version, body: reason });
      return { as, body: given };
    },
    getRound: () => of(one()),
    changeRound: () => of(started(), { body: { title: '改过名的专场' } }),
    solveRound: () => of(started()),
    editRound: async () => {
      const round = await solved();
      const { items } = await client.call(listRoundNeeds, { params: { roundId: round.id } });
      const [need] = items;
      const packageId = need?.candidates[0]?.packageId ?? '';
      return of(Promise.resolve(round), {
        body: { pairs: [{ needId: need?.needId ?? '', packageId, mark: 'pinned' }] },
      });
    },
    listRoundNeeds: () => of(one()),
    listRoundPackages: () => of(one()),
    freezeRound: () => of(solved(), { body: {} }),
    drawRound: () => of(frozen({ draw: true }), { body: { value: '317' } }),
    thawRound: () => of(frozen(), { body: reason }),
    publishRound: () => of(drawn()),
    cancelRound: () => of(started(), { body: reason }),
    getRoundProof: () => of(proved()),
  };
}
