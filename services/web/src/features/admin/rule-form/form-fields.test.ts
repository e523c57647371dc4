import {
  decisionBasisRules,
  fundingRules,
  modeTemplates,
  needPolicies,
  responsibilities,
  screeningRules,
} from '@duijie/contracts';
import { blanksOf, fieldsOf, isBlank, type FormField } from './form-fields';
import { nameOf, optionOf } from './rule-words';

const kinds = { modeTemplates, screeningRules, decisionBasisRules, fundingRules, needPolicies, responsibilities };
const fieldsOfKind = (kind: keyof typeof kinds): readonly FormField[] => fieldsOf(kinds[kind].change.body);
const one = (kind: keyof typeof kinds, name: string): FormField | undefined =>
  fieldsOfKind(kind).find((field) => field.name === name);

test('the form asks for what the contract has, within its limits', () => {
  expect(one('modeTemplates', 'noticeDays')).toEqual({
    control: 'number',
    min: 0,
    max: 365,
    name: 'noticeDays',
    nullable: false,
    optional: false,
  });
  expect(one('screeningRules', 'aboveFen')).toMatchObject({ control: 'yuan', nullable: true });
  expect(one('screeningRules', 'by')).toMatchObject({ control: 'choice', optional: true });
  expect(one('fundingRules', 'leaves')).toMatchObject({ control: 'leaves', most: 80 });
  expect(one('decisionBasisRules', 'fundings')).toMatchObject({ control: 'choices', most: 7 });
  expect(one('needPolicies', 'clauses')).toMatchObject({ control: 'rows', most: 40 });
  expect(one('responsibilities', 'body')).toMatchObject({ control: 'group', nullable: true });
  expect(one('needPolicies', 'validFrom')).toMatchObject({ control: 'day', nullable: true });
});

test.each(Object.keys(kinds) as (keyof typeof kinds)[])('every field and choice of %s has words', (kind) => {
  const missing: string[] = [];
  const walk = (fields: readonly FormField[], above: readonly string[]): void => {
    for (const field of fields) {
      const way = [...above, field.name];
      if (way.join('.') === 'jurisdiction.zh') continue;
      if (!nameOf(way)) missing.push(way.join('.'));
      if (field.control === 'choice' || field.control === 'choices')
        for (const option of field.options) if (!optionOf(way, option)) missing.push(`${way.join('.')}: ${option}`);
      if (field.control === 'group' || field.control === 'rows') walk(field.fields, way);
    }
  };
  walk(fieldsOfKind(kind), []);
  expect(missing).toEqual([]);
});

test('a new rule begins empty, and what is optional is left out', () => {
  expect(blanksOf(fieldsOfKind('screeningRules'))).toMatchObject({ aboveFen: null, newPosters: false, retired: false });
  expect('by' in blanksOf(fieldsOfKind('screeningRules'))).toBe(false);
});

test('a group in which nothing is entered is empty', () => {
  expect(isBlank({ kind: null, zh: '' })).toBe(true);
  expect(isBlank({ kind: null, zh: '住建局' })).toBe(false);
});
