import { credentialOf, sessionCookieName } from './credential';

const name = sessionCookieName(false);
test('finds the session among other cookies', () => {
  expect(credentialOf({ cookie: 'x=1; duijie_session=abc_-1; other=2' }, name)).toEqual({
    type: 'session',
    secret: 'abc_-1',
  });
});
test('a cookie whose name only ends like it is another', () => {
  expect(credentialOf({ cookie: 'not_duijie_session=abc' }, name)).toEqual({ type: 'none' });
});
test('production takes only the cookie bound to the host', () => {
  expect(sessionCookieName(true)).toBe('__Host-duijie_session');
  expect(credentialOf({ cookie: 'duijie_session=abc' }, sessionCookieName(true))).toEqual({ type: 'none' });
});
test('an access token counts before the cookie', () => {
  expect(credentialOf({ cookie: 'duijie_session=abc', authorization: 'Bearer dj_xyz' }, name)).toEqual({
    type: 'token',
    secret: 'dj_xyz',
  });
});
test.each(['Basic abc', 'Bearer abc', 'Bearer dj_', 'Bearer dj_a b', `Bearer dj_${'x'.repeat(300)}`, ''])(
  'an Authorization of %j is broken, not absent',
  (authorization) => expect(credentialOf({ authorization }, name)).toEqual({ type: 'broken' }),
);
test.each(['', 'a"b', 'a b', 'x'.repeat(201)])('a cookie of %j is none', (value) => {
  expect(credentialOf({ cookie: `duijie_session=${value}` }, name)).toEqual({ type: 'none' });
});
