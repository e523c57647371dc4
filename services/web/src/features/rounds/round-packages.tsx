import { editRound, listRoundPackages, type RoundPackage, type RoundView } from '@duijie/contracts';
import { Button, InputNumber, Skeleton } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { touchedByRound } from './touched';

const useWords = defineWords('round-packages', {
  zh: {
    title: '服务包与名额',
    package: '服务包',
    provider: '服务方',
    free: '承接余量',
    places: '本轮名额',
    placesOf: '本轮名额：{{title}}',
    offers: '本轮推介',
    reset: '恢复',
    resetOf: '恢复名额：{{title}}',
    more: '显示更多',
  },
  en: {
    title: 'Packages and places',
    package: 'Package',
    provider: 'Provider',
    free: 'Free capacity',
    places: 'Places',
    placesOf: 'Places of {{title}}',
    offers: 'Offers',
    reset: 'Reset',
    resetOf: 'Reset the places of {{title}}',
    more: 'Show more',
  },
});

/** Packages of the round with their places, which may be set by hand. */
export function RoundPackages({ round }: { readonly round: RoundView }) {
  const t = useWords();
  const pages = usePages<typeof listRoundPackages, RoundPackage>(
    listRoundPackages,
    { params: { roundId: round.id }, query: { limit: 20 } },
    { enabled: round.counts.packages > 0 },
  );
  const edit = useAct(editRound, touchedByRound);
  const editable = round.state === 'draft' && round.solution !== null;
  const send = (packageId: string, places: number | null): void =>
    edit.act({ params: { roundId: round.id }, body: { packages: [{ packageId, places }] }, ifMatch: round.version });
  if (round.counts.packages === 0) return null;
  return (
    <Section title={t('title')}>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      <Scroll label={t('title')}>
        <table className="kit-table">
          <thead>
            <tr>
              <th scope="col">{t('package')}</th>
              <th scope="col">{t('provider')}</th>
              <th scope="col" className="kit-end">
                {t('free')}
              </th>
              <th scope="col" className="kit-end">
                {t('places')}
              </th>
              <th scope="col" className="kit-end">
                {t('offers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.items.map((item) => (
              <tr key={item.packageId}>
                <td>
                  <Link to={`/packages/${item.packageId}`}>{item.packageTitle}</Link>
                </td>
                <td>{item.providerName}</td>
                <td className="kit-end kit-number">{item.free}</td>
                <td className="kit-end kit-number">
                  {editable ? (
                    <span className="round-places">
                      {item.placesSet ? (
                        <Button
                          type="link"
                          size="small"
                          disabled={edit.pending}
                          aria-label={t('resetOf', { title: item.packageTitle })}
                          onClick={() => send(item.packageId, null)}
                        >
                          {t('reset')}
                        </Button>
                      ) : null}
                      <InputNumber
                        key={item.places}
                        size="small"
                        min={0}
                        max={1000}
                        precision={0}
                        style={{ width: 72 }}
                        aria-label={t('placesOf', { title: item.packageTitle })}
                        defaultValue={item.places}
                        disabled={edit.pending}
                        onBlur={({ target }) => {
                          const places = Number(target.value);
                          if (target.value !== '' && places !== item.places) send(item.packageId, places);
                        }}
                        onPressEnter={({ currentTarget }) => currentTarget.blur()}
                      />
                    </span>
                  ) : (
                    item.places
                  )}
                </td>
                <td className="kit-end kit-number">{item.offers}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
