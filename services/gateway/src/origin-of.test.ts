import { originOf } from './origin-of';

const host = 'duijie.example:4180';
test.each([
  [{ host, origin: `http://${host}` }, 'same'],
  [{ host: host.toUpperCase(), origin: `https://${host}` }, 'same'],
  [{ host, 'sec-fetch-site': 'same-origin' }, 'same'],
  [{ host, origin: 'http://evil.example' }, 'other'],
  [{ host, origin: `http://${host}.evil.example` }, 'other'],
  [{ host, origin: 'http://duijie.example' }, 'other'],
  [{ host, origin: 'null' }, 'other'],
  [{ host, origin: '' }, 'other'],
  [{ host, origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }, 'other'],
  [{ host, 'sec-fetch-site': 'same-site' }, 'other'],
  [{ host, 'sec-fetch-site': 'cross-site' }, 'other'],
  [{ host, 'sec-fetch-site': 'none' }, 'other'],
  [{ host }, 'unsaid'],
] as const)('%j is %s', (headers, verdict) => expect(originOf(headers)).toBe(verdict));

test('the configured origin counts where a proxy changes Host', () => {
  const headers = { host: 'gateway:4180', origin: 'https://duijie.example' };
  expect(originOf(headers)).toBe('other');
  expect(originOf(headers, 'https://duijie.example')).toBe('same');
});
