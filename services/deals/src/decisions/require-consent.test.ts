import { ValidationFailed } from '@duijie/service-kit';
import { requireConsent } from './require-consent';

const offered = (priceFen: number | null) => ({ priceFen });

describe('an amount that is awarded', () => {
  test.each(['quotation', 'open_call'] as const)('is the offer in a contest (%s), neither more nor less', (mode) => {
    for (const given of [99, 101])
      expect(() => requireConsent({ mode }, given, offered(100))).toThrow(ValidationFailed);
    for (const given of [100, null]) expect(() => requireConsent({ mode }, given, offered(100))).not.toThrow();
  });

  test.each(['claim', 'direct', 'emergency'] as const)('is not less than the offer elsewhere (%s)', (mode) => {
    expect(() => requireConsent({ mode }, 99, offered(100))).toThrow(ValidationFailed);
    for (const given of [100, 101, null]) expect(() => requireConsent({ mode }, given, offered(100))).not.toThrow();
  });

  test('is free where no price was offered', () => {
    expect(() => requireConsent({ mode: 'direct' }, 1, offered(null))).not.toThrow();
  });
});
