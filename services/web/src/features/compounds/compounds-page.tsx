import { PlusOutlined } from '@ant-design/icons';
import { listCompounds, listDistricts, type CompoundSummary } from '@duijie/contracts';
import { committeeStates, compoundTypes, propertyStates } from '@duijie/domain-kit';
import { Empty, Tag } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { ContractEnd } from '../../kit/contract-end';
import { ImportLink } from '../../kit/import-link';
import { LinkButton } from '../../kit/link-button';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useFilters, type Filter } from '../../kit/table/use-filters';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { mayEnter } from './compound-entry';

const useWords = defineWords('compounds', {
  zh: {
    title: '小区档案',
    about: '小区、院落的基本情况、相关方，和在那里发生过的需求与协议',
    which: '范围',
    own: '本辖区',
    firm: '我们管理的',
    all: '全市',
    name: '名称',
    nameFrom: '名称的开头',
    district: '区（市）县',
    anyDistrict: '全部区（市）县',
    place: '所在',
    type: '类型',
    households: '户数',
    householdsOf: '{{n}} 户',
    built: '建成年份',
    builtIn: '{{n}} 年建成',
    property: '物业管理',
    committee: '业委会',
    ends: '物业合同到期',
    demo: '虚构',
    enter: '登记小区',
    none: '没有登记的小区。社区、业委会、街道和协会可以登记，也可以从表格导入',
  },
  en: {
    title: 'Compounds',
    about: 'Facts and parties of compounds and courtyards, and the needs and agreements there',
    which: 'Which',
    own: 'Own area',
    firm: 'Managed by us',
    all: 'Whole city',
    name: 'Name',
    nameFrom: 'Beginning of the name',
    district: 'District',
    anyDistrict: 'All districts',
    place: 'Where',
    type: 'Type',
    households: 'Households',
    householdsOf: '{{n}} households',
    built: 'Built',
    builtIn: 'built in {{n}}',
    property: 'Property management',
    committee: "Owners' committee",
    ends: 'Property contract ends',
    demo: 'invented',
    enter: 'Enter a compound',
    none: 'No compounds are entered. Communities, committees, subdistricts and the association enter or import them',
  },
});

/** Where the caller works: its community, subdistrict or district, as far as it has one. */
function useOwnArea(): Readonly<Record<string, string>> | null {
  const { me } = useSession();
  const acting = me?.actingFor;
  const { district, subdistrict } = acting ?? {};
  if (!district) return null;
  return { district, ...(subdistrict ? { subdistrict } : {}) };
}

/** Compounds by place and name; whoever has an area begins there, a firm with those it manages. */
export function CompoundsPage() {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { me } = useSession();
  const area = useOwnArea();
  const firm = me?.actingFor?.kind === 'property_firm' ? me.actingFor.organisationId : null;
  const { data: districts } = useCall(listDistricts, {});
  const own = firm !== null ? 'firm' : area && me?.actingFor?.kind !== 'association' ? 'own' : null;
  const fields = useMemo(
    (): readonly Filter[] => [
      ...(own === null
        ? []
        : [
            {
              key: 'which',
              label: t('which'),
              control: 'choice' as const,
              initial: own,
              options: ([own, 'all'] as const).map((value) => ({ value, label: t(value) })),
            },
          ]),
      { key: 'name', label: t('name'), control: 'text', placeholder: t('nameFrom'), maxLength: 80 },
      {
        key: 'district',
        label: t('district'),
        control: 'select',
        any: t('anyDistrict'),
        long: true,
        options: (districts?.items ?? []).map(({ name }) => ({ value: name, label: name })),
      },
    ],
    [districts, own, t],
  );
  const filters = useFilters(fields);
  const { which, ...given } = filters.query;
  const query = {
    ...(which === 'own' ? area : {}),
    ...(which === 'firm' && firm !== null ? { firmId: firm } : {}),
    ...given,
  };
  // A district chosen by hand is wider than the own subdistrict.
  const asked = 'district' in given && 'subdistrict' in query ? { ...given } : query;
  const pages = usePages<typeof listCompounds, CompoundSummary>(listCompounds, { query: { limit: 100, ...asked } });
  const columns: readonly Column<CompoundSummary>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: (one) => (
        <span className="kit-row">
          <Link to={`/compounds/${one.id}`}>{one.name}</Link>
          {one.demo ? <Tag>{t('demo')}</Tag> : null}
        </span>
      ),
      sort: ({ name }) => name,
    },
    {
      key: 'place',
      title: t('place'),
      cell: ({ district, subdistrict, communities }) => `${district} ${subdistrict} ${communities.join(comma)}`,
    },
    { key: 'type', title: t('type'), cell: ({ type }) => say(compoundTypes[type]) },
    {
      key: 'households',
      title: t('households'),
      align: 'end',
      cell: ({ households }) => households ?? '—',
      sort: ({ households }) => households,
    },
    {
      key: 'built',
      title: t('built'),
      align: 'end',
      cell: ({ builtYear }) => builtYear ?? '—',
      sort: ({ builtYear }) => builtYear,
    },
    {
      key: 'property',
      title: t('property'),
      cell: ({ propertyState }) =>
        propertyState ? <StateTag vocabulary={propertyStates} code={propertyState} /> : '—',
    },
    {
      key: 'committee',
      title: t('committee'),
      cell: ({ committeeState }) => (committeeState ? say(committeeStates[committeeState]) : '—'),
      hidden: true,
    },
    {
      key: 'ends',
      title: t('ends'),
      cell: ({ contractEndsOn }) => <ContractEnd day={contractEndsOn} />,
      sort: (one) => one.contractEndsOn,
    },
  ];
  return (
    <>
      <PageHead
        title={t('title')}
        after={<p className="muted">{t('about')}</p>}
        actions={
          mayEnter(me?.actingFor ?? null) ? (
            <>
              <LinkButton type="primary" to="/compounds/new" icon={<PlusOutlined aria-hidden />}>
                {t('enter')}
              </LinkButton>
              {me?.actingFor?.kind === 'association' ? <ImportLink kind="compounds" /> : null}
            </>
          ) : null
        }
      />
      <DataTable
        label={t('title')}
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        filters={filters}
        excel={excelAddress(listCompounds, {}, asked)}
        empty={<Empty description={t('none')} />}
        card={(one) => (
          <>
            <div className="kit-row kit-row-spread">
              <Link to={`/compounds/${one.id}`}>{one.name}</Link>
              {one.propertyState ? <StateTag vocabulary={propertyStates} code={one.propertyState} /> : null}
            </div>
            <div className="muted">
              {[one.district, one.subdistrict, ...one.communities].join(' ')} · {say(compoundTypes[one.type])}
            </div>
            <div className="kit-row muted">
              {one.households === null ? null : <span>{t('householdsOf', { n: one.households })}</span>}
              {one.builtYear === null ? null : <span>{t('builtIn', { n: one.builtYear })}</span>}
              {one.contractEndsOn ? (
                <span>
                  {t('ends')} <ContractEnd day={one.contractEndsOn} />
                </span>
              ) : null}
            </div>
          </>
        )}
      />
    </>
  );
}
