import type { RoundView } from '@duijie/contracts';
import { CopyText } from '../../kit/copy-text';
import { DescriptionList } from '../../kit/description-list';
import { Moment } from '../../kit/moment';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('round-proof', {
  zh: {
    title: '定稿与证明',
    why: '定稿时从头重新求解，连同最优证明一起保存。任何人都可以用快照和证明独立核验：没有总分更高的方案。发布前由另一套程序再核一遍，内容被改动就不能发布。',
    snapshot: '快照（SHA-256）',
    score: '总分',
    frozen: '定稿',
    by: '{{who}}，',
    checked: '核验通过',
    draw: '同分抽签依据',
    value: '公布的数值',
    notYet: '尚未公布',
    download: '下载快照与证明（JSON）',
    copy: '复制',
  },
  en: {
    title: 'Snapshot and proof',
    why: 'At freezing it is solved once more from nothing and kept with the proof that it is the best. Anybody can check both: no other choice scores more. Before it is published, separate code checks again; what was changed is not published.',
    snapshot: 'Snapshot (SHA-256)',
    score: 'Score in all',
    frozen: 'Frozen',
    by: '{{who}}, ',
    checked: 'Proof checked',
    draw: 'Ties are drawn by',
    value: 'The value',
    notYet: 'not known yet',
    download: 'Snapshot and proof (JSON)',
    copy: 'Copy',
  },
});

/** What was frozen, that it is proved, and where to get it; nothing while the round is a draft. */
export function ProofSection({ round }: { readonly round: RoundView }) {
  const t = useWords();
  const { proof } = round;
  if (!proof) return null;
  return (
    <Section title={t('title')}>
      <p className="muted">{t('why')}</p>
      <DescriptionList
        facts={[
          { name: t('snapshot'), wide: true, value: <code className="round-hash">{proof.snapshot}</code> },
          { name: t('score'), value: (proof.score / 100).toFixed(1) },
          {
            name: t('frozen'),
            value: (
              <>
                {t('by', { who: proof.frozenBy })}
                <Moment at={proof.frozenAt} />
              </>
            ),
          },
          proof.checkedAt === null ? null : { name: t('checked'), value: <Moment at={proof.checkedAt} /> },
          proof.draw === null ? null : { name: t('draw'), value: proof.draw.source },
          proof.draw === null ? null : { name: t('value'), value: proof.draw.value ?? t('notYet') },
        ]}
      />
      <div className="kit-row">
        <CopyText text={proof.snapshot} label={t('copy')} />
        <a href={`/api/v1/rounds/${round.id}/proof`} download={`round-${round.id}.json`}>
          {t('download')}
        </a>
      </div>
    </Section>
  );
}
