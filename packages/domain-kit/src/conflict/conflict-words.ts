/** What a finding says, the gravest first. */
export const conflictCodes = [
  'poster_itself',
  'drafted',
  'excluded',
  'linked_to_excluded',
  'linked_to_poster',
  'flagged_association',
  'linked_to_flagged',
  'knows_rivals',
  'same_group',
] as const;

/** Why an organisation stands behind the wall, or near it. */
export type ConflictCode = (typeof conflictCodes)[number];

/** `block` bars the organisation; `flag` asks a broker to decide. */
export type ConflictEffect = 'block' | 'flag';

interface Words {
  readonly zh: string;
  readonly en: string;
}
interface CodeWords {
  readonly effect: ConflictEffect;
  /** For staff: says what stands behind the wall, not its name, which the finding carries as an id. */
  readonly words: Words;
  /** For the provider: does not tell who stands behind the wall. */
  readonly publicWords: Words;
}

const barred: Words = {
  zh: '因利益回避，不能承接本需求',
  en: 'Barred from this need by the rules on conflicts of interest',
};
const toDecide: Words = {
  zh: '可能存在利益关联，由撮合专员核定',
  en: 'A possible conflict of interest, which a broker decides on',
};

/** The words of each code. */
export const conflictWords: Readonly<Record<ConflictCode, CodeWords>> = {
  poster_itself: {
    effect: 'block',
    words: { zh: '这是发布需求的机构本身', en: 'It is the organisation that posted the need' },
    publicWords: { zh: '这是本机构自己发布的需求', en: 'Your own organisation posted this need' },
  },
  drafted: {
    effect: 'block',
    words: { zh: '为发布方起草过需求', en: 'It drafted requirements for the poster' },
    publicWords: barred,
  },
  excluded: {
    effect: 'block',
    words: {
      zh: '参与过本需求的起草、审核、撮合或监督',
      en: 'It took part in drafting, screening, brokering or supervising the need',
    },
    publicWords: barred,
  },
  linked_to_excluded: {
    effect: 'flag',
    words: {
      zh: '与参与本需求起草、审核、撮合或监督的机构有出资举办、牵头组建或托管关系',
      en: 'It sponsors, leads or hosts, or is so by, one that drafted, screened, brokered or supervises the need',
    },
    publicWords: toDecide,
  },
  linked_to_poster: {
    effect: 'flag',
    words: {
      zh: '与发布方有出资举办、牵头组建或托管关系',
      en: 'It sponsors, leads or hosts the poster, or is so by it',
    },
    publicWords: toDecide,
  },
  flagged_association: {
    effect: 'flag',
    words: {
      zh: '协会审核或起草过本需求，其服务包须由他人撮合',
      en: 'This association screened or drafted the need: others must broker its package',
    },
    publicWords: toDecide,
  },
  linked_to_flagged: {
    effect: 'flag',
    words: {
      zh: '与审核或起草过本需求的协会有出资举办、牵头组建或托管关系',
      en: 'It sponsors, leads or hosts, or is so by, an association that screened or drafted the need',
    },
    publicWords: toDecide,
  },
  knows_rivals: {
    effect: 'flag',
    words: {
      zh: '协会响应之前，同一需求其他响应方的响应已向协会公开',
      en: 'Responses of others to the same lot were open to this association before it handed in its own',
    },
    publicWords: toDecide,
  },
  same_group: {
    effect: 'flag',
    words: {
      zh: '与同一需求的另一响应方属于同一服务组团',
      en: 'It belongs to the same provider group as another that responds to the same lot',
    },
    publicWords: toDecide,
  },
};
