import type { AppointmentBody, AwardBody, LotBody, NeedBody, ObjectionBody, ResponseBody } from '@duijie/contracts';
import type { NoticeDraft } from '../notice';
import { noticesOfAppointment } from './notices-of-appointment';
import { noticesOfLot } from './notices-of-lot';
import { noticesOfNeed } from './notices-of-need';
import { noticesOfObjection } from './notices-of-objection';
import { noticesOfResponse } from './notices-of-response';

const now = '2026-12-01T02:00:00.000Z';
const place = { district: '锦江区', subdistrict: '牛市口街道', community: '得胜南社区', compound: null };
const aNeed = (facts: Partial<NeedBody> = {}): NeedBody =>
  ({
    id: 'need',
    version: 2,
    organisationId: 'poster',
    state: 'responding',
    title: '楼道清理',
    place,
    responsesDueAt: null,
    publishedAt: now,
    ...facts,
  }) as NeedBody;
const anAward = (facts: Partial<AwardBody> = {}): AwardBody => ({
  id: 'award',
  responseId: 'response',
  organisationId: 'winner',
  organisationName: '锦江物业',
  packageId: null,
  amountFen: 100,
  reason: '方案最贴合',
  decidedAt: now,
  noticeUntil: null,
  state: 'effective',
  ...facts,
});
const aLot = (facts: Partial<LotBody> = {}): LotBody =>
  ({
    id: 'lot',
    version: 1,
    needId: 'need',
    needTitle: '楼道清理',
    organisationId: 'poster',
    mode: 'open_call',
    sealed: false,
    state: 'open',
    attempt: 1,
    award: null,
    because: null,
    ...facts,
  }) as LotBody;
const aResponse = (facts: Partial<ResponseBody> = {}): ResponseBody =>
  ({
    id: 'response',
    version: 1,
    lotId: 'lot',
    needId: 'need',
    attempt: 1,
    state: 'submitted',
    posterId: 'poster',
    needTitle: '楼道清理',
    organisationId: 'loser',
    organisationName: '和平社工',
    members: [],
    conflict: 'clear',
    ...facts,
  }) as ResponseBody;
const told = (drafts: readonly NoticeDraft[]): string[] => drafts.map(({ to, kind }) => `${to.id} ${kind}`);
const nothing = { need: null, responses: [], introducedIds: [] };

describe('a need', () => {
  const at = new Date(now);
  test('is told as published once a publication, and not where it was brought in from long ago', () => {
    expect(told(noticesOfNeed(null, aNeed(), at))).toEqual(['poster need_published']);
    expect(noticesOfNeed(aNeed(), aNeed({ version: 3, title: '改' }), at)).toEqual([]);
    expect(noticesOfNeed(null, aNeed({ publishedAt: '2026-11-01T00:00:00.000Z' }), at)).toEqual([]);
  });
  test('that is given back is told to its author alone, with the reason', () => {
    const outcome = { reason: '请写明楼栋', duplicateOf: null, referredTo: null };
    const returned = aNeed({ version: 3, state: 'returned', outcome, joinedOrganisationIds: ['other'] });
    const drafts = noticesOfNeed(
      aNeed({ state: 'submitted', publishedAt: null }),
      { ...returned, publishedAt: null },
      at,
    );
    expect(told(drafts)).toEqual(['poster need_returned']);
    expect(drafts[0]?.facts).toMatchObject({ reason: '请写明楼栋', place: '锦江区 牛市口街道 得胜南社区' });
    expect(noticesOfNeed(null, returned, at).filter(({ kind }) => kind === 'need_returned')).toEqual([]);
  });
  test('that goes on elsewhere is told to whoever joined it, without what was said to the author', () => {
    const outcome = { reason: '属公共职责', duplicateOf: null, referredTo: { organisationId: null, name: '城管办' } };
    const drafts = noticesOfNeed(
      aNeed(),
      aNeed({ version: 3, state: 'referred_to', outcome, joinedOrganisationIds: ['other', 'poster'] }),
      at,
    );
    expect(told(drafts)).toEqual(['poster need_referred', 'other need_referred']);
    expect(drafts.map(({ facts }) => facts.reason)).toEqual(['属公共职责', null]);
  });
});

describe('a lot', () => {
  test('whose responses are closed asks the poster to decide, but where the first comer takes it', () => {
    expect(told(noticesOfLot(aLot(), aLot({ state: 'deciding' }), nothing))).toEqual(['poster lot_deciding']);
    expect(noticesOfLot(aLot({ mode: 'claim' }), aLot({ mode: 'claim', state: 'deciding' }), nothing)).toEqual([]);
  });
  test('that is decided tells winner, poster and who joined; the end of the notice is told once', () => {
    const need = aNeed({ joinedOrganisationIds: ['other'] });
    const posted = aLot({ state: 'awarded', award: anAward({ state: 'notice', noticeUntil: now }) });
    expect(told(noticesOfLot(aLot({ state: 'deciding' }), posted, { ...nothing, need }))).toEqual([
      'winner result_won',
      'poster result_made',
      'other result_made',
    ]);
    const effective = aLot({ state: 'awarded', award: anAward() });
    expect(told(noticesOfLot(posted, effective, nothing))).toEqual([
      'winner result_effective',
      'poster result_effective',
    ]);
    expect(noticesOfLot(effective, { ...effective, version: 9 }, nothing)).toEqual([]);
  });
  test('whose result falls tells both, and does not ask for a decision as if responses had just closed', () => {
    const awarded = aLot({ state: 'awarded', award: anAward({ state: 'objected' }) });
    for (const award of [null, anAward({ state: 'cancelled' })])
      expect(told(noticesOfLot(awarded, aLot({ state: 'deciding', award }), nothing))).toEqual([
        'winner result_cancelled',
        'poster result_cancelled',
      ]);
  });
  test('that opens again after its agreement ended cancels nothing', () => {
    const ended = aLot({ state: 'given_back', award: anAward() });
    expect(noticesOfLot(ended, aLot({ attempt: 2 }), nothing)).toEqual([]);
  });
  test('that fails tells poster, who joined and who waits, each once', () => {
    const around = {
      need: aNeed({ joinedOrganisationIds: ['other'] }),
      responses: [aResponse(), aResponse({ id: 'old', attempt: 2 }), aResponse({ id: 'gone', state: 'withdrawn' })],
      introducedIds: ['introduced'],
    };
    const drafts = noticesOfLot(
      aLot(),
      aLot({ state: 'failed', because: { zh: '少于三家', en: 'fewer than three' } }),
      around,
    );
    expect(told(drafts)).toEqual(['loser lot_closed', 'poster need_failed', 'other need_failed']);
    expect(told(noticesOfLot(aLot(), aLot({ state: 'closed' }), around))).toEqual([
      'loser lot_closed',
      'introduced lot_closed',
    ]);
  });
});

describe('a response', () => {
  const around = { need: aNeed(), lot: aLot({ state: 'awarded', award: anAward() }) };
  test('is told to the poster when it comes, but not when a sealed one is opened', () => {
    expect(told(noticesOfResponse(null, aResponse(), around))).toEqual(['poster response_received']);
    expect(noticesOfResponse(null, aResponse({ state: 'opened' }), around)).toEqual([]);
  });
  test('asks every partner once to confirm', () => {
    const members = [
      { organisationId: 'a', organisationName: 'A', confirmed: false },
      { organisationId: 'b', organisationName: 'B', confirmed: true },
    ];
    const first = aResponse({ members });
    expect(told(noticesOfResponse(null, first, around))).toContain('a response_confirm_asked');
    expect(noticesOfResponse(first, { ...first, version: 2 }, around)).toEqual([]);
  });
  test('that is not chosen is told with the reason of this result, and of no earlier one', () => {
    const rejected = aResponse({ version: 2, state: 'rejected' });
    const [draft] = noticesOfResponse(aResponse({ state: 'opened' }), rejected, around);
    expect(draft).toMatchObject({ to: { id: 'loser' }, kind: 'result_not_won', facts: { reason: '方案最贴合' } });
    const later = noticesOfResponse(aResponse(), { ...rejected, attempt: 2 }, around);
    expect(later[0]?.facts.reason).toBeNull();
  });
  test('a decision on a flag is told, a refusal once', () => {
    const flagged = aResponse({ conflict: 'flagged' });
    expect(told(noticesOfResponse(flagged, aResponse({ conflict: 'cleared' }), around))).toEqual([
      'loser response_cleared',
    ]);
    const refused = aResponse({ conflict: 'refused', state: 'disqualified' });
    expect(told(noticesOfResponse(flagged, refused, around))).toEqual(['loser response_refused']);
  });
});

describe('a direct request', () => {
  const asked: AppointmentBody = {
    id: 'request',
    version: 1,
    lotId: 'lot',
    needId: 'need',
    needTitle: '楼道清理',
    posterId: 'poster',
    posterName: '得胜南社区',
    organisationId: 'winner',
    organisationName: '锦江物业',
    packageId: null,
    state: 'waiting',
    askedAt: now,
    updatedAt: now,
    demo: false,
  };
  const after = (state: AppointmentBody['state'], before: AppointmentBody | null = asked) =>
    told(noticesOfAppointment(before, { ...asked, version: 2, state }, aNeed()));
  test('is told to the provider on the page of its lot, its answer to the poster, and its end to who need not answer', () => {
    const [one] = noticesOfAppointment(null, asked, aNeed());
    expect(one).toMatchObject({ to: { id: 'winner' }, kind: 'appointment_asked', subject: { type: 'lot', id: 'lot' } });
    expect(one?.facts).toMatchObject({ other: '得胜南社区', place: '锦江区 牛市口街道 得胜南社区' });
    expect(after('accepted')).toEqual(['poster appointment_accepted']);
    expect(after('declined')).toEqual(['poster appointment_declined']);
    for (const state of ['withdrawn', 'lapsed'] as const) expect(after(state)).toEqual(['winner appointment_ended']);
  });
  test('tells nothing twice, and nothing of one that was over before it was heard of', () => {
    expect(after('waiting')).toEqual([]);
    expect(after('accepted', { ...asked, state: 'accepted' })).toEqual([]);
    expect(after('withdrawn', null)).toEqual([]);
    expect(after('declined', null)).toEqual(['poster appointment_declined']);
  });
});

test('that somebody objects stays with the brokers until it is formal, and then names nobody', () => {
  const anObjection = (facts: Partial<ObjectionBody> = {}): ObjectionBody => ({
    id: 'objection',
    version: 1,
    lotId: 'lot',
    needId: 'need',
    needTitle: '楼道清理',
    awardId: 'award',
    posterId: 'poster',
    organisationId: null,
    organisationName: null,
    state: 'asked',
    answerDueAt: null,
    updatedAt: now,
    demo: false,
    ...facts,
  });
  const around = { need: null, lot: aLot({ award: anAward() }), associationIds: ['association'] };
  const asked = noticesOfObjection(null, anObjection(), around);
  expect(asked.map(({ to }) => to)).toEqual([
    { type: 'organisation', id: 'association', roles: ['broker', 'administrator'] },
  ]);
  const passed = anObjection({ version: 2, passedAt: now });
  expect(told(noticesOfObjection(anObjection(), passed, around))).toEqual(['poster objection_passed']);
  expect(noticesOfObjection(passed, { ...passed, version: 3, state: 'answered' }, around)).toEqual([]);
  const formal = anObjection({ state: 'formal', organisationId: 'loser', organisationName: '和平社工' });
  const drafts = noticesOfObjection(anObjection(), formal, around);
  expect(told(drafts)).toEqual(['poster objection_formal', 'winner objection_formal']);
  expect(JSON.stringify(drafts)).not.toContain('和平社工');
  expect(told(noticesOfObjection(formal, { ...formal, state: 'dismissed' }, around))).toEqual([
    'poster objection_dismissed',
    'winner objection_dismissed',
    'loser objection_dismissed',
  ]);
});
