import { createActorTokens } from './actor-token';

const secret = 'a-secret-of-at-least-32-characters!!';
const actor = { type: 'service', service: 'gateway' } as const;

test('a token gives its actor back', () => {
  const tokens = createActorTokens(secret, () => 1000);
  expect(tokens.verify(tokens.sign(actor))).toEqual(actor);
});
test('refuses a token after 60 seconds', () => {
  let now = 1000;
  const tokens = createActorTokens(secret, () => now);
  const token = tokens.sign(actor);
  now += 59_999;
  expect(tokens.verify(token)).toEqual(actor);
  now += 1;
  expect(tokens.verify(token)).toBeNull();
});
test('refuses a token of another secret, an altered body and nonsense', () => {
  const tokens = createActorTokens(secret, () => 1000);
  const [body, signature] = tokens.sign(actor).split('.') as [string, string];
  const other = Buffer.from(JSON.stringify({ actor: { type: 'service', service: 'needs' }, exp: 9e9 })).toString(
    'base64url',
  );
  expect(createActorTokens(`${secret}2`, () => 1000).verify(`${body}.${signature}`)).toBeNull();
  expect(tokens.verify(`${other}.${signature}`)).toBeNull();
  expect(tokens.verify('nonsense')).toBeNull();
  expect(tokens.verify(`${body}.`)).toBeNull();
});
