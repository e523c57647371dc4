import type { AgreementBody } from '@duijie/contracts';
import type { NoticeDraft } from '../notice';
import { noticesOfAgreement } from './notices-of-agreement';

const now = '2026-12-01T02:00:00.000Z';
const anAgreement = (facts: Partial<AgreementBody> = {}): AgreementBody =>
  ({
    id: 'agreement',
    version: 3,
    needId: 'need',
    needTitle: '楼道清理',
    posterId: 'poster',
    posterName: '得胜南社区',
    leadId: 'winner',
    leadName: '锦江物业',
    components: [{ code: 'x.y', organisationId: 'partner', amountFen: 100 }],
    priceFen: 100,
    state: 'signed',
    startsOn: null,
    endsOn: null,
    milestones: [{ id: 'm1', title: '清运完成', dueOn: '2026-12-20', state: 'planned', amountFen: 100 }],
    because: null,
    updatedAt: now,
    ...facts,
  }) as AgreementBody;
const told = (drafts: readonly NoticeDraft[]): string[] => drafts.map(({ to, kind }) => `${to.id} ${kind}`);

describe('an agreement', () => {
  test('tells every party of its states', () => {
    expect(told(noticesOfAgreement(null, anAgreement({ state: 'drafted' }), null))).toEqual([
      'poster agreement_to_sign',
      'winner agreement_to_sign',
      'partner agreement_to_sign',
    ]);
    expect(told(noticesOfAgreement(anAgreement(), anAgreement({ state: 'completed' }), null))).toContain(
      'poster agreement_completed',
    );
  });
  test('a delivery goes to who pays, its acceptance to who delivers, and is no change of terms', () => {
    const at = (state: AgreementBody['milestones'][number]['state']) =>
      anAgreement({ milestones: [{ id: 'm1', title: '清运完成', dueOn: '2026-12-20', state, amountFen: 100 }] });
    expect(told(noticesOfAgreement(at('planned'), at('delivered'), null))).toEqual(['poster milestone_delivered']);
    expect(told(noticesOfAgreement(at('delivered'), at('sent_back'), null))).toEqual([
      'winner milestone_sent_back',
      'partner milestone_sent_back',
    ]);
    expect(noticesOfAgreement(at('accepted'), { ...at('accepted'), paidFen: 100 }, null)).toEqual([]);
  });
  test('a change is told to the side that answers it, its end without one to both, and to nobody a second time', () => {
    const open = (by: 'payer' | 'provider') => anAgreement({ version: 2, openChange: { by, at: now } });
    expect(told(noticesOfAgreement(anAgreement(), open('provider'), null))).toEqual([
      'poster agreement_change_proposed',
    ]);
    const [first, second] = noticesOfAgreement(anAgreement(), open('payer'), null);
    expect(told([first, second].flatMap((one) => one ?? []))).toEqual([
      'winner agreement_change_proposed',
      'partner agreement_change_proposed',
    ]);
    expect(first?.facts.other).toBe('得胜南社区');
    expect(noticesOfAgreement(open('payer'), { ...open('payer'), version: 3, paidFen: 1 }, null)).toEqual([]);
    const closed = anAgreement({ version: 3, openChange: null });
    expect(told(noticesOfAgreement(open('payer'), closed, null))).toEqual([
      'poster agreement_change_closed',
      'winner agreement_change_closed',
      'partner agreement_change_closed',
    ]);
    expect(told(noticesOfAgreement(open('payer'), { ...closed, priceFen: 120 }, null))).toEqual([
      'poster agreement_changed',
      'winner agreement_changed',
      'partner agreement_changed',
    ]);
  });
  test('new terms are told, of a draft too: whoever confirmed it confirms anew', () => {
    expect(told(noticesOfAgreement(anAgreement(), anAgreement({ priceFen: 120 }), null))).toContain(
      'winner agreement_changed',
    );
    const drafted = anAgreement({ state: 'drafted' });
    expect(told(noticesOfAgreement(drafted, { ...drafted, priceFen: 120 }, null))).toEqual([
      'poster agreement_draft_changed',
      'winner agreement_draft_changed',
      'partner agreement_draft_changed',
    ]);
    expect(noticesOfAgreement(drafted, { ...drafted, waitsFor: 'poster' }, null)).toEqual([]);
  });
});
