import type { AgreementSnapshot, AgreementView } from '@duijie/contracts';
import { formatFen } from '@duijie/domain-kit';
import { Scroll } from '../../kit/scroll';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('change-difference', {
  zh: {
    what: '内容',
    before: '原来',
    after: '改为',
    priceFen: '总价',
    startsOn: '开始日期',
    endsOn: '结束日期',
    milestone: '节点：{{title}}',
    none: '无',
    same: '内容没有变化',
  },
  en: {
    what: 'What',
    before: 'Before',
    after: 'After',
    priceFen: 'Price',
    startsOn: 'Starts on',
    endsOn: 'Ends on',
    milestone: 'Milestone: {{title}}',
    none: 'none',
    same: 'Nothing differs',
  },
});

/** What a change changes, line by line; what stays is left out. */
export function ChangeDifference({
  before,
  after,
  agreement,
}: {
  readonly before: AgreementSnapshot;
  readonly after: AgreementSnapshot;
  readonly agreement: AgreementView;
}) {
  const t = useWords();
  const { language } = useLanguage();
  const leaves = useLeaves();
  const money = (fen: number | null): string => (fen === null ? t('none') : formatFen(fen, language));
  const nameOf = (id: string): string =>
    agreement.members.find(({ organisationId }) => organisationId === id)?.organisationName ?? '';
  const part = (one: AgreementSnapshot['components'][number] | undefined): string =>
    one === undefined ? t('none') : [money(one.amountFen), nameOf(one.organisationId)].filter(Boolean).join(' · ');
  const milestone = (one: AgreementSnapshot['milestones'][number] | undefined): string =>
    one === undefined
      ? t('none')
      : [one.title, one.dueOn, one.amountFen === null ? null : money(one.amountFen)].filter(Boolean).join(' · ');
  const lines: (readonly [name: string, before: string, after: string])[] = [
    [t('priceFen'), money(before.priceFen), money(after.priceFen)],
    [t('startsOn'), before.startsOn ?? t('none'), after.startsOn ?? t('none')],
    [t('endsOn'), before.endsOn ?? t('none'), after.endsOn ?? t('none')],
    ...after.components.map(
      (one) =>
        [leaves.nameOf(one.code), part(before.components.find(({ code }) => code === one.code)), part(one)] as const,
    ),
    ...after.milestones.map((one) => {
      const former = before.milestones.find(({ id }) => id !== null && id === one.id);
      return [t('milestone', { title: former?.title ?? one.title }), milestone(former), milestone(one)] as const;
    }),
    ...before.milestones
      .filter(({ id }) => !after.milestones.some((one) => one.id === id))
      .map((one) => [t('milestone', { title: one.title }), milestone(one), t('none')] as const),
  ];
  const changed = lines.filter(([, was, is]) => was !== is);
  if (changed.length === 0) return <p className="muted">{t('same')}</p>;
  return (
    <Scroll label={`${t('before')} → ${t('after')}`}>
      <table className="kit-table diff-table">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(([name, was, is]) => (
            <tr key={name + was + is}>
              <th scope="row" style={{ whiteSpace: 'normal' }}>
                {name}
              </th>
              <td>
                <del>{was}</del>
              </td>
              <td>
                <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{is}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
