import { matchedFields, scoreFields, weighedLength, type FieldTexts } from './score-fields';
import { weighTerms } from './weigh-terms';

const fields = (over: Partial<FieldTexts>): FieldTexts => ({
  title: '',
  leaves: '',
  aliases: '',
  text: '',
  organisation: '',
  place: '',
  ...over,
});
const terms = weighTerms(['电梯', '小区'], 100, (term) => (term === '电梯' ? 3 : 90));

test('a rare term is worth more than a common one', () => {
  expect(terms[0]!.worth).toBeGreaterThan(terms[1]!.worth * 10);
});
test('a match in the title counts more than one in the text, and both more than none', () => {
  const average = 50;
  const title = scoreFields(fields({ title: '加装电梯', text: '说明' }), terms, average);
  const text = scoreFields(fields({ title: '说明', text: '加装电梯' }), terms, average);
  expect(title).toBeGreaterThan(text);
  expect(text).toBeGreaterThan(0);
  expect(scoreFields(fields({ title: '绿化' }), terms, average)).toBe(0);
});
test('the longer of two texts with the same match scores less', () => {
  const short = fields({ text: '电梯' });
  const long = fields({ text: `电梯${'字'.repeat(500)}` });
  const average = (weighedLength(short) + weighedLength(long)) / 2;
  expect(scoreFields(short, terms, average)).toBeGreaterThan(scoreFields(long, terms, average));
});
test('fields that hold a term are named, most telling first', () => {
  expect(matchedFields(fields({ text: '电梯', title: '小区', place: '锦江' }), ['电梯', '小区'])).toEqual([
    'title',
    'text',
  ]);
});
test('a term that more documents hold than there are has a finite worth', () => {
  expect(weighTerms(['x'], 3, () => 7)[0]!.worth).toBeGreaterThan(0);
});
