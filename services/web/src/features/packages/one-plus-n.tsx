import {
  getTaxonomy,
  listCompounds,
  listPackages,
  search,
  type AffiliationView,
  type OrganisationView,
} from '@duijie/contracts';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('one-plus-n', {
  zh: {
    title: '1+N 服务能力',
    line: '物业基础 {{base}} 项，社区服务 {{own}} 项自营、{{group}} 项由关联组织承接；{{districts}}有需求而尚未覆盖的 {{gaps}} 项。',
    city: '全市',
    service: '服务',
    demand: '正在征集的需求（条）',
    by: '谁来做',
    self: '本企业',
    gap: '缺口',
    partners: '找合作方',
    base: '物业基础',
    none: '这里还没有正在征集的需求',
    all: '显示全部 {{n}} 项',
    managed: '在管小区 {{n}} 个，共 {{households}} 户',
    managedMore: '在管小区 {{n}} 个以上，前 {{n}} 个共 {{households}} 户',
  },
  en: {
    title: '1+N capability',
    line: 'Property base: {{base}}; community services: {{own}} own, {{group}} by the group; {{gaps}} in demand in {{districts}} and not covered yet.',
    city: 'the whole city',
    service: 'Service',
    demand: 'Open needs',
    by: 'Who does it',
    self: 'this firm',
    gap: 'gap',
    partners: 'Find partners',
    base: 'property base',
    none: 'No open needs here at present',
    all: 'Show all {{n}}',
    managed: 'Manages {{n}} compounds with {{households}} households',
    managedMore: 'Manages more than {{n}} compounds; the first {{n}} have {{households}} households',
  },
});
/** Ties that make others part of a firm's group. */
const makesGroup: ReadonlySet<AffiliationView['type']> = new Set(['sponsors', 'leads']);
const baseGroup = 'property';
const shownFirst = 15;

interface Line {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly base: boolean;
  readonly demand: number;
  readonly own: boolean;
  /** Names of the group's organisations that do it. */
  readonly group: readonly string[];
}

/** A firm's property base and the community services that it, or its group, offers; the demand around it; the gaps. */
export function OnePlusN({
  firm,
  ties,
}: {
  readonly firm: OrganisationView;
  readonly ties: readonly AffiliationView[];
}) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const group = ties.flatMap(({ type, from, to }) => (makesGroup.has(type) && from.id === firm.id ? [to] : []));
  const packages = useCall(listPackages, {
    query: { providerId: [firm.id, ...group.map(({ id }) => id)], limit: 100 },
  });
  const taxonomy = useCall(getTaxonomy, {});
  const [all, setAll] = useState(false);
  const compounds = useCall(listCompounds, { query: { firmId: firm.id, limit: 100 } });
  const managed = compounds.data?.items ?? [];
  const offered = packages.data?.items ?? [];
  const districts = [
    ...new Set(offered.flatMap(({ providerId, serviceArea }) => (providerId === firm.id ? serviceArea.districts : []))),
  ].slice(0, 20);
  const around = districts.length > 0 ? districts : firm.district ? [firm.district] : [];
  const demand = useCall(
    search,
    { query: { kind: ['need'], district: around, limit: 1 } },
    { enabled: packages.data !== undefined },
  );
  const error = packages.error ?? taxonomy.error ?? demand.error;
  if (error) return <ProblemAlert error={error} again={() => void demand.refetch()} />;
  if (!packages.data || !taxonomy.data || !demand.data) return <Skeleton active paragraph={{ rows: 4 }} />;

  const counts = new Map((demand.data.facets?.leaf ?? []).map(({ value, count }) => [value, count]));
  const lines = taxonomy.data.groups
    .flatMap(({ code: groupCode, leaves }) =>
      leaves.map(({ code, zh, en }): Line => ({
        code,
        zh,
        en,
        base: groupCode === baseGroup,
        demand: counts.get(code) ?? 0,
        own: offered.some(({ providerId, categories }) => providerId === firm.id && categories.includes(code)),
        group: group.flatMap(({ id, name }) =>
          offered.some(({ providerId, categories }) => providerId === id && categories.includes(code)) ? [name] : [],
        ),
      })),
    )
    .filter((line) => line.demand > 0 || line.own || line.group.length > 0)
    .toSorted((a, b) => b.demand - a.demand);
  const isGap = (line: Line): boolean => !line.own && line.group.length === 0;
  const most = Math.max(1, ...lines.map((line) => line.demand));
  return (
    <Section title={t('title')}>
      <p>
        {t('line', {
          base: lines.filter(({ base, own }) => base && own).length,
          own: lines.filter(({ base, own }) => !base && own).length,
          group: lines.filter((line) => !line.base && !line.own && line.group.length > 0).length,
          gaps: lines.filter(isGap).length,
          districts: around.length > 0 ? around.join(comma) : t('city'),
        })}
      </p>
      {managed.length > 0 ? (
        <p>
          {t(compounds.data?.nextCursor ? 'managedMore' : 'managed', {
            n: managed.length,
            households: managed.reduce((sum, { households }) => sum + (households ?? 0), 0),
          })}
        </p>
      ) : null}
      {lines.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <Scroll label={t('title')}>
        <table className="kit-table one-plus-n" aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('service')}</th>
              <th scope="col">{t('demand')}</th>
              <th scope="col">{t('by')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, all ? lines.length : shownFirst).map((line) => (
              <tr key={line.code}>
                <td>
                  {say(line)} {line.base ? <Tag>{t('base')}</Tag> : null}
                </td>
                <td>
                  <span
                    className="one-plus-n-bar"
                    style={{ inlineSize: `${(100 * line.demand) / most}%` }}
                    aria-hidden
                  />
                  {line.demand > 0 ? (
                    <Link to={`/discover?kind=need&leaf=${line.code}${around.map((d) => `&district=${d}`).join('')}`}>
                      {line.demand}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
                <td>
                  {line.own ? t('self') : line.group.join(comma)}
                  {isGap(line) ? (
                    <span className="kit-row">
                      <Tag color="warning">{t('gap')}</Tag>
                      <Link to={`/discover?kind=provider&leaf=${line.code}`}>{t('partners')}</Link>
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {!all && lines.length > shownFirst ? (
        <Button type="link" onClick={() => setAll(true)}>
          {t('all', { n: lines.length })}
        </Button>
      ) : null}
    </Section>
  );
}
