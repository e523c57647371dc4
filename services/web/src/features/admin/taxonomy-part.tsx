import { getTaxonomy, restoreTaxonomyLeaf, retireTaxonomyLeaf, search, type SearchKind } from '@duijie/contracts';
import { Button, Popconfirm, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';
import { LeafModal, type LeafDraft } from './leaf-modal';

const useWords = defineWords('taxonomy', {
  zh: {
    why: '需求和服务包都按这份目录归类；同义词让匹配和搜索听得懂居民的说法。停用后原有的保留，新的不能再选。',
    cores: '五项核心服务',
    setUp: '去启用设置里录入',
    add: '增加类目',
    change: '修改',
    retire: '停用',
    restore: '恢复',
    retired: '已停用',
    core: '核心服务',
    sure: '停用“{{name}}”？公开的需求 {{needs}} 个、服务包 {{packages}} 个正在用它，它们保留不变。',
    yes: '停用',
    no: '取消',
    done: '服务目录已更新',
    needs: '需求 {{n}}',
    packages: '服务包 {{n}}',
    changeNamed: '修改“{{name}}”',
  },
  en: {
    why: 'Needs and packages are sorted by this taxonomy; by its synonyms matching and search understand what people say. What uses a retired leaf keeps it; nothing new may name it.',
    cores: 'The five core services',
    setUp: 'entered in the set-up',
    add: 'Add a leaf',
    change: 'Change',
    retire: 'Retire',
    restore: 'Bring back',
    retired: 'retired',
    core: 'core service',
    sure: 'Retire "{{name}}"? {{needs}} public needs and {{packages}} packages use it, and keep it.',
    yes: 'Retire',
    no: 'Cancel',
    done: 'The taxonomy is up to date',
    needs: '{{n}} needs',
    packages: '{{n}} packages',
    changeNamed: 'Change "{{name}}"',
  },
});

/** How many public things of a kind name each leaf, by its code; empty while search is degraded. */
function useLeafCounts(kind: SearchKind): ReadonlyMap<string, number> {
  const found = useCall(search, { query: { kind: [kind], limit: 1 } });
  return new Map((found.data?.facets?.leaf ?? []).map(({ value, count }) => [value, count]));
}

/** The service taxonomy: words of leaves, what uses them, and which are retired. */
export function TaxonomyPart({ mayChange }: { readonly mayChange: boolean }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const taxonomy = useCall(getTaxonomy, {});
  const needs = useLeafCounts('need');
  const packages = useLeafCounts('package');
  const retire = useAct(retireTaxonomyLeaf, [getTaxonomy], t('done'));
  const restore = useAct(restoreTaxonomyLeaf, [getTaxonomy], t('done'));
  const [editing, setEditing] = useState<{ readonly group: string; readonly leaf: LeafDraft | null } | null>(null);
  const version = taxonomy.data?.version ?? 0;
  return (
    <>
      <p className="muted">
        {t('why')} {t('cores')} <Link to="/setup#set-up-cores">{t('setUp')}</Link>
      </p>
      <ProblemAlert error={taxonomy.error} again={() => void taxonomy.refetch()} />
      {taxonomy.isPending ? <Skeleton active /> : null}
      {(taxonomy.data?.groups ?? []).map((group) => (
        <Section
          key={group.code}
          title={say(group)}
          extra={
            mayChange ? (
              <Button size="small" onClick={() => setEditing({ group: group.code, leaf: null })}>
                {t('add')}
              </Button>
            ) : null
          }
        >
          <ul className="kit-plain-list">
            {group.leaves.map((leaf) => {
              const used = { needs: needs.get(leaf.code) ?? 0, packages: packages.get(leaf.code) ?? 0 };
              return (
                <li key={leaf.code} className={leaf.retired ? 'admin-leaf admin-leaf-retired' : 'admin-leaf'}>
                  <div>
                    <b>{say(leaf)}</b> {leaf.coreService ? <Tag color="warning">{t('core')}</Tag> : null}
                    {leaf.retired ? <Tag>{t('retired')}</Tag> : null}
                    <div className="muted">
                      {t('needs', { n: used.needs })} · {t('packages', { n: used.packages })}
                    </div>
                  </div>
                  <div className="muted" lang="zh-CN">
                    {leaf.synonyms.join(comma)}
                  </div>
                  {mayChange ? (
                    <div className="kit-row">
                      <Button
                        size="small"
                        aria-label={t('changeNamed', { name: say(leaf) })}
                        onClick={() => setEditing({ group: group.code, leaf })}
                      >
                        {t('change')}
                      </Button>
                      {leaf.retired ? (
                        <Button
                          size="small"
                          disabled={restore.pending}
                          onClick={() => restore.act({ params: { code: leaf.code }, ifMatch: version })}
                        >
                          {t('restore')}
                        </Button>
                      ) : (
                        <Popconfirm
                          title={t('sure', { name: say(leaf), ...used })}
                          okText={t('yes')}
                          cancelText={t('no')}
                          onConfirm={() => retire.act({ params: { code: leaf.code }, ifMatch: version })}
                        >
                          <Button size="small" disabled={retire.pending}>
                            {t('retire')}
                          </Button>
                        </Popconfirm>
                      )}
                    </div>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
      {editing ? <LeafModal {...editing} version={version} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
