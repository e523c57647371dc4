import { getTaxonomy, type SearchAnswer } from '@duijie/contracts';
import { Button, Empty } from 'antd';
import { useCall } from '../../api/use-call';
import { LinkButton } from '../../kit/link-button';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('nothing-found', {
  zh: {
    none: '没有找到“{{q}}”。换个说法试试。',
    noneAtAll: '这些条件下没有内容。',
    wider: '去掉筛选，有 {{n}} 条',
    meant: '您是不是要找',
    core: '协会核心服务',
    post: '发一条需求，让服务方来找您',
  },
  en: {
    none: 'Nothing found for "{{q}}". Try other words.',
    noneAtAll: 'Nothing fits these conditions.',
    wider: 'Without filters: {{n}}',
    meant: 'You may mean',
    core: 'Core services of the association',
    post: 'Post a need and let providers find you',
  },
});

/** What to do where a search found nothing. @param onWider the filters are to go @param onLeaf a service was chosen */
export function NothingFound({
  q,
  instead,
  onWider,
  onLeaf,
}: {
  readonly q: string;
  readonly instead: SearchAnswer['instead'];
  readonly onWider: () => void;
  readonly onLeaf: (code: string) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const taxonomy = useCall(getTaxonomy, {}).data;
  const core = (taxonomy?.groups ?? []).flatMap(({ leaves }) =>
    leaves.filter(({ coreService, retired }) => coreService && !retired),
  );
  const choices = (label: string, leaves: readonly { code: string; zh: string; en: string }[]) =>
    leaves.length === 0 ? null : (
      <section aria-label={label} style={{ marginTop: 16 }}>
        <div className="muted">{label}</div>
        <div className="kit-row" style={{ justifyContent: 'center' }}>
          {leaves.map((leaf) => (
            <Button key={leaf.code} onClick={() => onLeaf(leaf.code)}>
              {say(leaf)}
            </Button>
          ))}
        </div>
      </section>
    );
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={q ? t('none', { q }) : t('noneAtAll')}>
      {instead && instead.withoutFilters > 0 ? (
        <Button type="primary" onClick={onWider}>
          {t('wider', { n: instead.withoutFilters })}
        </Button>
      ) : null}
      {choices(t('meant'), instead?.leaves ?? [])}
      {choices(t('core'), core)}
      {me?.actingFor && sideOf(me.actingFor.kind) === 'poster' ? (
        <p>
          <LinkButton to="/needs/new">{t('post')}</LinkButton>
        </p>
      ) : null}
    </Empty>
  );
}
