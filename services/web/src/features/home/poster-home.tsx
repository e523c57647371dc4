import { listOwnNeeds, listOwnNeedsIntroductions, type IntroductionView, type NeedSummary } from '@duijie/contracts';
import { usePages } from '../../api/use-call';
import { LinkButton } from '../../kit/link-button';
import { defineWords } from '../../words/define-words';
import { LatestNotices } from './latest-notices';
import { LotProgress } from './lot-progress';
import { Neighbours } from './neighbours';
import { OwnCompounds } from './own-compounds';
import { useAgreementWaiting } from './use-agreement-waiting';
import { useLotWaiting } from './use-lot-waiting';
import { WaitingList, type Waiting } from './waiting-list';

const useWords = defineWords('poster-home', {
  zh: {
    waiting: '等我办理',
    none: '没有等您办理的事',
    post: '发布需求',
    draft: '草稿还没有提交',
    goOn: '接着写',
    returned: '被退回，请按意见修改',
    mend: '去修改',
    interested: '{{name}} 有意向，可约对接会面',
    meet: '约会面',
  },
  en: {
    waiting: 'Waits for me',
    none: 'Nothing waits for you',
    post: 'Post a need',
    draft: 'A draft that was not submitted yet',
    goOn: 'Go on',
    returned: 'Sent back: please mend it',
    mend: 'Mend it',
    interested: '{{name}} is interested: arrange a meeting',
    meet: 'Arrange',
  },
});

/** Home of a community or a committee: what waits, how own needs go on, what neighbours ask for. */
export function PosterHome() {
  const t = useWords();
  const lots = useLotWaiting(['poster', 'both']);
  const agreements = useAgreementWaiting('payer');
  const drafts = usePages<typeof listOwnNeeds, NeedSummary>(listOwnNeeds, { query: { limit: 5, state: 'draft' } });
  const returned = usePages<typeof listOwnNeeds, NeedSummary>(listOwnNeeds, { query: { limit: 5, state: 'returned' } });
  const interested = usePages<typeof listOwnNeedsIntroductions, IntroductionView>(listOwnNeedsIntroductions, {
    query: { limit: 10, state: 'interested' },
  });
  const own = (need: NeedSummary, what: 'draft' | 'returned'): Waiting => ({
    key: need.id,
    title: need.title,
    what: t(what),
    until: null,
    action: t(what === 'draft' ? 'goOn' : 'mend'),
    to: `/needs/${need.id}/edit`,
  });
  const waiting: readonly Waiting[] = [
    ...lots.waiting,
    ...agreements.waiting,
    ...returned.items.map((need) => own(need, 'returned')),
    ...interested.items
      .filter(({ meeting }) => meeting === null)
      .map((introduction) => ({
        key: introduction.id,
        title: introduction.needTitle,
        what: t('interested', { name: introduction.organisationName }),
        until: null,
        action: t('meet'),
        to: `/introductions/${introduction.id}`,
      })),
    ...drafts.items.map((need) => own(need, 'draft')),
  ];
  const post = (
    <LinkButton to="/needs/new" type={waiting.length === 0 ? 'primary' : 'default'}>
      {t('post')}
    </LinkButton>
  );
  return (
    <div className="home-columns">
      <div>
        <WaitingList
          title={t('waiting')}
          items={waiting}
          extra={post}
          sources={[lots.source, agreements.source, drafts, returned, interested]}
          empty={t('none')}
        />
        <LotProgress lots={lots.others} />
      </div>
      <div>
        <Neighbours />
        <OwnCompounds />
        <LatestNotices />
      </div>
    </div>
  );
}
