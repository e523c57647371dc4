/** Media type of a workbook. */
export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Families of words in domain-kit, by name, that cells may show codes in. */
export type ExcelVocabulary =
  | 'affiliationKinds'
  | 'bidStates'
  | 'committeeStates'
  | 'compoundTypes'
  | 'fundings'
  | 'matchStates'
  | 'memberRoles'
  | 'milestoneStates'
  | 'modes'
  | 'needScopes'
  | 'needStates'
  | 'organisationKinds'
  | 'packageStates'
  | 'priceModels'
  | 'propertyStates'
  | 'urgencies'
  | 'verificationStates';

/** Words of codes: a family of domain-kit, or the words themselves. */
export type ExcelWords = ExcelVocabulary | Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/**
 * What a cell holds: `money` fen, shown in yuan; `day` and `instant` become dates of Asia/Shanghai; `flag` yes or no;
 * `words` a code by its words; `leaf` a code of the taxonomy by its name; `both` words in two languages.
 */
export type ExcelKind = 'text' | 'number' | 'money' | 'day' | 'instant' | 'flag' | 'words' | 'leaf' | 'both';

/** One column of a list as a workbook. */
export interface ExcelColumn {
  /**
   * Field of an item, e.g. `place.district`; `[]` after a list, whose values stand in one cell; `|` between fields of
   * which the first with a value is taken.
   */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: ExcelKind;
  /** Only for `words`. */
  readonly words?: ExcelWords;
}

/** How a list becomes a workbook. */
export interface ExcelSheet {
  readonly columns: readonly ExcelColumn[];
  /** Items that the list is asked for at once: the most that its query allows. */
  readonly pageSize: number;
}

const of =
  (kind: Exclude<ExcelKind, 'words'>) =>
  (path: string, zh: string, en: string): ExcelColumn => ({ path, zh, en, kind });

/** Makes columns: `column.money('priceFen', '金额(元)', 'Price')`. */
export const column = Object.freeze({
  text: of('text'),
  number: of('number'),
  money: of('money'),
  day: of('day'),
  instant: of('instant'),
  flag: of('flag'),
  leaf: of('leaf'),
  both: of('both'),
  words: (path: string, zh: string, en: string, words: ExcelWords): ExcelColumn => ({
    path,
    zh,
    en,
    kind: 'words',
    words,
  }),
});
/** The sheet of a list of pages of 100. */
export const sheet = (...columns: readonly ExcelColumn[]): ExcelSheet => ({ columns, pageSize: 100 });
