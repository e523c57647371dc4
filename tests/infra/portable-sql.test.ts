import { readText, sourceFiles } from './repository';

/**
 * Constructs that MySQL 8.4 and MariaDB 10.11 do not share. MySQL 8.4 cannot be run on the machines at hand, so this is
 * what keeps the SQL to the common part.
 */
const constructs: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['->> and -> on JSON columns', /->>?\s*'\$/],
  ['JSON_TABLE', /\bJSON_TABLE\s*\(/i],
  ['FOR SHARE', /\bFOR\s+SHARE\b/],
  ['pessimistic_read, which becomes FOR SHARE', /\bpessimistic_read\b/],
  ['RETURNING', /\bRETURNING\b/],
  ['collations 0900', /_0900_/],
  ['collations uca1400', /\buca1400_/],
  ['LATERAL', /\bLATERAL\b/],
  ['MEMBER OF', /\bMEMBER\s+OF\b/],
  ['AS new in upserts', /\bVALUES\b[^;]{0,400}\bAS\s+new\b/i],
  ['functional indexes', /\b(?:INDEX|KEY)\s+\w+\s*\(\s*\(/i],
  ['UUID_TO_BIN', /\bUUID_TO_BIN\b/i],
  ['sequence tables', /\bseq_\d+_to_\d+\b/],
  ['spatial reference systems', /\bSRID\s+\d+/],
  ['full-text search', /\bMATCH\s*\([^)]*\)\s*AGAINST\b/i],
];

/** Why something is avoided may be said in a comment. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*(?:\/\/|--\s).*$/gm, '');

const findingsIn = (text: string): string[] =>
  constructs.filter(([, pattern]) => pattern.test(withoutComments(text))).map(([name]) => name);

describe('SQL for both servers', () => {
  const files = sourceFiles('packages/*.ts', 'services/*.ts', 'infra/*.ts', '*.sql');

  it('sees the sources', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('uses nothing that MySQL 8.4 and MariaDB 10.11 do not share', () => {
    const found = files.flatMap((path) => findingsIn(readText(path)).map((name) => `${path}: ${name}`));
    expect(found).toEqual([]);
  });

  it.each([
    ["SELECT data->>'$.a' FROM need", '->> and -> on JSON columns'],
    ['SELECT * FROM JSON_TABLE(x)', 'JSON_TABLE'],
    ['SELECT 1 FROM need FOR SHARE', 'FOR SHARE'],
    ['INSERT INTO need VALUES (1) RETURNING id', 'RETURNING'],
    ['COLLATE utf8mb4_0900_ai_ci', 'collations 0900'],
    ['JOIN LATERAL (SELECT 1) x', 'LATERAL'],
    ['WHERE 1 MEMBER OF(tags)', 'MEMBER OF'],
    ['INSERT INTO a VALUES (1) AS new ON DUPLICATE KEY UPDATE b = new.b', 'AS new in upserts'],
    ['CREATE INDEX i ON a ((lower(b))); ADD INDEX i ((lower(b)))', 'functional indexes'],
  ])('notices %s', (sql, name) => {
    expect(findingsIn(sql)).toEqual([name]);
  });

  it('leaves a comment alone', () => {
    expect(findingsIn('// no RETURNING here\n/* nor LATERAL */\n-- nor FOR SHARE\n')).toEqual([]);
  });
});
