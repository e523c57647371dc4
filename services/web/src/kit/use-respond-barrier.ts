import { listReceivedIntroductions, type IntroductionView, type LotView } from '@duijie/contracts';
import { modes, organisationKinds } from '@duijie/domain-kit';
import { usePages } from '../api/use-call';
import { useSession } from '../session/session';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';
import { respondBarrier } from './respond-barrier';

const useWords = defineWords('respond-barrier', {
  zh: {
    kind: '这条需求只由{{kinds}}承接，贵机构（{{own}}）不在其中。可以请符合条件的机构牵头',
    introduction: '“{{mode}}”只接受被推介的机构。想承接，请与协会撮合员联系，请其推介',
  },
  en: {
    kind: 'Only these may supply it: {{kinds}}. Yours is: {{own}}. One of those may take the lead',
    introduction:
      '"{{mode}}" takes responses from those who were introduced. Ask a broker of the association to introduce you',
  },
});

/**
 * Why the organisation acted for need not begin a response to a lot, in words, before it has written one; the service
 * decides anyway.
 * @returns null when nothing is known to stand in the way
 */
export function useRespondBarrier(lot: LotView | undefined): string | null {
  const t = useWords();
  const { say, comma } = useLanguage();
  const kind = useSession().me?.actingFor?.kind;
  const received = usePages<typeof listReceivedIntroductions, IntroductionView>(
    listReceivedIntroductions,
    { query: { limit: 100 } },
    { enabled: kind !== undefined && lot?.state === 'open' },
  );
  if (!lot || !kind) return null;
  const barrier = respondBarrier({
    mode: lot.mode,
    eligibleKinds: lot.need.eligibleKinds,
    kind,
    introduced:
      !received.isSuccess || received.hasNextPage ? null : received.items.some(({ needId }) => needId === lot.needId),
  });
  if (barrier === null) return null;
  return barrier === 'kind'
    ? t('kind', {
        kinds: lot.need.eligibleKinds.map((one) => say(organisationKinds[one])).join(comma),
        own: say(organisationKinds[kind]),
      })
    : t('introduction', { mode: say(modes[lot.mode]) });
}
