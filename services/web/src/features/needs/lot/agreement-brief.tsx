import { getAgreement, type AgreementView, type LotView } from '@duijie/contracts';
import { milestoneStates } from '@duijie/domain-kit';
import { Skeleton, Tag } from 'antd';
import { useCall } from '../../../api/use-call';
import { DayText } from '../../../kit/day-text';
import { LinkButton } from '../../../kit/link-button';
import { Money } from '../../../kit/money';
import { ProblemAlert } from '../../../kit/problem-alert';
import { StateTag } from '../../../kit/state-tag';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';
import { seesInside, type Standing } from '../use-standing';

const useWords = defineWords('need-agreement', {
  zh: {
    title: '协议与验收',
    drafted: '草稿，待双方确认或签订',
    signed: '已签订，实施中',
    completed: '已完成',
    terminated: '已终止',
    cancelled: '草稿已作废',
    price: '合同价',
    paid: '已付',
    sign: '去签订',
    accept: '去验收',
    follow: '查看协议',
    review: '去评价',
    overdue: '已逾期',
    due: '应于',
  },
  en: {
    title: 'Agreement and acceptance',
    drafted: 'Draft: to be confirmed or signed by both',
    signed: 'Signed, in delivery',
    completed: 'Completed',
    terminated: 'Terminated',
    cancelled: 'The draft was dropped',
    price: 'Price',
    paid: 'paid',
    sign: 'To sign',
    accept: 'To accept',
    follow: 'See the agreement',
    review: 'To review',
    overdue: 'overdue',
    due: 'due',
  },
});

function stepOf({ state, milestones, you }: AgreementView): 'sign' | 'accept' | 'review' | 'follow' {
  if (you !== 'payer') return 'follow';
  if (state === 'drafted') return 'sign';
  if (state === 'signed' && milestones.some(({ waitsFor }) => waitsFor === 'poster')) return 'accept';
  return state === 'completed' ? 'review' : 'follow';
}

/** The agreement of a lot in short: how far it is, its milestones, and what is to be done on its page. */
export function AgreementBrief({
  agreementId,
  lot,
  standing,
}: {
  readonly agreementId: string;
  readonly lot: LotView;
  readonly standing: Standing;
}) {
  const t = useWords();
  const { me } = useSession();
  const sees = seesInside(standing) || lot.award?.organisationId === me?.actingFor?.organisationId;
  const { data, error, isPending } = useCall(getAgreement, { params: { agreementId } }, { enabled: sees });
  if (!sees) return null;
  if (!data) return isPending ? <Skeleton active /> : <ProblemAlert error={error} />;
  const step = stepOf(data);
  return (
    <>
      <div className="kit-row kit-row-spread">
        <h3 className="kit-subheading">{t('title')}</h3>
        <LinkButton type={step === 'follow' ? 'default' : 'primary'} to={`/agreements/${data.id}`}>
          {t(step)}
        </LinkButton>
      </div>
      <p>
        {t(data.state)} · {t('price')} <Money fen={data.priceFen} />
        {data.paidFen > 0 ? (
          <>
            {' '}
            · {t('paid')} <Money fen={data.paidFen} />
          </>
        ) : null}
      </p>
      <ol className="need-milestones">
        {data.milestones.map((milestone) => (
          <li key={milestone.id} data-state={milestone.state}>
            <div className="kit-row">
              <span>{milestone.title}</span>
              <StateTag vocabulary={milestoneStates} code={milestone.state} />
              {milestone.overdue ? <Tag color="error">{t('overdue')}</Tag> : null}
            </div>
            <div className="muted">
              {milestone.dueOn ? (
                <>
                  {t('due')} <DayText day={milestone.dueOn} />
                </>
              ) : null}{' '}
              {milestone.amountFen === null ? null : <Money fen={milestone.amountFen} />}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
