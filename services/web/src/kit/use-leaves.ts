import { getTaxonomy } from '@duijie/contracts';
import { useMemo } from 'react';
import { useCall } from '../api/use-call';
import { useLanguage } from '../words/language';

/** The service taxonomy: names of leaves by code, and choices for a select, grouped (`words` to search in); retired leaves are named, not chosen. */
export function useLeaves() {
  const { data } = useCall(getTaxonomy, {});
  const { language } = useLanguage();
  return useMemo(() => {
    const groups = data?.groups ?? [];
    const names = new Map(groups.flatMap(({ leaves }) => leaves.map((leaf) => [leaf.code, leaf[language]] as const)));
    return {
      nameOf: (code: string): string => names.get(code) ?? (data ? code : '…'),
      choices: groups.map((group) => ({
        label: group[language],
        options: group.leaves
          .filter(({ retired }) => !retired)
          .map((leaf) => ({
            value: leaf.code,
            label: leaf[language],
            words: [leaf.zh, leaf.en, ...leaf.synonyms].join(' '),
          })),
      })),
    };
  }, [data, language]);
}
