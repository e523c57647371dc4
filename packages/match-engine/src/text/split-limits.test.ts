import { splitLimits } from './split-limits';

describe('splitLimits', () => {
  it('parts what is ruled out from what is said', () => {
    expect(splitLimits('逐户走访,不做施工。按单元收费')).toEqual({ said: '逐户走访,按单元收费', ruledOut: '施工' });
  });

  it('goes on over a list', () => {
    expect(splitLimits('志愿性质,不做护理、送餐。每周上门').ruledOut).toBe('护理,送餐');
  });

  it('takes denials of need as ruled out', () => {
    expect(splitLimits('我们不缺施工队,缺说话公道的人').ruledOut).toBe('施工队');
  });

  it('leaves plain text alone', () => {
    expect(splitLimits('门卫、保洁和零修')).toEqual({ said: '门卫,保洁和零修', ruledOut: '' });
  });
});
