import type { LotSummary } from '@duijie/contracts';
import { Link } from 'react-router';
import { Deadline } from '../../kit/deadline';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('lot-progress', {
  zh: { title: '正在进行', all: '全部需求' },
  en: { title: 'Under way', all: 'All needs' },
});

/** What goes on without me: who acts next, and until when; nothing where there is none. @param officer names posters, too */
export function LotProgress({
  lots,
  officer = false,
}: {
  readonly lots: readonly LotSummary[];
  readonly officer?: boolean;
}) {
  const t = useWords();
  const { say } = useLanguage();
  if (lots.length === 0) return null;
  return (
    <Section title={t('title')} extra={<Link to="/needs">{t('all')}</Link>}>
      <ul className="kit-plain-list">
        {lots.slice(0, 12).map((lot) => (
          <li key={lot.id} className="home-waiting">
            <div className="home-waiting-text">
              <Link to={`/needs/${lot.needId}`} className="home-waiting-title">
                {lot.needTitle}
              </Link>{' '}
              {officer ? <span className="muted">{lot.organisationName}</span> : null}
              <div>
                {say(lot.nextStep)} {lot.nextStep.at === null ? null : <Deadline at={lot.nextStep.at} />}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
