import { onBehalfOf } from './on-behalf-of';

const id = '01900000-0000-7000-8000-0000000000AB';
const note = encodeURIComponent('王主任来电，请协会代发');

test('reads whom, how and what was said', () => {
  expect(onBehalfOf({ 'x-on-behalf-of': id, 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': note })).toEqual({
    organisationId: id.toLowerCase(),
    channel: 'phone',
    note: '王主任来电，请协会代发',
  });
  expect(onBehalfOf({ 'x-organisation': id })).toBeNull();
});
test.each([
  ['no note', { 'x-on-behalf-of': id, 'x-on-behalf-channel': 'phone' }],
  ['nobody named', { 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': note }],
  ['no id', { 'x-on-behalf-of': '7', 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': note }],
  ['another channel', { 'x-on-behalf-of': id, 'x-on-behalf-channel': 'fax', 'x-on-behalf-note': note }],
  ['a note of one character', { 'x-on-behalf-of': id, 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': 'a' }],
  [
    'a note that is too long',
    { 'x-on-behalf-of': id, 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': 'a'.repeat(201) },
  ],
  [
    'a note that is not encoded well',
    { 'x-on-behalf-of': id, 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': '%E7%8' },
  ],
  ['a note with a line break', { 'x-on-behalf-of': id, 'x-on-behalf-channel': 'phone', 'x-on-behalf-note': 'ab%0Acd' }],
])('refuses %s', (_what, headers) => {
  expect(() => onBehalfOf(headers)).toThrow(
    expect.objectContaining({ code: 'unreadable', reason: 'on-behalf.header' }),
  );
});
