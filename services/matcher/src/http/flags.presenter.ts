import type { NeedMatch } from '@duijie/contracts';
import type { Words } from '@duijie/service-kit';
import type { ConflictWall } from '../conflict-wall';
import type { Link } from '../persistence/affiliations.read-model';

type Flag = NeedMatch['flags'][number];

const flagWords: Readonly<Record<Flag['code'], Words>> = {
  sponsored_by_excluded: {
    zh: '由须回避的机构出资举办，请撮合人判断',
    en: 'Sponsored by an organisation that must stand aside',
  },
  led_by_excluded: {
    zh: '由须回避的机构牵头或托管，请撮合人判断',
    en: 'Led or hosted by an organisation that must stand aside',
  },
  sponsors_excluded: {
    zh: '出资举办了须回避的机构，请撮合人判断',
    en: 'Sponsors an organisation that must stand aside',
  },
  screened_by_provider: {
    zh: '该需求由本机构审核或起草，推荐不加分',
    en: 'This provider screened or drafted the need; its suggestion gets no bonus',
  },
};

/**
 * What a broker should know of a pair.
 * @param links between providers and who is excluded by the wall
 * @param isProvider providers are not told who stands behind the wall
 */
export function presentFlags(
  providerId: string,
  { excluded, flagged }: ConflictWall,
  links: readonly Link[],
  isProvider: boolean,
): Flag[] {
  const flag = (code: Flag['code'], organisationId: string): Flag => ({
    code,
    ...(isProvider ? {} : { organisationId }),
    words: flagWords[code],
  });
  return [
    ...(flagged.includes(providerId) ? [flag('screened_by_provider', providerId)] : []),
    ...links.flatMap(({ from, type, to }) => {
      if (to === providerId && excluded.includes(from))
        return [flag(type === 'sponsors' ? 'sponsored_by_excluded' : 'led_by_excluded', from)];
      return from === providerId && excluded.includes(to) ? [flag('sponsors_excluded', to)] : [];
    }),
  ];
}
