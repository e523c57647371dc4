import { NoAnswer, ProblemError, type Client } from '@duijie/api-client';
import type { Actor, ProblemCode } from '@duijie/contracts';
import { createActorResolver, type Claim } from './actor-resolver';

const person: Actor = {
  type: 'person',
  personId: '01900000-0000-7000-8000-000000000001',
  name: '王',
  credentialId: '01900000-0000-7000-8000-000000000002',
  actingFor: null,
  inPlaceOf: null,
};
const claim: Claim = { type: 'session', secret: 'abc', organisationId: null, onBehalf: null };
let now = 0;
let asked: unknown[] = [];
let answer: () => Promise<{ actor: Actor }>;
const client = {
  call: async (_contract: unknown, input: unknown) => {
    asked.push(input);
    return answer();
  },
} as unknown as Client;
const resolver = (maxKept?: number) =>
  createActorResolver(
    () => client,
    () => now,
    maxKept,
  );
const refusal = (status: number, code: ProblemCode) =>
  new ProblemError({ type: '', title: '', status, code, instance: '', requestId: '' });

beforeEach(() => {
  now = 0;
  asked = [];
  answer = async () => ({ actor: person });
});

test('asks once for many requests at the same moment', async () => {
  const r = resolver();
  const actors = await Promise.all(Array.from({ length: 20 }, () => r.resolve(claim, 'zh')));
  expect(actors.every((actor) => actor === person)).toBe(true);
  expect(asked).toEqual([{ body: { credential: { type: 'session', secret: 'abc' }, organisationId: null } }]);
});
test('asks again within a second, so that an ended session is refused', async () => {
  const r = resolver();
  await r.resolve(claim, 'zh');
  answer = async () => Promise.reject(refusal(401, 'not-authenticated'));
  now = 899;
  expect(await r.resolve(claim, 'zh')).toBe(person);
  now = 901;
  expect(await r.resolve(claim, 'zh')).toBeNull();
});
test('the time counts from the question, however long the answer took', async () => {
  const r = resolver();
  answer = async () => {
    now = 5000;
    return { actor: person };
  };
  await r.resolve(claim, 'zh');
  await r.resolve(claim, 'zh');
  expect(asked).toHaveLength(2);
});
test('another organisation or another kind of credential is another question', async () => {
  const r = resolver();
  await r.resolve(claim, 'zh');
  await r.resolve({ ...claim, organisationId: person.personId }, 'zh');
  await r.resolve({ ...claim, type: 'token' }, 'zh');
  expect(asked).toHaveLength(3);
});
test('acting on behalf of another, by another way or with other words, is another question', async () => {
  const r = resolver();
  const onBehalf = { organisationId: person.personId, channel: 'phone', note: '来电' } as const;
  await r.resolve(claim, 'zh');
  await r.resolve({ ...claim, onBehalf }, 'zh');
  await r.resolve(
    { ...claim, onBehalf: { ...onBehalf, organisationId: '01900000-0000-7000-8000-000000000009' } },
    'zh',
  );
  await r.resolve({ ...claim, onBehalf: { ...onBehalf, channel: 'visit' } }, 'zh');
  await r.resolve({ ...claim, onBehalf: { ...onBehalf, note: '再次来电' } }, 'zh');
  await r.resolve({ ...claim, onBehalf: { ...onBehalf } }, 'zh');
  expect(asked).toHaveLength(5);
  expect(asked[1]).toMatchObject({ body: { onBehalf } });
});
test('what is forgotten is asked anew', async () => {
  const r = resolver();
  await r.resolve(claim, 'zh');
  expect(r.isKnown(claim)).toBe(true);
  r.forget();
  expect(r.isKnown(claim)).toBe(false);
});
test('a broken connection is tried once more, then it is an outage that is not kept', async () => {
  const r = resolver();
  answer = async () => Promise.reject(new NoAnswer('POST', 'x', undefined));
  await expect(r.resolve(claim, 'zh')).rejects.toMatchObject({ code: 'unavailable' });
  expect(asked).toHaveLength(2);
  answer = async () => ({ actor: person });
  expect(await r.resolve(claim, 'zh')).toBe(person);
});
test('what identity refuses is refused in the same way', async () => {
  answer = async () => Promise.reject(refusal(403, 'not-allowed'));
  await expect(resolver().resolve(claim, 'zh')).rejects.toMatchObject({ code: 'not-allowed' });
  answer = async () => Promise.reject(refusal(500, 'internal'));
  await expect(resolver().resolve(claim, 'zh')).rejects.toMatchObject({ code: 'unavailable' });
});
test('keeps no more than it may', async () => {
  const r = resolver(2);
  for (const secret of ['a', 'b', 'c']) await r.resolve({ ...claim, secret }, 'zh');
  expect(['a', 'b', 'c'].map((secret) => r.isKnown({ ...claim, secret }))).toEqual([false, true, true]);
});
