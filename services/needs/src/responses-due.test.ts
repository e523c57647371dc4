import { responseTimes } from './responses-due';

const at = new Date('2026-12-01T08:00:00Z');

test('responses open at once without an enquiry period, and end at 18:00 in China', () => {
  const { opensAt, dueAt } = responseTimes(at, { enquiryDays: 0, responseDays: 7 });
  expect(opensAt).toBeNull();
  expect(dueAt?.toISOString()).toBe('2026-12-08T10:00:00.000Z');
});

test('an enquiry period moves both', () => {
  const { opensAt, dueAt } = responseTimes(at, { enquiryDays: 2, responseDays: 7 });
  expect(opensAt?.toISOString()).toBe('2026-12-02T16:00:00.000Z');
  expect(dueAt?.toISOString()).toBe('2026-12-10T10:00:00.000Z');
});

test('a term of no days published in the evening ends the next day, not before it began', () => {
  const evening = new Date('2026-12-01T11:00:00Z');
  expect(responseTimes(evening, { enquiryDays: 0, responseDays: 0 }).dueAt?.toISOString()).toBe(
    '2026-12-02T10:00:00.000Z',
  );
  expect(responseTimes(evening, { enquiryDays: 0, responseDays: null }).dueAt).toBeNull();
});
