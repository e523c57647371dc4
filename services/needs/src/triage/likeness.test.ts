import { blankNeed } from '../blank-need';
import type { Need } from '../need';
import { likenessOf } from './likeness';

const poster = (id: string) => ({
  id,
  kind: 'community' as const,
  name: '青龙社区',
  district: '成华区',
  subdistrict: '青龙街道',
  community: '青龙社区',
  verification: 'verified' as const,
  demo: false,
});
const aNeed = (facts: Partial<Need> & { compound?: string | null; by?: string } = {}): Need => {
  const { compound = null, by = 'a', ...rest } = facts;
  const blank = blankNeed('n', poster(by), new Date(0), false);
  return {
    ...blank,
    title: '老旧院落加装电梯',
    description: '一单元六层，老人多，上下楼困难，希望加装电梯并做好前期协商。',
    categories: ['renewal.elevator'],
    place: { ...blank.place, district: '成华区', subdistrict: '青龙街道', community: '青龙社区', compound },
    ...rest,
  };
};

test('the same need again is all alike', () => {
  expect(likenessOf(aNeed({ compound: '和美小区' }), aNeed({ compound: '和美小区' }))).toEqual({
    likeness: 100,
    because: ['same_poster', 'same_compound', 'leaves', 'words'],
    distanceM: null,
  });
});
test('the same wish in other words next door counts less, and something else hardly', () => {
  const need = aNeed();
  const nextDoor = aNeed({ by: 'b', title: '想装一部电梯', description: '老人多，上下楼困难，请帮忙协商。' });
  const else_ = aNeed({
    by: 'b',
    title: '端午文艺演出',
    description: '请一支文艺队来坝坝演出。',
    categories: ['culture.event'],
    place: { ...need.place, subdistrict: '猛追湾街道', community: '望平社区' },
  });
  const [near, far] = [likenessOf(need, nextDoor), likenessOf(need, else_)];
  expect(near.because).toEqual(['same_community', 'leaves', 'words']);
  expect(near.likeness).toBeGreaterThan(40);
  expect(near.likeness).toBeLessThan(80);
  expect(far).toMatchObject({ because: [], distanceM: null });
  expect(far.likeness).toBeLessThan(10);
});
test('tells the distance where both are on the map', () => {
  const at = (lng: number) => aNeed({ place: { ...aNeed().place, lng, lat: 30.66 } });
  expect(likenessOf(at(104.1), at(104.11)).distanceM).toBeGreaterThan(900);
  expect(likenessOf(at(104.1), at(104.11)).distanceM).toBeLessThan(1000);
});
