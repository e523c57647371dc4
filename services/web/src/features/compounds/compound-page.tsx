import {
  getCompound,
  listAgreements,
  listCompoundTimeline,
  type AgreementSummary,
  type CompoundNeedDates,
} from '@duijie/contracts';
import { needStates, propertyStates } from '@duijie/domain-kit';
import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Empty, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { agreementStates } from '../../kit/agreement-states';
import { DayText } from '../../kit/day-text';
import { Money } from '../../kit/money';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import { When } from '../../kit/when';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { CompoundFacts } from './compound-facts';
import { CompoundParties } from './compound-parties';
import { CompoundTimeline } from './compound-timeline';
import './compounds.css';

const useWords = defineWords('compound-page', {
  zh: {
    back: '小区档案',
    demo: '虚构',
    needs: '需求',
    need: '需求',
    by: '发布单位',
    state: '状态',
    published: '发布',
    noNeeds: '这个小区还没有公开的需求',
    agreements: '协议',
    agreement: '项目',
    provider: '服务方',
    amount: '金额',
    signed: '签订',
    ends: '到期',
    noAgreements: '没有您能看到的协议；协议由双方、协会和辖区看到',
    excel: '导出 Excel',
  },
  en: {
    back: 'Compounds',
    demo: 'invented',
    needs: 'Needs',
    need: 'Need',
    by: 'Posted by',
    state: 'State',
    published: 'Published',
    noNeeds: 'No public need of this compound yet',
    agreements: 'Agreements',
    agreement: 'Project',
    provider: 'Provider',
    amount: 'Amount',
    signed: 'Signed',
    ends: 'Ends',
    noAgreements: 'No agreement that you see; the parties, the association and the area do',
    excel: 'Export to Excel',
  },
});

function Agreements({ compoundId }: { readonly compoundId: string }) {
  const t = useWords();
  const query = { compoundId };
  const list = usePages<typeof listAgreements, AgreementSummary>(listAgreements, { query: { limit: 20, ...query } });
  const title = (one: AgreementSummary) => <Link to={`/agreements/${one.id}`}>{one.needTitle}</Link>;
  const state = (one: AgreementSummary) => <StateTag vocabulary={agreementStates} code={one.state} />;
  return (
    <Section
      title={t('agreements')}
      extra={
        list.items.length > 0 ? (
          <Button
            href={excelAddress(listAgreements, {}, query)}
            icon={<FileExcelOutlined aria-hidden />}
            aria-label={`${t('agreements')}: ${t('excel')}`}
          >
            Excel
          </Button>
        ) : null
      }
    >
      <DataTable
        label={t('agreements')}
        pages={list}
        rowKey={({ id }) => id}
        empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noAgreements')} />}
        columns={[
          { key: 'agreement', title: t('agreement'), cell: title },
          { key: 'provider', title: t('provider'), cell: ({ leadName }) => leadName },
          { key: 'state', title: t('state'), cell: state },
          { key: 'amount', title: t('amount'), align: 'end', cell: ({ priceFen }) => <Money fen={priceFen} /> },
          { key: 'signed', title: t('signed'), cell: ({ signedOn }) => <DayText day={signedOn} /> },
          { key: 'ends', title: t('ends'), cell: ({ endsOn }) => <DayText day={endsOn} /> },
        ]}
        card={(one) => (
          <>
            <div className="kit-row kit-row-spread">
              {title(one)}
              {state(one)}
            </div>
            <div className="kit-row muted">
              <span>{one.leadName}</span>
              <Money fen={one.priceFen} />
            </div>
          </>
        )}
      />
    </Section>
  );
}

/** The dossier of a compound (小区档案): facts, parties, needs, agreements, what happened. */
export function CompoundPage() {
  const t = useWords();
  const { me } = useSession();
  const { compoundId = '' } = useParams();
  const params = { compoundId };
  const { data: one, error, refetch } = useCall(getCompound, { params });
  const needs = usePages<typeof listCompoundTimeline, CompoundNeedDates>(listCompoundTimeline, {
    params,
    query: { limit: 50 },
  });
  const back = <Link to="/compounds">{t('back')}</Link>;
  if (!one)
    return error ? (
      <>
        <PageHead title={t('back')} />
        <ProblemAlert error={error} again={() => void refetch()} />
      </>
    ) : (
      <Skeleton active paragraph={{ rows: 10 }} />
    );
  const title = ({ needId, title: of }: CompoundNeedDates) => <Link to={`/needs/${needId}`}>{of}</Link>;
  const state = (need: CompoundNeedDates) => <StateTag vocabulary={needStates} code={need.state} />;
  return (
    <>
      <PageHead
        title={one.name}
        before={back}
        after={
          <span className="kit-row">
            <span className="muted">{[one.district, one.subdistrict, ...one.communities].join(' ')}</span>
            {one.propertyState ? <StateTag vocabulary={propertyStates} code={one.propertyState} /> : null}
            {one.demo ? <Tag>{t('demo')}</Tag> : null}
          </span>
        }
      />
      <div className="compound-columns">
        <div>
          <CompoundFacts one={one} />
          <Section
            title={t('needs')}
            extra={
              needs.items.length > 0 ? (
                <Button
                  href={excelAddress(listCompoundTimeline, params, {})}
                  icon={<FileExcelOutlined aria-hidden />}
                  aria-label={`${t('needs')}: ${t('excel')}`}
                >
                  Excel
                </Button>
              ) : null
            }
          >
            <DataTable
              label={t('needs')}
              pages={needs}
              rowKey={({ needId }) => needId}
              empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noNeeds')} />}
              columns={[
                { key: 'need', title: t('need'), cell: title },
                { key: 'state', title: t('state'), cell: state },
                { key: 'by', title: t('by'), cell: ({ organisationName }) => organisationName },
                { key: 'published', title: t('published'), cell: ({ publishedAt }) => <When at={publishedAt} /> },
              ]}
              card={(need) => (
                <>
                  <div className="kit-row kit-row-spread">
                    {title(need)}
                    {state(need)}
                  </div>
                  <div className="kit-row muted">
                    <span>{need.organisationName}</span>
                    <When at={need.publishedAt} />
                  </div>
                </>
              )}
            />
          </Section>
          {me?.actingFor ? <Agreements compoundId={compoundId} /> : null}
        </div>
        <div>
          <CompoundParties one={one} />
          <CompoundTimeline
            one={one}
            needs={needs.items}
            more={needs.hasNextPage ? () => void needs.fetchNextPage() : null}
          />
        </div>
      </div>
    </>
  );
}
