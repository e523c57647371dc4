import { listNeedHistory, type NeedState, type NeedView } from '@duijie/contracts';
import { useCall } from '../../../api/use-call';
import { DayShort } from './day-short';
import { defineWords } from '../../../words/define-words';
import '../needs.css';

const steps = ['draft', 'published', 'responding', 'awarded', 'in_delivery', 'completed'] as const;
type Step = (typeof steps)[number];

const useWords = defineWords('need-line', {
  zh: {
    label: '办理进度',
    draft: '草稿',
    published: '发布',
    responding: '响应',
    awarded: '确定',
    in_delivery: '实施',
    completed: '完成',
  },
  en: {
    label: 'Progress',
    draft: 'Draft',
    published: 'Open',
    responding: 'Replies',
    awarded: 'Chosen',
    in_delivery: 'Work',
    completed: 'Done',
  },
});

/** Where each state stands on the line; ends off the line stand where the need stood last. */
const placeOf: Readonly<Record<NeedState, Step>> = {
  draft: 'draft',
  submitted: 'draft',
  returned: 'draft',
  published: 'published',
  responding: 'responding',
  deciding: 'responding',
  awarded: 'awarded',
  in_delivery: 'in_delivery',
  completed: 'completed',
  withdrawn: 'published',
  failed: 'responding',
  duplicate_of: 'published',
  referred_to: 'published',
};
const reached: Readonly<Record<Step, readonly string[]>> = {
  draft: ['draft'],
  published: ['published'],
  responding: ['responding'],
  awarded: ['awarded'],
  in_delivery: ['in_delivery'],
  completed: ['completed'],
};

/** The life of a need as a line: done, now, to come, with the days that are known. */
export function StateLine({ need, inside }: { readonly need: NeedView; readonly inside: boolean }) {
  const t = useWords();
  const history = useCall(listNeedHistory, { params: { needId: need.id }, query: { limit: 100 } }, { enabled: inside });
  const entries = history.data?.items ?? [];
  const award = need.progress.find((lot) => lot.award)?.award;
  const known: Partial<Record<Step, string | null | undefined>> = {
    published: need.publishedAt,
    awarded: award?.decidedAt,
  };
  const dayOf = (step: Step): string | null =>
    entries.find(({ to }) => to !== null && reached[step].includes(to))?.at ?? known[step] ?? null;
  const at = steps.indexOf(placeOf[need.state]);
  return (
    <ol className="need-line" aria-label={t('label')}>
      {steps.map((step, index) => {
        const phase = index < at || need.state === 'completed' ? 'done' : index === at ? 'now' : 'later';
        const day = phase === 'later' ? null : dayOf(step);
        return (
          <li key={step} data-step={phase} aria-current={phase === 'now' ? 'step' : undefined}>
            <span className="need-dot" aria-hidden />
            {t(step)}
            {day ? <DayShort at={day} /> : null}
          </li>
        );
      })}
    </ol>
  );
}
