/** What of a column tells its place in a sheet. */
export interface NamedColumn {
  /** Dotted path in the row object, e.g. `community.district`. */
  readonly path: string;
  /** Headings by which it is known for certain. */
  readonly headings: readonly [string, ...string[]];
  readonly type: 'text' | 'number' | 'list' | 'day' | 'flag' | 'range';
  /** Source of a regular expression that every value of such a column fits, e.g. `(街道|镇|乡)$`. */
  readonly looks?: string;
}

/** `known` by its heading, `guessed` by likeness of heading and values, `none` fits no column. */
export type ColumnMatch = 'known' | 'guessed' | 'none';
export interface ColumnGuess {
  readonly path: string | null;
  readonly match: ColumnMatch;
}

/** A heading without spaces, stars, colons and full-width forms. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replaceAll(/[\s*:;,.、。/\\|"'“”‘’?!-]/g, '')
    .toLowerCase();
const withoutBrackets = (heading: string): string => heading.replaceAll(/[([{【〔][^)\]}】〕]*[)\]}】〕]/g, '');
/** What people put around the thing meant: 请填写…, 您的…, …(必填). */
const bare = (heading: string): string =>
  withoutBrackets(plain(heading)).replaceAll(/请?填写|您的|你的|本次|拟|具体|详细|相关|必填|选填|单位[:]?元$/g, '');

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

/** How alike two headings are, 0 to 1: the share of common pairs of characters, or of the longer that the shorter fills. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const within = short.length >= 2 && long.includes(short) ? 0.5 + (0.5 * short.length) / long.length : 0;
  const [one, other] = [pairs(a), pairs(b)];
  const common = one.filter((pair) => other.includes(pair)).length;
  const dice = one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
  return Math.max(within, dice);
}

const numberLike = /^(?:约|¥|¥)?-?[\d,.]+\s*万?(?:元|户|㎡|m2|平方米|平米|年|天|日|个|部|%|人)?$/;
const dayLike = /^\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?)?|^20\d{6}$/;
const flagLike = /^(?:是|否|有|无|√|×|y|n|yes|no|true|false)$/;

const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length;

/** What the values say for or against a column: below zero against. */
function evidence({ type, looks }: NamedColumn, values: readonly string[]): number {
  if (values.length === 0) return 0;
  const kept = values.map((value) => value.normalize('NFKC').trim().toLowerCase());
  const numbers = share(kept, (value) => numberLike.test(value));
  const days = share(kept, (value) => dayLike.test(value));
  const shaped = looks === undefined ? 0 : 0.5 * share(kept, (value) => new RegExp(looks, 'i').test(value));
  switch (type) {
    case 'number':
      return numbers > 0.5 && days < 0.5 ? 0.15 : -0.5;
    case 'range':
      return share(kept, (value) => /\d/.test(value)) > 0.5 ? 0.15 : -0.5;
    case 'day':
      return days > 0.5 ? 0.15 : -0.5;
    case 'flag':
      return share(kept, (value) => flagLike.test(value)) > 0.5 ? 0.15 : -0.5;
    case 'text':
    case 'list':
      return looks === undefined ? (numbers > 0.9 || days > 0.9 ? -0.25 : 0) : shaped > 0.35 ? shaped : -0.3;
  }
}

const enough = 0.5;

/**
 * Says which columns of a sheet are meant by its headings, whatever their wording and order: first those known for
 * certain, then the best likeness of heading and values. Each column is given once.
 * @param headings of the sheet, from left to right; empty where there is none
 * @param values a few values below each heading
 * @returns one guess a heading, in their order
 * @example guessColumns(['街道办'], [['芳草街街道']], columns) // [{ path: 'community.subdistrict', match: 'guessed' }]
 */
export function guessColumns(
  headings: readonly string[],
  values: readonly (readonly string[])[],
  columns: readonly NamedColumn[],
): ColumnGuess[] {
  const known = new Map(columns.flatMap(({ path, headings: all }) => all.map((one) => [plain(one), path] as const)));
  const guesses: ColumnGuess[] = headings.map(() => ({ path: null, match: 'none' }));
  const taken = new Set<string>();
  const give = (at: number, path: string, match: ColumnMatch): void => {
    guesses[at] = { path, match };
    taken.add(path);
  };
  headings.forEach((heading, at) => {
    const path = known.get(plain(heading)) ?? known.get(withoutBrackets(plain(heading)));
    if (path !== undefined && !taken.has(path)) give(at, path, 'known');
  });
  const open = headings.flatMap((heading, at) =>
    guesses[at]?.path !== null || plain(heading) === ''
      ? []
      : columns.map((column) => ({
          at,
          path: column.path,
          score:
            Math.max(...column.headings.map((one) => likeness(bare(heading), bare(one)))) +
            evidence(column, values[at] ?? []),
        })),
  );
  for (const { at, path, score } of open.toSorted((a, b) => b.score - a.score))
    if (score >= enough && guesses[at]?.path === null && !taken.has(path)) give(at, path, 'guessed');
  return guesses;
}
