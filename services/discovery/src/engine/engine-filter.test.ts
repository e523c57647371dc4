import { searchQuery } from '@duijie/contracts';
import { wantedOf } from '../wanted';
import { engineFilter, engineSort } from './engine-filter';

const wanted = (query: Record<string, unknown>) => wantedOf(searchQuery.parse(query));

test('a quotation mark in a value does not end it', () => {
  expect(engineFilter(wanted({ subdistrict: 'a" OR free = true OR subdistrict = "b\\' }))).toEqual([
    String.raw`subdistrict IN ["a\" OR free = true OR subdistrict = \"b\\"]`,
  ]);
});
test('what serves the whole city is found in every district and near every place', () => {
  expect(engineFilter(wanted({ district: '锦江区,武侯区', lng: '104.1', lat: '30.6', km: '2.5' }))).toEqual([
    '(district IN ["锦江区", "武侯区"] OR wholeCity = true)',
    '(_geoRadius(30.6, 104.1, 2500) OR wholeCity = true)',
  ]);
});
test('no order is asked for relevance, and the newest come first without words', () => {
  expect(engineSort(wanted({ q: '电梯' }))).toEqual([]);
  expect(engineSort(wanted({}))).toEqual(['publishedAt:desc']);
  expect(engineSort(wanted({ sort: 'distance', lng: 104, lat: 30 }))).toEqual(['_geoPoint(30, 104):asc']);
});
test.each([{ lng: 104 }, { lat: 30 }, { km: 3 }, { sort: 'distance' }])('%j is refused', (query) => {
  expect(() => wanted(query)).toThrow('invalid');
});
