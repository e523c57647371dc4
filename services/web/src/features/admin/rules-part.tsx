import {
  decisionBasisRules,
  fundingRules,
  modeTemplates,
  needPolicies,
  responsibilities,
  screeningRules,
} from '@duijie/contracts';
import type { AnswerOf } from '@duijie/api-client';
import { fundings, modes, organisationKinds } from '@duijie/domain-kit';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../api/use-call';
import { Money } from '../../kit/money';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';
import { RuleModal, type KeptRule, type RuleRoutes } from './rule-form/rule-modal';

const useWords = defineWords('rules', {
  zh: {
    modes: '方式模板（按金额档次）',
    screening: '发布前审核',
    bases: '决策依据',
    funding: '资金使用规则',
    policies: '政策',
    responsibilities: '职责清单',
    change: '修改',
    days: '{{n}} 天',
    respond: '响应 {{response}}',
    enquiry: '答疑 {{n}} 天',
    notice: '公示 {{n}} 天',
    least: '至少 {{n}} 家',
    noMoney: '没有资金的需求',
    open: '到有人承接为止',
    sealed: '密封',
    band: '金额',
    above: '以上',
    never: '不按金额推荐',
    known: '有依据',
    example: '示例，请替换',
    to_be_entered: '待录入',
    retired: '已停用',
    source: '来源',
    add: '新增',
    from: '{{day}} 起',
    changed: '改于',
    publishing: '发布前要有',
    deciding: '确定前要有',
    blocks: '不能用于',
    condition: '条件',
    newPosters: '首次发布的主体',
    noAmount: '不按金额',
  },
  en: {
    modes: 'Modes by money band',
    screening: 'Screening before publication',
    bases: 'Decision bases',
    funding: 'What money may pay for',
    policies: 'Policies',
    responsibilities: 'Responsibilities',
    change: 'Change',
    days: '{{n}} days',
    respond: 'respond {{response}}',
    enquiry: '{{n}} days of enquiry',
    notice: '{{n}} days of notice',
    least: 'at least {{n}}',
    noMoney: 'needs without money',
    open: 'until somebody takes it',
    sealed: 'sealed',
    band: 'Amount',
    above: 'and more',
    never: 'never proposed by amount',
    known: 'by a source',
    example: 'example: replace it',
    to_be_entered: 'to be entered',
    retired: 'retired',
    source: 'Source',
    add: 'Add',
    from: 'from {{day}}',
    changed: 'changed',
    publishing: 'before publication',
    deciding: 'before the decision',
    blocks: 'does not pay for',
    condition: 'condition',
    newPosters: 'first-time posters',
    noAmount: 'no amount',
  },
});
type Rule = KeptRule;
type ModeTemplate = AnswerOf<typeof modeTemplates.list>['items'][number];
interface Opened {
  readonly kind: string;
  readonly rule: Rule | null;
  readonly routes: RuleRoutes;
  readonly read: () => Promise<readonly Rule[]>;
}
const address = /https?:\/\/[^\s，。；）)]+/u;

/** A source as it is written, with its address to be followed where it has one. */
function SourceText({ text }: { readonly text: string }) {
  const found = address.exec(text);
  if (!found) return text;
  const [url] = found;
  return (
    <>
      {text.slice(0, found.index)}
      <a href={url} target="_blank" rel="noreferrer noopener">
        {url}
      </a>
      {text.slice(found.index + url.length)}
    </>
  );
}

/** Rules as data: all name where they apply and their source, and are entered and changed here. */
export function RulesPart({ mayChange }: { readonly mayChange: boolean }) {
  const t = useWords();
  const { say, colon } = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const templates = useCall(modeTemplates.list, {});
  const screening = useCall(screeningRules.list, {});
  const bases = useCall(decisionBasisRules.list, {});
  const funding = useCall(fundingRules.list, {});
  const policies = useCall(needPolicies.list, {});
  const duties = useCall(responsibilities.list, {});
  const facts = (rule: Rule): ReactNode => (
    <span className="muted">
      {rule.jurisdiction.zh} <Tag color={rule.status === 'known' ? 'success' : 'warning'}>{t(rule.status)}</Tag>{' '}
      {rule.retired ? <Tag>{t('retired')}</Tag> : null}
      {rule.validFrom === null ? '' : `${t('from', { day: rule.validFrom })} · `}
      {rule.source ? (
        <>
          {t('source')} <SourceText text={rule.source} />
        </>
      ) : null}
    </span>
  );
  const list = <R extends Rule>(
    title: string,
    routes: RuleRoutes,
    query: UseQueryResult<{ readonly items: readonly R[] }>,
    line: (rule: R) => ReactNode,
  ): ReactNode => {
    const read = async (): Promise<readonly R[]> => (await query.refetch()).data?.items ?? [];
    return (
      <Section
        title={title}
        extra={
          mayChange ? (
            <Button size="small" onClick={() => setOpened({ kind: title, rule: null, routes, read })}>
              {t('add')}
            </Button>
          ) : null
        }
      >
        <ProblemAlert error={query.error} />
        <ul className="kit-plain-list">
          {(query.data?.items ?? []).map((rule) => (
            <li key={rule.id} className="admin-rule">
              <div>
                <div>{line(rule)}</div>
                {facts(rule)}
              </div>
              {mayChange ? (
                <Button size="small" onClick={() => setOpened({ kind: title, rule, routes, read })}>
                  {t('change')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
    );
  };
  const termsOf = ({ responseDays, enquiryDays, noticeDays, leastResponses }: ModeTemplate): string =>
    [
      t('respond', { response: responseDays === null ? t('open') : t('days', { n: responseDays }) }),
      ...(enquiryDays > 0 ? [t('enquiry', { n: enquiryDays })] : []),
      ...(noticeDays > 0 ? [t('notice', { n: noticeDays })] : []),
      ...(leastResponses > 1 ? [t('least', { n: leastResponses })] : []),
    ].join(' · ');
  const band = (template: ModeTemplate): ReactNode =>
    template.bandAboveFen === null && template.bandUpToFen === null ? (
      t('never')
    ) : template.bandUpToFen === 0 ? (
      t('noMoney')
    ) : (
      <>
        {t('band')} <Money fen={template.bandAboveFen ?? 0} />{' '}
        {template.bandUpToFen === null ? (
          t('above')
        ) : (
          <>
            – <Money fen={template.bandUpToFen} />
          </>
        )}
      </>
    );
  return (
    <>
      {list(t('modes'), modeTemplates, templates, (template) => (
        <>
          <b>{say(template)}</b>{' '}
          {say(template) === say(modes[template.mode]) ? null : (
            <span className="muted">{say(modes[template.mode])} </span>
          )}
          {template.sealed ? <Tag>{t('sealed')}</Tag> : null}
          <div>
            {termsOf(template)} · {band(template)}
          </div>
        </>
      ))}
      {list(t('screening'), screeningRules, screening, (rule) => (
        <>
          {rule.aboveFen === null ? (
            t('noAmount')
          ) : (
            <>
              <Money fen={rule.aboveFen} /> {t('above')}
            </>
          )}{' '}
          {rule.newPosters ? `· ${t('newPosters')}` : ''}
        </>
      ))}
      {list(t('bases'), decisionBasisRules, bases, (rule) => `${say(rule)} · ${t(rule.gate)}`)}
      {list(
        t('funding'),
        fundingRules,
        funding,
        (rule) => `${say(fundings[rule.funding])} · ${t(rule.effect)}${colon}${say(rule)}`,
      )}
      {list(
        t('policies'),
        needPolicies,
        policies,
        (rule) => `${rule.title ?? t('to_be_entered')} ${rule.number ?? ''}`,
      )}
      {list(t('responsibilities'), responsibilities, duties, (rule) =>
        rule.body === null
          ? t('to_be_entered')
          : `${rule.body.zh}${rule.body.kind === null ? '' : ` · ${say(organisationKinds[rule.body.kind])}`} · ${rule.matter ?? ''}`,
      )}
      {opened ? <RuleModal {...opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}
