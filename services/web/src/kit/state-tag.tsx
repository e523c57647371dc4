import type { Vocabulary } from '@duijie/domain-kit';
import { Tag } from 'antd';
import { useLanguage } from '../words/language';

export type Tone = 'plain' | 'active' | 'good' | 'warn' | 'bad';

const colours: Readonly<Record<Tone, string>> = {
  plain: 'default',
  active: 'processing',
  good: 'success',
  warn: 'warning',
  bad: 'error',
};
/** Codes that mean the same wherever they stand: who acts now, what is done, what went wrong. */
const tones: Readonly<Record<string, Tone>> = {
  returned: 'warn',
  submitted: 'warn',
  published: 'active',
  responding: 'active',
  open: 'active',
  introduced: 'active',
  waiting: 'active',
  deciding: 'warn',
  notice: 'warn',
  objected: 'bad',
  awarded: 'good',
  effective: 'good',
  interested: 'good',
  accepted: 'good',
  delivered: 'warn',
  sent_back: 'bad',
  in_delivery: 'active',
  signed: 'active',
  completed: 'good',
  failed: 'bad',
  given_back: 'bad',
  terminated: 'bad',
  disqualified: 'bad',
  flagged: 'warn',
  verified: 'good',
  rejected: 'plain',
  suspended: 'bad',
  emergency: 'bad',
  high: 'warn',
};

/** A code of a vocabulary as a coloured tag with its word; the colour never says more than the word. */
export function StateTag<Code extends string>({
  vocabulary,
  code,
  tone,
}: {
  readonly vocabulary: Vocabulary<Code>;
  readonly code: Code;
  readonly tone?: Tone;
}) {
  const { say } = useLanguage();
  return (
    <Tag color={colours[tone ?? tones[code] ?? 'plain']} style={{ marginInlineEnd: 0 }}>
      {say(vocabulary[code])}
    </Tag>
  );
}
