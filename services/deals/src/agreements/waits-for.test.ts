import { waitsFor } from './agreement';

const at = new Date(0);
const draft = {
  state: 'drafted',
  form: 'light',
  posterConfirmedAt: null,
  providerConfirmedAt: null,
  openChangeBy: null,
} as const;

test.each([
  ['both confirm a light draft', {}, 'both'],
  ['the provider confirms after the poster', { posterConfirmedAt: at }, 'provider'],
  ['the poster confirms after the provider', { providerConfirmedAt: at }, 'poster'],
  ['the poster records what is signed on paper', { form: 'paper' as const }, 'poster'],
  [
    'the provider answers a change of the payer',
    { state: 'signed' as const, openChangeBy: 'payer' as const },
    'provider',
  ],
  [
    'the payer answers a change of the provider',
    { state: 'signed' as const, openChangeBy: 'provider' as const },
    'poster',
  ],
  ['nobody while it runs', { state: 'signed' as const, posterConfirmedAt: at, providerConfirmedAt: at }, null],
  ['nobody once the draft is dropped', { state: 'cancelled' as const }, null],
])('%s', (_name, facts, expected) => expect(waitsFor({ ...draft, ...facts })).toBe(expected));
