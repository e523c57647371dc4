import type { LotState } from '@duijie/contracts';
import { moneyLeft } from './money-left';
import type { LotProgress } from './lot-progress';

const lot = (state: LotState, amountFen: number | null): LotProgress => ({
  lotId: 'a',
  needId: 'n',
  sequence: 1,
  needVersion: 1,
  state,
  attempt: 1,
  responsesDueAt: null,
  responseCount: 0,
  award: {
    id: 'w',
    responseId: null,
    organisationId: 'o',
    organisationName: '好物业',
    packageId: null,
    amountFen,
    reason: '',
    decidedAt: '',
    noticeUntil: null,
    state: 'effective',
  },
  agreementId: null,
  because: null,
  takenUpBy: null,
});

test('awards that stand take from the money of a need, those that ended do not', () => {
  const lots = [lot('awarded', 3), lot('completed', 2), lot('given_back', 4), lot('in_delivery', null)];
  expect(moneyLeft({ kind: 'fixed', amountFen: 10 }, lots)).toEqual({ kind: 'fixed', amountFen: 5 });
  expect(moneyLeft({ kind: 'range', minFen: 8, maxFen: 10 }, lots)).toEqual({ kind: 'range', minFen: 5, maxFen: 5 });
  expect(moneyLeft({ kind: 'range', minFen: 1, maxFen: 10 }, lots)).toEqual({ kind: 'range', minFen: 1, maxFen: 5 });
});

test('where nothing is left, or nothing was known, its poster says what there is', () => {
  expect(moneyLeft({ kind: 'fixed', amountFen: 5 }, [lot('awarded', 5)])).toEqual({ kind: 'unknown' });
  expect(moneyLeft({ kind: 'unknown' }, [lot('awarded', 5)])).toEqual({ kind: 'unknown' });
  expect(moneyLeft({ kind: 'none' }, [])).toEqual({ kind: 'none' });
});
