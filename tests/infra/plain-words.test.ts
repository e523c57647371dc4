import { readText, sourceFiles } from './repository';

/** Where a text is said only of a need that has several lots. */
const ofSeveralLots = ['services/deals/src/decisions/next-step.ts'];

test('whoever claims a need, or is asked directly, reads nothing of lots (标段): most needs have one', () => {
  const files = sourceFiles('services/deals/src/*.ts', 'services/desk/src/*.ts', 'packages/domain-kit/src/*.ts');
  expect(files.length).toBeGreaterThan(100);
  const speaking = files.filter((path) => !path.endsWith('.test.ts') && /['"`][^'"`\n]*标段/.test(readText(path)));
  expect(speaking).toEqual(ofSeveralLots);
});
