import { disqualifyResponse, raiseObjection, shortlistResponse, withdrawResponse } from '@duijie/contracts';
import type { Play, Prices, Stage } from './stage';

/** One story of the demo. */
export interface Story {
  /** Unique: by it a later start knows that the story was begun. */
  readonly name: string;
  readonly tell: (stage: Stage) => Promise<unknown>;
}

/** A story about a need of the set. */
export const about = (need: string, tell: (stage: Stage, play: Play) => Promise<unknown>): Story => ({
  name: need,
  tell: async (stage) => tell(stage, await stage.about(need)),
});
const each = (leaves: readonly string[], yuan: number): Prices => leaves.map((leaf) => [leaf, yuan] as const);

/** Introduces all, then has them respond with their prices one after the other. @returns ids of the responses */
async function contest(
  stage: Stage,
  play: Play,
  offers: readonly (readonly [packageId: string, prices: Prices])[],
): Promise<string[]> {
  const ids = offers.map(([id]) => id);
  await stage.introduced(play, ids, Object.fromEntries(ids.map((id) => [id, 'interested'])));
  const responses: string[] = [];
  for (const [id, prices] of offers) responses.push((await stage.respond(play, id, prices)).id);
  return responses;
}

const audience = ['property.introduce', 'owners.supervision'];
const volunteers = ['socialwork.incubate', 'support.training', 'making.volunteer'];
const elder = ['livelihood.elder', 'livelihood.health'];
const courtyard = ['property.introduce', 'property.upgrade', 'facility.waste'];

/** Needs about which several compete: sealed and open, being decided, posted for notice, objected to. */
export const contestStories: readonly Story[] = [
  // Sealed: nothing but the number shows until the deadline.
  about('n002', async (stage, play) => {
    await stage.respond(play, 'p013', each(audience, 240_000));
    await stage.respond(play, 'p057', each(audience, 210_000));
    await stage.respond(play, 'p023', each(audience, 260_000), false);
  }),
  about('n005', async (stage, play) => {
    await stage.respond(play, 'p041', each(['property.fallback'], 620_000));
  }),
  // By invitation, with a deadline: one has responded, one declined, one has not answered.
  about('n016', async (stage, play) => {
    await stage.introduced(play, ['p015', 'p057'], { p015: 'interested', p057: 'declined' });
    await stage.respond(play, 'p015', each(['governance.mechanism', 'governance.grid'], 35_000));
  }),
  about('n001', async (stage, play) => {
    await stage.introduced(play, ['p008', 'p032'], { p008: 'interested' });
    await stage.respond(play, 'p008', each(['property.introduce'], 78_000));
  }),
  // Decided: the result is posted for notice.
  about('n037', async (stage, play) => {
    const [, chosen = ''] = await contest(stage, play, [
      ['p052', each(volunteers, 42_000)],
      ['p064', each(volunteers, 45_000)],
      ['p034', each(volunteers, 48_000)],
    ]);
    await stage.close(play);
    await stage.award(play, chosen, '培育方案最细，三支队伍有明确的带教人');
  }),
  // Decided, and somebody objects.
  about('n015', async (stage, play) => {
    await stage.certified('p083', '养老护理员持证');
    const [chosen = ''] = await contest(stage, play, [
      ['p060', each(elder, 70_000)],
      ['p083', each(elder, 55_000)],
    ]);
    await stage.close(play);
    await stage.award(play, chosen, '持证护理员最多，能当天响应');
    await stage.offer('p083').provider.call(raiseObjection, {
      params: { lotId: play.lotId },
      body: { text: '我队报价更低，评定理由未说明如何比较价格，请复核。', formal: true },
    });
  }),
  // Being decided: one on the short list, one out.
  about('n018', async (stage, play) => {
    const [shortlisted = '', out = ''] = await contest(stage, play, [
      ['p037', each(courtyard, 80_000)],
      ['p039', each(courtyard, 60_000)],
      ['p046', each(courtyard, 85_000)],
    ]);
    await stage.close(play);
    const versions = await stage.responseVersions(play);
    await play.poster.call(shortlistResponse, {
      params: { responseId: shortlisted },
      ifMatch: versions.get(shortlisted) ?? 0,
    });
    await play.poster.call(disqualifyResponse, {
      params: { responseId: out },
      ifMatch: versions.get(out) ?? 0,
      body: { reason: '报价低于成本，且未说明人员配置' },
    });
  }),
  about('n044', async (stage, play) => {
    await stage.introduced(play, ['p046'], { p046: 'interested' });
  }),
  // A free need that several want to take on; one has stepped back.
  about('n013', async (stage, play) => {
    await stage.respond(play, 'p083', null);
    await stage.respond(play, 'p081', null);
    const { id, version } = await stage.respond(play, 'p036', null);
    await stage.offer('p036').provider.call(withdrawResponse, {
      params: { responseId: id },
      ifMatch: version,
      body: { reason: '当天已有安排' },
    });
  }),
];
