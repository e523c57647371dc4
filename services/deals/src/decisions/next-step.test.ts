import type { LotState } from '@duijie/contracts';
import type { Lot } from '../lots/lot';
import { nextStepOf } from './next-step';

const now = new Date('2026-12-01T00:00:00Z');
const lot = (state: LotState, title: string): Lot => ({
  id: 'l',
  version: 1,
  needId: 'n',
  needVersion: 1,
  needTitle: '修电梯、改消防',
  organisationId: 'o',
  organisationName: '得胜南社区',
  title,
  components: [],
  mode: 'claim',
  state,
  attempt: 1,
  terms: { sealed: false, leastResponses: 0, noticeDays: 0, evaluation: 'none' },
  responsesDueAt: null,
  responseCount: 0,
  award: null,
  agreementId: null,
  because: null,
  demo: false,
  district: '锦江区',
  subdistrict: null,
  publishedAt: now,
  openedAt: null,
  createdAt: now,
  updatedAt: now,
});

test('a need of one lot that failed is published again; a lot beside others goes on in a new need', () => {
  for (const state of ['failed', 'given_back'] as const) {
    expect(nextStepOf(lot(state, '修电梯、改消防'), now, false)).toMatchObject({
      code: 'publish_again',
      zh: '可重新发布或换一种方式',
    });
    expect(nextStepOf(lot(state, '消防'), now, false)).toMatchObject({
      code: 'publish_again',
      by: 'poster',
      zh: expect.stringContaining('另起新需求'),
    });
  }
});
