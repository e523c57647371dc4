import { needStates as stateCodes, type NeedState } from '@duijie/contracts';
import { fundings, needStates, urgencies } from '@duijie/domain-kit';
import { useMemo } from 'react';
import { useCodeChoices, useDistrictChoices, useLeafChoices } from '../../kit/table/use-choices';
import { useFilters, type Filter, type Filters } from '../../kit/table/use-filters';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('needs-filters', {
  zh: {
    state: '状态',
    anyState: '全部状态',
    open: '正在征集',
    leaf: '服务类目',
    anyLeaf: '全部类目',
    district: '区（市）县',
    anyDistrict: '全市',
    funding: '资金来源',
    anyFunding: '不限',
    urgency: '缓急',
    anyUrgency: '不限',
  },
  en: {
    state: 'State',
    anyState: 'Any state',
    open: 'Taking responses',
    leaf: 'Service',
    anyLeaf: 'Any service',
    district: 'District',
    anyDistrict: 'Whole city',
    funding: 'Money from',
    anyFunding: 'Anywhere',
    urgency: 'Urgency',
    anyUrgency: 'Any',
  },
});

/** `public` what everybody sees, `mine` the own organisation's, `first` and `after` what waits to be screened. */
export const needLists = ['public', 'mine', 'first', 'after'] as const;
export type NeedList = (typeof needLists)[number];

const unpublished: readonly NeedState[] = ['draft', 'submitted', 'returned'];
const publicStates = stateCodes.filter((one) => !unpublished.includes(one));

/** What each list of needs can be narrowed by: what its route's query knows. */
export function useNeedsFilters(list: NeedList): Filters {
  const t = useWords();
  const leaves = useLeafChoices();
  const districts = useDistrictChoices();
  const states = useCodeChoices(needStates, list === 'mine' ? stateCodes : publicStates);
  const money = useCodeChoices(fundings);
  const urgency = useCodeChoices(urgencies);
  const fields = useMemo((): readonly Filter[] => {
    const state: Filter = {
      key: 'state',
      label: t('state'),
      control: 'select',
      options: states,
      any: t(list === 'mine' ? 'anyState' : 'open'),
    };
    const district: Filter = {
      key: 'district',
      label: t('district'),
      control: 'select',
      options: districts,
      any: t('anyDistrict'),
      long: true,
    };
    if (list === 'mine') return [state];
    if (list !== 'public') return [district];
    return [
      state,
      { key: 'leaf', label: t('leaf'), control: 'select', options: leaves, any: t('anyLeaf'), long: true },
      district,
      { key: 'funding', label: t('funding'), control: 'select', options: money, any: t('anyFunding') },
      { key: 'urgency', label: t('urgency'), control: 'select', options: urgency, any: t('anyUrgency') },
    ];
    // `t` is made anew by every drawing; the choices change with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [list, leaves, districts, states, money, urgency]);
  return useFilters(fields);
}
