import { noticeKinds } from '@duijie/contracts';
import { groupText } from './group-text';
import { presentNotice } from './present-notice';

const now = new Date('2026-12-01T00:00:00.000Z');
const facts = {
  needTitle: '楼道清理',
  place: '锦江区 牛市口街道',
  dueAt: '2026-12-05T10:00:00.000Z',
  until: '2026-12-09',
  other: '锦江物业',
  item: '清运完成',
  reason: '王主任 13800000000 说不行',
  by: { zh: '王芳，市物业管理协会代办（电话）', en: 'Wang Fang, by phone' },
  rating: 2,
};
const subject = { type: 'need', id: '0198' } as const;

test.each(noticeKinds)('%s has words in both languages, and nothing personal for a group', (kind) => {
  const view = presentNotice(
    { id: '1', position: 1, to: { type: 'organisation', id: 'o' }, kind, subject, facts, createdAt: now },
    false,
    now,
  );
  for (const words of [view.title, view.body]) {
    expect(words.zh).toMatch(/\p{Script=Han}/u);
    expect(words.en).toMatch(/[a-z]/);
    expect(words.en.replaceAll(/楼道清理|锦江物业|清运完成|王主任.*不行/gu, '')).not.toMatch(/\p{Script=Han}/u);
  }
  for (const text of Object.values(groupText({ kind, facts, subject }, now)))
    expect(text).not.toMatch(/王|13800000000|undefined|null|NaN/u);
  // Without any fact the words still make sense.
  expect(JSON.stringify(groupText({ kind, facts: {}, subject }, now))).not.toMatch(/undefined|null|NaN/u);
});
test('a text for a group says what, where, until when, and where to look', () => {
  expect(groupText({ kind: 'introduction_made', facts, subject }, now, 'https://duijie.example').zh).toBe(
    [
      '【有新的需求推介给你们】需求《楼道清理》推介给你们（服务包：清运完成），请看看是否有意向，点一下即可答复。',
      '地点：锦江区 牛市口街道',
      '截止：12月5日18:00',
      '详情：https://duijie.example/needs/0198 谢谢！',
    ].join('\n'),
  );
});
test('a term that is over is left out', () => {
  expect(groupText({ kind: 'need_published', facts, subject }, new Date('2027-01-01T00:00:00Z')).zh).not.toContain(
    '截止',
  );
});
