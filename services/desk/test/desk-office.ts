import type {
  DeskTaskKind,
  DeskTaskView,
  IntroductionView,
  NeedBody,
  NeedMatchesBody,
  OrganisationState,
} from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import { actingFor, deskCity, freshId, type DeskCity } from './desk-city';

export type Tasks = { items: DeskTaskView[]; nextCursor: string | null };
export const dayMs = 24 * 60 * 60 * 1000;
type Person = ReturnType<typeof actingFor>;

/** An association with two brokers and an administrator at their queue. */
export async function deskOffice(word: string) {
  const city: DeskCity = await deskCity(word);
  const association: OrganisationState = await city.organisation({
    kind: 'association',
    name: '市物业协会',
    district: null,
  });
  const community = await city.organisation({ kind: 'community', name: '得胜南社区' });
  const firm = await city.organisation();
  const wang = { ...actingFor(association, 'broker'), name: '王撮合' };
  const li = { ...actingFor(association, 'broker'), name: '李撮合' };
  const head = { ...actingFor(association, 'administrator'), name: '赵主任' };
  await city.publish('staff.changed.v1', { type: 'staff', id: association.id }, 1, {
    organisationId: association.id,
    version: 1,
    members: [
      { personId: wang.personId, name: wang.name, role: 'broker' },
      { personId: li.personId, name: li.name, role: 'broker' },
      { personId: head.personId, name: head.name, role: 'administrator' },
    ],
    absences: [],
  });
  await eventually(async () => {
    if ((await city.rows('SELECT 1 FROM desk_staff')).length < 3) throw new Error('The staff is not known yet');
  });
  const aNeed = (facts: Partial<NeedBody> = {}): Promise<NeedBody> =>
    city.need({ organisationId: community.id, organisationName: community.name, ...facts });
  /** What the queue shows of a need, by kind. */
  const shown = async (
    needId: string,
    state: 'open' | 'done' = 'open',
  ): Promise<Partial<Record<DeskTaskKind, DeskTaskView>>> => {
    const { body } = await city.as(wang).get<Tasks>(`/desk/tasks?needId=${needId}&state=${state}&limit=100`);
    return Object.fromEntries(body.items.map((task) => [task.kind, task]));
  };
  const kinds = async (needId: string): Promise<string[]> => Object.keys(await shown(needId)).toSorted();
  return {
    city,
    association,
    community,
    firm,
    wang,
    li,
    head,
    aNeed,
    shown,
    kinds,
    /** The task of that kind, once it is there. */
    theTask: (needId: string, kind: DeskTaskKind): Promise<DeskTaskView> =>
      eventually(async () => {
        const task = (await shown(needId))[kind];
        if (!task) throw new Error(`No ${kind} in ${(await kinds(needId)).join()}`);
        return task;
      }),
    step: <T = DeskTaskView>(who: Person, task: DeskTaskView, verb: string, body: unknown = {}) =>
      city.as(who).change<T>('POST', `/desk/tasks/${task.id}/${verb}`, task.version, body),
    /** The matcher finds something, one package of the firm unless told otherwise. */
    matched: async (need: NeedBody, version: number, facts: Partial<NeedMatchesBody> = {}): Promise<void> => {
      const best = [
        { packageId: freshId(), packageTitle: '应急托管', providerId: firm.id, providerName: firm.name, score: 8600 },
      ];
      await city.publish('need.matched.v1', { type: 'need', id: need.id }, version, {
        needId: need.id,
        version,
        suggested: 1,
        best,
        whyNone: [],
        at: new Date().toISOString(),
        ...facts,
      });
    },
    introduce: async (need: NeedBody, who: Person = wang): Promise<IntroductionView> => {
      const answer = await city.as(who).create<{ items: [IntroductionView] }>('/introductions', {
        needId: need.id,
        providers: [{ providerId: firm.id }],
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body.items[0];
    },
  };
}
export type DeskOffice = Awaited<ReturnType<typeof deskOffice>>;
