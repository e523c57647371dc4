import type { CompoundNeedDates, CompoundView } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { Button, Empty, Tag } from 'antd';
import { Link } from 'react-router';
import { DayText } from '../../kit/day-text';
import { Section } from '../../kit/section';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('compound-timeline', {
  zh: {
    title: '大事记',
    published: '发布需求',
    decided: '确定承接方',
    signed: '签订协议',
    accepted: '验收完成',
    ends: '物业合同到期',
    ahead: '将要',
    none: '还没有发生过什么',
    more: '显示更早的',
  },
  en: {
    title: 'What happened',
    published: 'Need published',
    decided: 'Provider decided on',
    signed: 'Agreement signed',
    accepted: 'Accepted',
    ends: 'Property contract ends',
    ahead: 'ahead',
    none: 'Nothing has happened yet',
    more: 'Show earlier',
  },
});
type What = 'published' | 'decided' | 'signed' | 'accepted' | 'ends';
interface Happening {
  readonly on: string;
  readonly what: What;
  readonly need: CompoundNeedDates | null;
}

/** The order in which things of one day happen. */
const order: readonly What[] = ['published', 'decided', 'signed', 'accepted', 'ends'];
const on = (at: string | null): string | null => at && dayOf(new Date(at));

/** Everything that happened in a compound, the latest first. */
function happeningsOf(needs: readonly CompoundNeedDates[], contractEndsOn: string | null): readonly Happening[] {
  const found = needs.flatMap((need): Happening[] =>
    (
      [
        ['published', on(need.publishedAt)],
        ['decided', on(need.decidedAt)],
        ['signed', need.signedOn],
        ['accepted', on(need.acceptedAt)],
      ] as const
    ).flatMap(([what, day]) => (day === null ? [] : [{ on: day, what, need }])),
  );
  const end: readonly Happening[] = contractEndsOn === null ? [] : [{ on: contractEndsOn, what: 'ends', need: null }];
  return [...found, ...end].toSorted(
    (a, b) => b.on.localeCompare(a.on) || order.indexOf(b.what) - order.indexOf(a.what),
  );
}

/** What happened in a compound, need by need, on one line of time. */
export function CompoundTimeline({
  one,
  needs,
  more,
}: {
  readonly one: CompoundView;
  readonly needs: readonly CompoundNeedDates[];
  /** Reads on; null where there is no more. */
  readonly more: (() => void) | null;
}) {
  const t = useWords();
  const today = dayOf(new Date(useNow()));
  const happenings = happeningsOf(needs, one.contractEndsOn);
  return (
    <Section title={t('title')}>
      {happenings.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} /> : null}
      <ol className="compound-timeline">
        {happenings.map((happening) => (
          <li key={`${happening.what} ${happening.need?.needId ?? ''}`} data-what={happening.what}>
            <div className="kit-row">
              <DayText day={happening.on} />
              <strong>{t(happening.what)}</strong>
              {happening.on > today ? <Tag color="warning">{t('ahead')}</Tag> : null}
            </div>
            {happening.need ? <Link to={`/needs/${happening.need.needId}`}>{happening.need.title}</Link> : null}
          </li>
        ))}
      </ol>
      {more ? <Button onClick={more}>{t('more')}</Button> : null}
    </Section>
  );
}
