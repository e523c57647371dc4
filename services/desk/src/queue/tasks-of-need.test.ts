import type { NeedBody } from '@duijie/contracts';
import { aNeedBody } from '@duijie/testkit';
import { defaultTerms } from './default-terms';
import type { DeskTaskEntity } from './persistence/task.entity';
import { taskAfter, taskWithoutReason } from './task-book';
import { tasksOfNeed, type NeedFacts } from './tasks-of-need';

const at = '2026-12-01T02:00:00.000Z';
const need = aNeedBody({ publishedAt: at, updatedAt: at });
const facts = (more: Partial<NeedFacts> = {}): NeedFacts => ({
  need,
  matches: null,
  introductions: [],
  appointments: [],
  lots: [],
  responses: [],
  agreements: [],
  objections: [],
  caredFor: false,
  ...more,
});
const kinds = (more: Partial<NeedFacts>): string[] => tasksOfNeed(facts(more), defaultTerms).map(({ kind }) => kind);
const now = new Date('2026-12-01T03:00:00.000Z');
const [wanted] = tasksOfNeed(facts(), defaultTerms);
if (!wanted) throw new Error('A new need gives no task');
const row = taskAfter(null, wanted, now) as DeskTaskEntity;
const held = { brokerPersonId: 'p', brokerName: '王', brokerOrganisationId: 'a', claimedAt: now };

describe('tasksOfNeed', () => {
  it.each<[string, Partial<NeedFacts>, string[]]>([
    ['a draft', { need: null }, []],
    ['a need that waits for screening', { need: { ...need, state: 'submitted', publishedAt: null } }, ['screen']],
    ['a new need', {}, ['new_need']],
    ['a need that somebody looks after', { caredFor: true }, []],
    ['a need with a response', { lots: [{ responseCount: 1, state: 'open' } as NeedFacts['lots'][number]] }, []],
    [
      'a need whose poster asks one provider directly',
      { appointments: [{ state: 'waiting', askedAt: at } as NeedFacts['appointments'][number]] },
      ['answer_outstanding'],
    ],
    [
      'a need whose request was declined',
      { appointments: [{ state: 'declined', askedAt: at } as NeedFacts['appointments'][number]] },
      ['new_need'],
    ],
    ['a result from elsewhere', { need: { ...need, mode: 'recorded' } }, []],
    ['a withdrawn need', { need: { ...need, state: 'withdrawn' } }, []],
  ])('asks for the right thing about %s', (_, more, expected) => {
    expect(kinds(more)).toEqual(expected);
  });

  it('asks for the answer to a formal objection while the poster owes it, and for its decision until the end', () => {
    const objection = (state: string, answerDueAt: string | null, passedAt?: string): NeedFacts['objections'] =>
      [{ id: 'o', state, answerDueAt, passedAt, updatedAt: at }] as unknown as NeedFacts['objections'];
    const decided: NeedBody = { ...need, state: 'awarded' };
    const of = (state: string, dueAt: string | null) =>
      tasksOfNeed(facts({ need: decided, objections: objection(state, dueAt) }), defaultTerms).map((task) => [
        task.kind,
        task.hidden,
        task.details.zh,
      ]);
    expect(of('formal', '2026-12-10T10:00:00.000Z')).toEqual([
      ['objection', false, '正式异议待答复'],
      ['answer_overdue', true, '正式异议逾期未答复，请催办'],
    ]);
    expect(of('formal', null)).toEqual([['objection', false, '正式异议已答复，待裁定']]);
    expect(of('asked', null)).toEqual([['objection', false, '有人询问结果，待转达']]);
    expect(tasksOfNeed(facts({ need: decided, objections: objection('asked', null, at) }), defaultTerms)).toMatchObject(
      [
        {
          kind: 'objection',
          details: { zh: '有人询问结果，已转达，待需求方答复' },
          occasion: 'passed',
          dueAt: new Date(Date.parse(at) + defaultTerms.answerDays * 86_400_000),
        },
      ],
    );
    for (const state of ['answered', 'upheld', 'dismissed', 'withdrawn']) expect(of(state, null)).toEqual([]);
  });

  it('keeps what failed or was given back on the desk, with its reason, until it is open anew or closed', () => {
    const because = { zh: '响应不足三份', en: 'Fewer than three responses' };
    const whyNone = [{ zh: '没有服务方到这个街道', en: 'Nobody serves this subdistrict', count: 2 }];
    const of = (state: string, needState: NeedBody['state']) =>
      tasksOfNeed(
        facts({
          need: { ...need, state: needState },
          lots: [{ id: 'l', state, title: '全部', attempt: 2, because, updatedAt: at }] as unknown as NeedFacts['lots'],
          matches: { suggested: 0, whyNone, best: [], at } as unknown as NeedFacts['matches'],
        }),
        defaultTerms,
      );
    expect(of('failed', 'failed')).toMatchObject([
      {
        kind: 'fell_through',
        subject: { type: 'lot', id: 'l' },
        details: { zh: '“全部”没有成：响应不足三份', whyNone },
        occasion: 'failed-2',
        hidden: false,
      },
    ]);
    expect(of('given_back', 'returned')).toMatchObject([{ details: { zh: expect.stringContaining('协议已终止') } }]);
    for (const state of ['upcoming', 'closed', 'completed']) expect(of(state, 'withdrawn')).toEqual([]);
  });

  it('asks for the answer to a change of an agreement once the other side has had its days', () => {
    const agreement = (openChange: object | null) =>
      [
        {
          id: 'g',
          state: 'signed',
          leadId: 'l',
          leadName: '锦江物业',
          posterName: '得胜南社区',
          milestones: [],
          openChange,
        },
      ] as unknown as NeedFacts['agreements'];
    const of = (openChange: object | null) =>
      tasksOfNeed(facts({ need: { ...need, state: 'in_delivery' }, agreements: agreement(openChange) }), defaultTerms);
    expect(of(null)).toEqual([]);
    expect(of({ by: 'provider', at })).toMatchObject([
      {
        kind: 'answer_outstanding',
        subject: { type: 'agreement', id: 'g' },
        details: { zh: '得胜南社区 还没有答复协议变更' },
        dueAt: new Date(Date.parse(at) + defaultTerms.answerDays * 86_400_000),
        hidden: true,
      },
    ]);
    expect(of({ by: 'payer', at })).toMatchObject([{ details: { zh: '锦江物业 还没有答复协议变更' } }]);
  });

  it('names each kind and subject once', () => {
    const lots = ['a', 'b'].map((id) => ({
      id,
      state: 'deciding',
      title: id,
      attempt: 1,
      responseCount: 2,
      responsesDueAt: at,
    })) as unknown as NeedFacts['lots'];
    const tasks = tasksOfNeed(facts({ need: { ...need, state: 'deciding' } as NeedBody, lots }), defaultTerms);
    expect(tasks.map(({ kind, subject, dueAt }) => [kind, subject.id, dueAt.toISOString()])).toEqual([
      ['deciding', 'a', '2026-12-06T02:00:00.000Z'],
      ['deciding', 'b', '2026-12-06T02:00:00.000Z'],
    ]);
  });
});

describe('what becomes of a task', () => {
  it('is nothing while nothing changed', () => {
    expect(taskAfter(row, wanted, now)).toBeNull();
  });

  it('waits unseen until its moment, and is forgotten if its reason goes before', () => {
    const hidden = taskAfter(null, { ...wanted, hidden: true }, now);
    expect(hidden?.state).toBe('waiting');
    expect(taskWithoutReason(hidden as DeskTaskEntity, now)).toBeNull();
    expect(taskWithoutReason(row, now)).toMatchObject({ state: 'done', doneBy: 'reason_gone' });
  });

  it('stays where a broker put it off, with whoever has it, until there is a new reason', () => {
    const later = new Date('2026-12-20T02:00:00.000Z');
    const off = { ...row, ...held, dueAt: later, snoozed: true };
    expect(taskAfter(off, { ...wanted, title: '改了' }, now)).toMatchObject({
      title: '改了',
      dueAt: later,
      snoozed: true,
    });
    expect(taskAfter(off, { ...wanted, occasion: 'another' }, now)).toMatchObject({
      dueAt: wanted.dueAt,
      snoozed: false,
      brokerPersonId: 'p',
    });
  });

  it('comes back after a broker finished it only for a new reason, and whenever its reason returns by itself', () => {
    const done = { ...row, state: 'done' as const, doneAt: now, doneBy: 'broker' as const };
    expect(taskAfter(done, wanted, now)).toBeNull();
    expect(taskAfter(done, { ...wanted, occasion: 'another' }, now)).toMatchObject({ state: 'open', doneAt: null });
    expect(taskAfter({ ...done, doneBy: 'reason_gone' }, wanted, now)).toMatchObject({ state: 'open', version: 2 });
  });
});
