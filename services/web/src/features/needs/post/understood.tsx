import { modes, urgencies } from '@duijie/domain-kit';
import type { NeedView } from '@duijie/contracts';
import { Button, Input, Select, Skeleton, Tag } from 'antd';
import { useId } from 'react';
import { Section } from '../../../kit/section';
import { StateTag } from '../../../kit/state-tag';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { UnderstoodFacts } from './understood-facts';
import type { Draft } from './use-draft';

const useWords = defineWords('need-understood', {
  zh: {
    title: '系统读到的意思',
    wait: '写下需求后，这里显示系统读到的内容，可以改',
    name: '标题',
    services: '需要的服务',
    none: '没有读出具体服务，请在下面选',
    guess: '系统推测',
    right: '都对，确认',
    remove: '去掉 {{name}}',
    add: '添加服务…',
    urgency: '紧急程度',
    mode: '建议方式',
    chosen: '方式',
    becauseNone: '不涉及资金，认领最省事',
    becauseUnknown: '金额未定，先直接对接',
    becauseAmount: '按金额所在区间建议，可在“更多”里改',
    words: '依据：{{words}}',
  },
  en: {
    title: 'What the system understood',
    wait: 'Describe the need, and what was understood stands here to be corrected',
    name: 'Title',
    services: 'Services asked for',
    none: 'No service was recognised; choose below',
    guess: 'Guessed',
    right: 'All correct',
    remove: 'Remove {{name}}',
    add: 'Add a service…',
    urgency: 'Urgency',
    mode: 'Mode proposed',
    chosen: 'Mode',
    becauseNone: 'No money is involved: a claim is the simplest',
    becauseUnknown: 'The amount is open: direct contact comes first',
    becauseAmount: 'By the band of the amount; change it under “More”',
    words: 'from: {{words}}',
  },
});

const because = (view: NeedView): 'becauseNone' | 'becauseUnknown' | 'becauseAmount' =>
  view.money.kind === 'none' ? 'becauseNone' : view.money.kind === 'unknown' ? 'becauseUnknown' : 'becauseAmount';

/** Title, services, urgency and mode as read from the words: each can be confirmed or corrected at once. */
export function Understood({ draft }: { readonly draft: Draft }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { nameOf, choices } = useLeaves();
  const id = useId();
  const { view, entered, change, save } = draft;
  if (!view)
    return (
      <Section title={t('title')}>
        {save === 'idle' ? <p className="muted">{t('wait')}</p> : <Skeleton active paragraph={{ rows: 3 }} />}
      </Section>
    );
  const codes = entered.components ?? view.components.map(({ code }) => code);
  const known = new Map(view.components.map((component) => [component.code, component]));
  const guessed = entered.components === undefined && view.components.some(({ source }) => source === 'proposed');
  return (
    <Section title={t('title')}>
      <label htmlFor={`${id}-title`} className="muted">
        {t('name')}
      </label>
      <Input
        id={`${id}-title`}
        value={entered.title ?? view.title}
        maxLength={80}
        onChange={({ target }) => change({ title: target.value })}
      />
      <h3 className="kit-subheading">{t('services')}</h3>
      {codes.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list kit-row">
        {codes.map((code) => {
          const component = known.get(code);
          const proposed = guessed && component?.source === 'proposed';
          return (
            <li key={code}>
              <Tag
                color={proposed ? 'default' : 'success'}
                variant="outlined"
                style={{ borderStyle: proposed ? 'dashed' : 'solid', marginInlineEnd: 0, whiteSpace: 'normal' }}
                title={
                  component && component.evidence.length > 0
                    ? t('words', { words: component.evidence.join(comma) })
                    : undefined
                }
                closable={{ 'aria-label': t('remove', { name: nameOf(code) }) }}
                onClose={(event) => {
                  event.preventDefault();
                  change({ components: codes.filter((one) => one !== code) });
                }}
              >
                {nameOf(code)}
                {proposed ? <span className="muted"> · {t('guess')}</span> : null}
              </Tag>
            </li>
          );
        })}
      </ul>
      <div className="kit-row">
        {guessed && codes.length > 0 ? (
          <Button size="small" onClick={() => change({ components: codes })}>
            {t('right')}
          </Button>
        ) : null}
        <Select<string>
          aria-label={t('add')}
          placeholder={t('add')}
          size="small"
          style={{ minWidth: 200, flex: 1 }}
          value={null}
          options={choices.map((group) => ({
            ...group,
            options: group.options.filter(({ value }) => !codes.includes(value)),
          }))}
          showSearch={{
            filterOption: (typed, option) =>
              option !== undefined && 'words' in option && String(option.words).includes(typed),
          }}
          onSelect={(code) => change({ components: [...codes, code] })}
        />
      </div>
      <UnderstoodFacts draft={draft} view={view} />
      <h3 className="kit-subheading">{view.proposed.includes('mode') ? t('mode') : t('chosen')}</h3>
      <div className="kit-row">
        <StateTag vocabulary={modes} code={entered.mode ?? view.mode} tone="active" />
        {view.proposed.includes('mode') && entered.mode === undefined ? (
          <span className="muted">{t(because(view))}</span>
        ) : null}
      </div>
      <h3 className="kit-subheading" id={`${id}-urgency`}>
        {t('urgency')}
      </h3>
      <Select
        aria-labelledby={`${id}-urgency`}
        size="small"
        style={{ minWidth: 120 }}
        value={entered.urgency ?? view.urgency}
        options={(['low', 'normal', 'high', 'emergency'] as const).map((one) => ({
          value: one,
          label: say(urgencies[one]),
        }))}
        onChange={(urgency) => change({ urgency })}
      />
    </Section>
  );
}
