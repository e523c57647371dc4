import { z } from 'zod';
import { ConfigurationInvalid, loadConfig } from './load-config';

const schemas = {
  host: z.object({ PORT: z.coerce.number().int(), NAME: z.string().min(3) }),
  part: z.object({ KEY: z.string() }),
};

test('names every fault of every schema at once', () => {
  const faults = (() => {
    try {
      loadConfig(schemas, { PORT: 'x', NAME: 'ab' });
      return [];
    } catch (error) {
      return (error as ConfigurationInvalid).faults;
    }
  })();
  expect(faults.map((f) => f.split(':')[0])).toEqual(['PORT', 'NAME', 'KEY']);
});
test('an empty variable counts as missing', () => {
  expect(() => loadConfig(schemas, { PORT: '1', NAME: 'abc', KEY: '' })).toThrow(ConfigurationInvalid);
});
test('gives parsed and frozen values', () => {
  const config = loadConfig(schemas, { PORT: '80', NAME: 'abc', KEY: 'k' });
  expect(config).toEqual({ host: { PORT: 80, NAME: 'abc' }, part: { KEY: 'k' } });
  expect(Object.isFrozen(config.host)).toBe(true);
});
