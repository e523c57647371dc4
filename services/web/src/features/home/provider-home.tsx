import {
  listAppointments,
  listOwnResponses,
  listReceivedIntroductions,
  type AppointmentView,
  type IntroductionView,
  type ResponseSummary,
} from '@duijie/contracts';
import { usePages } from '../../api/use-call';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { ExpiringContracts } from './expiring-contracts';
import { FittingNeeds } from './fitting-needs';
import { LatestNotices } from './latest-notices';
import { useAgreementWaiting } from './use-agreement-waiting';
import { WaitingList, type Waiting } from './waiting-list';

const useWords = defineWords('provider-home', {
  zh: {
    waiting: '等我办理',
    none: '没有等您办理的事。下面是适合您的需求',
    introduced: '{{name}} 把这条需求推介给您',
    answer: '去回应',
    asked: '{{name}} 想请您直接承接',
    look: '去答复',
    draft: '响应草稿还没有提交',
    goOn: '接着写',
    invited: '{{name}} 邀请您加入联合体',
  },
  en: {
    waiting: 'Waits for me',
    none: 'Nothing waits for you. These needs fit you',
    introduced: '{{name}} introduced this need to you',
    answer: 'Answer',
    asked: '{{name}} asks you directly to take it',
    look: 'Answer',
    draft: 'A response that was not submitted yet',
    goOn: 'Go on',
    invited: '{{name}} invites you to a consortium',
  },
});

/** Home of whoever offers services: what waits for an answer, what is to be delivered, what fits. */
export function ProviderHome() {
  const t = useWords();
  const { me } = useSession();
  const agreements = useAgreementWaiting('provider');
  const introductions = usePages<typeof listReceivedIntroductions, IntroductionView>(listReceivedIntroductions, {
    query: { limit: 20, state: 'introduced' },
  });
  const appointments = usePages<typeof listAppointments, AppointmentView>(listAppointments, {
    query: { limit: 20, side: 'provider', state: 'waiting' },
  });
  const drafts = usePages<typeof listOwnResponses, ResponseSummary>(listOwnResponses, {
    query: { limit: 10, as: 'leader', state: 'draft' },
  });
  const invited = usePages<typeof listOwnResponses, ResponseSummary>(listOwnResponses, {
    query: { limit: 10, as: 'invited' },
  });
  const waiting: readonly Waiting[] = [
    ...agreements.waiting,
    ...appointments.items.map((asked) => ({
      key: asked.id,
      title: asked.needTitle,
      what: t('asked', { name: asked.posterName }),
      until: null,
      action: t('look'),
      to: '/work',
    })),
    ...introductions.items.map((introduction) => ({
      key: introduction.id,
      title: introduction.needTitle,
      what: t('introduced', { name: introduction.introducedBy.organisationName }),
      until: null,
      action: t('answer'),
      to: `/introductions/${introduction.id}`,
    })),
    ...invited.items.map((response) => ({
      key: response.id,
      title: response.needTitle,
      what: t('invited', { name: response.organisationName }),
      until: null,
      action: t('look'),
      to: `/responses/${response.id}`,
    })),
    ...drafts.items.map((response) => ({
      key: response.id,
      title: response.needTitle,
      what: t('draft'),
      until: null,
      action: t('goOn'),
      to: `/responses/${response.id}`,
    })),
  ];
  return (
    <div className="home-columns">
      <div>
        <WaitingList
          title={t('waiting')}
          items={waiting}
          sources={[agreements.source, introductions, appointments, drafts, invited]}
          empty={t('none')}
        />
        <FittingNeeds />
      </div>
      <div>
        {me?.actingFor?.kind === 'property_firm' ? <ExpiringContracts /> : null}
        <LatestNotices />
      </div>
    </div>
  );
}
