import { readStreamEventId, streamEventId } from './stream-position';

const reader = { personId: 'p', organisationId: 'o', role: 'owner' } as const;
const at = new Map([
  ['o', 7],
  ['p', 2],
]);

test('an id leads back to where it was made', () => {
  expect(readStreamEventId(reader, streamEventId(reader, at))).toEqual(at);
});
test('the id of another organisation, and what was made up, lead nowhere', () => {
  const id = streamEventId(reader, at);
  expect(readStreamEventId({ ...reader, organisationId: null }, id)).toBeNull();
  expect(readStreamEventId({ ...reader, organisationId: 'x' }, id)).toBeNull();
  for (const made of [null, '', '@', '1@o.p', '1.-1@o.p', '1.x@o.p', '1.2.3@o.p'])
    expect(readStreamEventId(reader, made)).toBeNull();
});
