import { listDistricts } from '@duijie/contracts';
import type { Vocabulary } from '@duijie/domain-kit';
import { useMemo } from 'react';
import { useCall } from '../../api/use-call';
import { useLanguage } from '../../words/language';
import { useLeaves } from '../use-leaves';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The city's districts, for a filter. */
export function useDistrictChoices(): readonly Choice[] {
  const { data } = useCall(listDistricts, {});
  return useMemo(() => (data?.items ?? []).map(({ name }) => ({ value: name, label: name })), [data]);
}

/** Leaves of the taxonomy, for a filter. */
export function useLeafChoices(): readonly Choice[] {
  const { choices } = useLeaves();
  return useMemo(
    () => choices.flatMap(({ options }) => options.map(({ value, label }) => ({ value, label }))),
    [choices],
  );
}

/** Codes of a vocabulary with their words. @param codes in the order of the choice; all unless given */
export function useCodeChoices<Code extends string>(
  vocabulary: Vocabulary<Code>,
  codes?: readonly Code[],
): readonly Choice[] {
  const { language } = useLanguage();
  return useMemo(
    () =>
      (codes ?? (Object.keys(vocabulary) as Code[])).map((value) => ({ value, label: vocabulary[value][language] })),
    [language, vocabulary, codes],
  );
}
