import { savedQuery, type SavedQuery } from '@duijie/contracts';
import { leafLookup } from '../document/leaf-words';
import { needContent } from '../document/need-content';
import { weighedTermsOf } from '../document/weighed-terms-of';
import type { Reading } from '../reading';
import { aNeed } from '../../test/sample-city';
import { termsOf } from '../text/terms';
import { fitsWords, passesFilters } from './fits-saved';

const content = needContent(
  aNeed({
    title: '垃圾乱丢没人管',
    description: '院子里垃圾桶总是满的。',
    urgency: 'high',
    place: { ...aNeed().place, district: '锦江区', subdistrict: '牛市口街道' },
  }),
  'community',
  leafLookup(null),
);
const newcomer = { content, terms: new Set(weighedTermsOf(content).keys()) };
const reading = (q: string, more: Partial<Reading> = {}): Reading => ({
  text: q,
  words: q,
  places: [],
  leaves: [],
  intents: [],
  understood: [],
  terms: termsOf(q).map((term) => ({ term, worth: 1, documents: 1 })),
  ...more,
});
const fits = (query: Partial<SavedQuery>, read: Reading = reading(query.q ?? '')): boolean =>
  passesFilters(savedQuery.parse(query), newcomer.content) && fitsWords(read, newcomer);

test('filters narrow together, values of one list are alternatives', () => {
  expect(fits({})).toBe(true);
  expect(fits({ kind: ['need'], district: ['武侯区', '锦江区'], urgency: ['high'] })).toBe(true);
  expect(fits({ kind: ['package'] })).toBe(false);
  expect(fits({ kind: ['need'], district: ['武侯区'] })).toBe(false);
  expect(fits({ organisationKind: ['community'] })).toBe(true);
  expect(fits({ organisationKind: ['subdistrict'] })).toBe(false);
});
test('words fit when it holds most of their worth, or is of the service that they mean', () => {
  expect(fits({ q: '垃圾乱丢' })).toBe(true);
  expect(fits({ q: '电梯加装' })).toBe(false);
  const [code = ''] = content.codes;
  expect(code).not.toBe('');
  const meant = (confidence: number) =>
    reading('环境卫生', { leaves: [{ text: '环境', code, zh: '', en: '', confidence }] });
  expect(fits({ q: '环境卫生' }, meant(0.9))).toBe(true);
  expect(fits({ q: '环境卫生' }, meant(0.2))).toBe(false);
});
test('a place that the words name must be its own', () => {
  const at = (district: string, subdistrict: string | null) =>
    reading('垃圾', { places: [{ district, subdistrict, community: null, compound: null }] });
  expect(fits({ q: '锦江 垃圾' }, at('锦江区', null))).toBe(true);
  expect(fits({ q: '牛市口 垃圾' }, at('锦江区', '牛市口街道'))).toBe(true);
  expect(fits({ q: '东湖 垃圾' }, at('锦江区', '东湖街道'))).toBe(false);
  expect(fits({ q: '武侯 垃圾' }, at('武侯区', null))).toBe(false);
});
