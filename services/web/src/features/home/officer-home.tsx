import { createNeed, listOwnNeeds, listScreeningNeeds, type NeedSummary } from '@duijie/contracts';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePages } from '../../api/use-call';
import { useSession } from '../../session/session';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { LatestNotices } from './latest-notices';
import { LotProgress } from './lot-progress';
import { useLotWaiting } from './use-lot-waiting';
import { WaitingList, type Waiting } from './waiting-list';

const useWords = defineWords('officer-home', {
  zh: {
    emergency: '物业撤场',
    why: '物业突然撤走或没人管？立即发布应急接管需求，先指定、后公示。',
    text: '物业撤场，小区无人管理，急需临时接管：',
    waiting: '等我办理',
    none: '辖区内没有等您办理的事',
    screen: '{{name}} 提交，等您审核后发布',
    check: '{{name}} 已发布，请看一眼',
    look: '去审核',
    glance: '去看看',
    compounds: '小区档案',
  },
  en: {
    emergency: 'Firm withdrawn',
    why: 'A property firm left overnight, or nobody is in charge? Post an emergency need at once: appoint first, notice after.',
    text: '物业撤场，小区无人管理，急需临时接管：',
    waiting: 'Waits for me',
    none: 'Nothing in your area waits for you',
    screen: 'Submitted by {{name}}: waits for your screening',
    check: 'Published by {{name}}: please have a look',
    look: 'Screen',
    glance: 'Look',
    compounds: 'Compounds',
  },
});

/** Home of a subdistrict or department: the emergency, what waits for screening, how the area's needs go on. */
export function OfficerHome() {
  const t = useWords();
  const { me } = useSession();
  const navigate = useNavigate();
  const begin = useAct(createNeed, [listOwnNeeds]);
  const first = usePages<typeof listScreeningNeeds, NeedSummary>(listScreeningNeeds, {
    query: { limit: 20, queue: 'first' },
  });
  const after = usePages<typeof listScreeningNeeds, NeedSummary>(listScreeningNeeds, {
    query: { limit: 10, queue: 'after' },
  });
  const lots = useLotWaiting(['broker']);
  const screening = (need: NeedSummary, queue: 'first' | 'after'): Waiting => ({
    key: need.id,
    title: need.title,
    what: t(queue === 'first' ? 'screen' : 'check', { name: need.organisationName }),
    until: null,
    action: t(queue === 'first' ? 'look' : 'glance'),
    to: `/needs/${need.id}`,
  });
  return (
    <>
      {me?.actingFor?.kind === 'subdistrict' ? (
        <div className="home-emergency">
          <p>{t('why')}</p>
          <Button
            danger
            type="primary"
            size="large"
            loading={begin.pending}
            onClick={() =>
              begin.act(
                { body: { description: t('text'), mode: 'emergency', urgency: 'emergency' } },
                ({ id }) => void navigate(`/needs/${id}/edit`),
              )
            }
          >
            {t('emergency')}
          </Button>
        </div>
      ) : null}
      <div className="home-columns">
        <div>
          <WaitingList
            title={t('waiting')}
            items={[
              ...first.items.map((need) => screening(need, 'first')),
              ...lots.waiting,
              ...after.items.map((need) => screening(need, 'after')),
            ]}
            sources={[first, after, lots.source]}
            empty={t('none')}
            extra={<Link to="/compounds">{t('compounds')}</Link>}
          />
          <LotProgress lots={lots.others} officer />
        </div>
        <LatestNotices />
      </div>
    </>
  );
}
