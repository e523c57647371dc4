import { chinaMoment } from './china-moment';

const now = new Date('2026-12-01T00:00:00.000Z');

test('an instant is shown in Shanghai, to the minute', () => {
  expect(chinaMoment('2026-12-03T10:00:00.000Z', now)).toEqual({ zh: '12月3日18:00', en: '2026-12-03 18:00' });
  expect(chinaMoment('2026-12-03T16:30:00.000Z', now).zh).toBe('12月4日00:30');
});
test('a day stays a day, and another year is named', () => {
  expect(chinaMoment('2026-12-31', now).zh).toBe('12月31日');
  expect(chinaMoment('2026-12-31T17:00:00.000Z', now).zh).toBe('2027年1月1日01:00');
});
