import { isNews, type ToldList } from './told-list';

const told: ToldList = {
  suggested: 7,
  best: [
    { packageId: 'a', score: 8000 },
    { packageId: 'b', score: 7000 },
  ],
  whyNone: [],
};

test('the first list is news, the same one is not, and neither is one whose scores drift', () => {
  expect(isNews(null, told)).toBe(true);
  expect(isNews(told, { ...told })).toBe(false);
  expect(isNews(told, { ...told, best: told.best.map((one) => ({ ...one, score: one.score + 199 })) })).toBe(false);
});

test('another count, another order, another score of two points and another reason why there is none are news', () => {
  const [a, b] = told.best;
  if (!a || !b) throw new Error('no list');
  for (const now of [
    { ...told, suggested: 8 },
    { ...told, best: [b, a] },
    { ...told, best: [a] },
    { ...told, best: [a, { ...b, score: b.score - 200 }] },
    { ...told, whyNone: [{ zh: '没有', en: 'none' }] },
  ])
    expect(isNews(told, now)).toBe(true);
});
