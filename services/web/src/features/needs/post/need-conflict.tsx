import type { NeedChange } from '@duijie/contracts';
import { formatFen, formatRange, fundings, modes, organisationKinds, urgencies } from '@duijie/domain-kit';
import { ConflictModal } from '../../../kit/conflict/conflict-modal';
import type { ConflictField } from '../../../kit/conflict/differences';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import type { DraftConflict } from './draft-store';

const useWords = defineWords('need-conflict', {
  zh: {
    title: '标题',
    description: '需要什么',
    place: '在哪里',
    window: '什么时候',
    money: '资金',
    funding: '资金来源',
    categories: '服务类目',
    components: '所需服务',
    eligibleKinds: '可承接主体',
    requiredQualifications: '资质要求',
    urgency: '紧急程度',
    mode: '对接方式',
    modeReason: '方式理由',
    lots: '标段',
    openMoneyModels: '其他资金方式',
    ownContribution: '自筹',
    budgetLines: '预算明细',
    decisionBasis: '决策依据',
    draftedByOrganisationId: '谁写的要求',
    contact: '联系人',
    none: '无资金',
    unknown: '金额待定',
  },
  en: {
    title: 'Title',
    description: 'What is needed',
    place: 'Where',
    window: 'When',
    money: 'Money',
    funding: 'Source of money',
    categories: 'Categories',
    components: 'Services',
    eligibleKinds: 'Who may respond',
    requiredQualifications: 'Qualifications',
    urgency: 'Urgency',
    mode: 'Mode',
    modeReason: 'Reason for the mode',
    lots: 'Lots',
    openMoneyModels: 'Other ways of money',
    ownContribution: 'Own contribution',
    budgetLines: 'Budget lines',
    decisionBasis: 'Decision basis',
    draftedByOrganisationId: 'Who wrote the requirement',
    contact: 'Contact person',
    none: 'No money',
    unknown: 'Amount open',
  },
});

/** What was changed here and by a colleague at the same time, to be chosen field by field. */
export function NeedConflict({
  conflict,
  onSettled,
  onBack,
}: {
  readonly conflict: DraftConflict;
  /** @param theirs the fields that stay as somebody else saved them */
  readonly onSettled: (theirs: readonly (keyof NeedChange)[]) => void;
  readonly onBack: () => void;
}) {
  const t = useWords();
  const leaves = useLeaves();
  const { language, say, comma, colon } = useLanguage();
  const names = (codes: readonly string[] = []): string => codes.map((code) => leaves.nameOf(code)).join(comma);
  const show: { readonly [K in keyof NeedChange]?: (value: NeedChange) => string } = {
    place: ({ place }) =>
      [place?.district, place?.subdistrict, place?.community, place?.compound].filter(Boolean).join(' '),
    window: ({ window }) => [window?.start, window?.end].filter(Boolean).join(' – '),
    money: ({ money }) =>
      money?.kind === 'fixed'
        ? formatFen(money.amountFen, language)
        : money?.kind === 'range'
          ? formatRange(money, language)
          : money
            ? t(money.kind)
            : '',
    funding: ({ funding }) => (funding ? say(fundings[funding]) : ''),
    categories: ({ categories }) => names(categories),
    components: ({ components }) => names(components),
    eligibleKinds: ({ eligibleKinds = [] }) => eligibleKinds.map((kind) => say(organisationKinds[kind])).join(comma),
    requiredQualifications: ({ requiredQualifications = [] }) =>
      requiredQualifications.map(({ name }) => name).join(comma),
    urgency: ({ urgency }) => (urgency ? say(urgencies[urgency]) : ''),
    mode: ({ mode }) => (mode ? say(modes[mode]) : ''),
    lots: ({ lots = [] }) => lots.map(({ title, components }) => title + colon + names(components)).join('\n'),
  };
  const { base, mine, theirs } = conflict;
  const keys = Object.keys(mine) as (keyof NeedChange)[];
  const fields: ConflictField<NeedChange>[] = keys.map((key) => {
    const words = show[key];
    return { key, label: t(key), ...(words ? { show: words } : {}) };
  });
  return (
    <ConflictModal<NeedChange>
      fields={fields}
      base={base}
      mine={{ ...theirs, ...mine }}
      theirs={theirs}
      onBack={onBack}
      onSave={(chosen) => onSettled(keys.filter((key) => chosen[key] === theirs[key]))}
    />
  );
}
