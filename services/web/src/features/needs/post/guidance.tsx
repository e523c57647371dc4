import { fundings } from '@duijie/domain-kit';
import { getNeedGuidance, listNeeds, type NeedView } from '@duijie/contracts';
import { Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../../api/use-call';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { Budget } from '../../../kit/money';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import type { Draft } from './use-draft';

const useWords = defineWords('need-guidance', {
  zh: {
    title: '谁出钱、谁负责',
    pays: '可能的资金来源（点一下选定）',
    chosen: '已选',
    condition: '有条件',
    blocked: '不能用：{{list}}',
    responsible: '责任单位',
    leads: '牵头',
    assists: '配合',
    informed: '知会',
    policies: '相关政策',
    similar: '附近类似的需求',
    none: '附近没有同类需求',
    unknown: '规则待录入',
  },
  en: {
    title: 'Who may pay, who is responsible',
    pays: 'Money that may be used (tap to choose)',
    chosen: 'chosen',
    condition: 'on conditions',
    blocked: 'Not possible: {{list}}',
    responsible: 'Responsible bodies',
    leads: 'leads',
    assists: 'assists',
    informed: 'is informed',
    policies: 'Policies',
    similar: 'Similar needs nearby',
    none: 'No similar need nearby',
    unknown: 'Rules are still to be entered',
  },
});

/** Money, duty and precedent around the main service of a draft. */
export function Guidance({
  draft,
  view,
  leaf,
}: {
  readonly draft: Draft;
  readonly view: NeedView;
  readonly leaf: string;
}) {
  const t = useWords();
  const { say, comma, colon } = useLanguage();
  const { nameOf } = useLeaves();
  const { district } = view.place;
  const guidance = useCall(getNeedGuidance, { query: { leaf, district } });
  const similar = useCall(listNeeds, { query: { leaf, district, limit: 6 } });
  const others = (similar.data?.items ?? []).filter(({ id }) => id !== view.id).slice(0, 5);
  const chosen = draft.entered.funding === undefined ? view.funding : draft.entered.funding;
  const finder = guidance.data?.moneyFinder ?? [];
  const blocked = finder.filter(({ verdict }) => verdict === 'blocked');
  const conditions = finder.find(({ funding }) => funding === chosen)?.conditions ?? [];
  return (
    <Section title={t('title')}>
      <ProblemAlert error={guidance.error} again={() => void guidance.refetch()} />
      {guidance.isPending ? <Skeleton active /> : null}
      {view.fundingCandidates.length > 0 && guidance.data ? (
        <>
          <div className="muted">{t('pays')}</div>
          <div className="kit-row">
            {view.fundingCandidates.map((one) => (
              <Tag.CheckableTag
                key={one}
                checked={chosen === one}
                onChange={(checked) => draft.change({ funding: checked ? one : null })}
                className="need-funding"
              >
                {say(fundings[one])}
              </Tag.CheckableTag>
            ))}
          </div>
          {conditions.map((rule) => (
            <div key={rule.ruleId} className="kit-hint">
              {t('condition')}
              {colon}
              {say(rule)}
            </div>
          ))}
          {blocked.length > 0 ? (
            <div className="kit-hint">
              {t('blocked', { list: blocked.map(({ funding }) => say(fundings[funding])).join(comma) })}
            </div>
          ) : null}
        </>
      ) : null}
      {(guidance.data?.responsible ?? []).length > 0 ? (
        <>
          <h3 className="kit-subheading">{t('responsible')}</h3>
          <ul className="kit-plain-list">
            {guidance.data?.responsible.map((rule) => (
              <li key={rule.id}>
                {rule.body?.zh ?? t('unknown')}
                {rule.role ? <span className="muted"> · {t(rule.role)}</span> : null}
                {rule.matter ? <span className="muted"> · {rule.matter}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {(guidance.data?.policies ?? []).some(({ title }) => title) ? (
        <>
          <h3 className="kit-subheading">{t('policies')}</h3>
          <ul className="kit-plain-list">
            {guidance.data?.policies.map((rule) =>
              rule.title ? (
                <li key={rule.id}>
                  {rule.title} <span className="muted">{rule.number}</span>
                </li>
              ) : null,
            )}
          </ul>
        </>
      ) : null}
      <h3 className="kit-subheading">
        {t('similar')} <span className="muted">· {nameOf(leaf)}</span>
      </h3>
      {similar.isSuccess && others.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {others.map((need) => (
          <li key={need.id}>
            <Link to={`/needs/${need.id}`}>{need.title}</Link>{' '}
            <span className="muted">
              {need.organisationName} · <Budget money={need.money} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
