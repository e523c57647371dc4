/** What a code is called in the two languages of the console. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The codes of one family with their labels, in the order in which they are shown. */
export type Vocabulary<Code extends string = string> = Readonly<Record<Code, Label>>;

/**
 * Freezes a family of codes.
 * @param labels label by code
 * @returns the same object, frozen through
 */
export function defineVocabulary<const Code extends string>(labels: Record<Code, Label>): Vocabulary<Code> {
  for (const label of Object.values<Label>(labels)) Object.freeze(label);
  return Object.freeze(labels);
}

/**
 * Lists the codes of a family, e.g. for `z.enum(codesOf(urgencies))`.
 * @param vocabulary a family of at least one code
 * @returns codes in the order of their definition
 * @throws TypeError when the family is empty
 */
export function codesOf<Code extends string>(vocabulary: Vocabulary<Code>): [Code, ...Code[]] {
  const [first, ...rest] = Object.keys(vocabulary).filter((code) => isCodeOf(vocabulary, code));
  if (first === undefined) throw new TypeError('a vocabulary needs at least one code');
  return [first, ...rest];
}

/**
 * Tells whether a text is one of the codes of a family.
 * @param vocabulary a family
 * @param text anything
 */
export function isCodeOf<Code extends string>(vocabulary: Vocabulary<Code>, text: unknown): text is Code {
  return typeof text === 'string' && Object.hasOwn(vocabulary, text);
}
