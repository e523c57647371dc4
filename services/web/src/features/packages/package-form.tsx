import {
  changePackage,
  createPackage,
  getPackage,
  getTaxonomy,
  listOwnPackages,
  listPackageMatches,
  publishPackage,
  type PackageView,
} from '@duijie/contracts';
import { Alert, App, Button, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useCall } from '../../api/use-call';
import { useChange } from '../../api/use-change';
import { useConflict } from '../../kit/conflict/use-conflict';
import { Field, FormProblem } from '../../kit/form-problem';
import { LinkButton } from '../../kit/link-button';
import { Section } from '../../kit/section';
import { useKept } from '../../kit/use-kept';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { AreaField } from './area-field';
import { EvidencePart } from './evidence-part';
import { LeafTree } from '../../kit/leaf-tree';
import './packages.css';
import { PackageLifecycle } from './package-lifecycle';
import { blankPackage, usePackageFields, writtenOf, type Written } from './package-fields';
import { PriceField } from './price-field';
import { WouldFit } from './would-fit';

const useWords = defineWords('package-form', {
  zh: {
    what: '做什么',
    title: '名称',
    titleHint: '一看就懂，如“独居老人每周上门探访”。',
    description: '说明',
    descriptionHint: '包含什么、不含什么、怎么做、能看到什么效果。',
    categories: '服务类目（真正能做的）',
    core: '是哪项核心服务',
    notCore: '不是核心服务',
    where: '在哪做、怎么收费',
    area: '服务区域',
    price: '价格',
    capacity: '可同时承接几个项目',
    lead: '接到后几天能开始',
    days: '天',
    hours: '联系时间（可不填）',
    evidence: '证明材料',
    save: '保存草稿',
    saveChange: '保存修改',
    publish: '保存并上架',
    saved: '已保存',
    restored: '接着上次没有保存的内容（存在这个浏览器里）',
    drop: '不要了',
    preview: '预览别人看到的',
    published: '已上架，适合的需求会推给您',
    pending: '机构核验通过后才能上架。先写好草稿，右边（下方）能看到哪些需求会适合。',
  },
  en: {
    what: 'What you do',
    title: 'Title',
    titleHint: 'Clear at a glance, e.g. "A weekly visit for old people living alone".',
    description: 'Description',
    descriptionHint: 'What is in it and what is not, how it is done, what comes of it.',
    categories: 'Services (really delivered)',
    core: 'Which core service it is',
    notCore: 'Not a core service',
    where: 'Where, and for how much',
    area: 'Served area',
    price: 'Price',
    capacity: 'Projects at once',
    lead: 'Days before it can begin',
    days: 'days',
    hours: 'When to call (optional)',
    evidence: 'Evidence',
    save: 'Save the draft',
    saveChange: 'Save the changes',
    publish: 'Save and publish',
    saved: 'Saved',
    restored: 'Going on with what was not saved last time (kept in this browser)',
    drop: 'Drop it',
    preview: 'Preview as others see it',
    published: 'Published; needs that fit will find you',
    pending: 'It can be published once your organisation is verified. Draft it now, and see what would fit.',
  },
});
const fields = Object.keys(blankPackage).map((name) => `/${name}`);
const touches = [getPackage, listOwnPackages, listPackageMatches];

/** Form of a package, with what would fit it beside. */
export function PackageForm({ pack: given }: { readonly pack: PackageView | null }) {
  const t = useWords();
  const id = useId();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { me } = useSession();
  /** Made here and refused publication: it stays on this page with its faults. */
  const [made, setMade] = useState<PackageView | null>(null);
  const pack = given ?? made;
  const kept = useKept<Written>(`package.${given?.id ?? 'new'}`, me?.actingFor?.organisationId ?? '', {
    value: given ? writtenOf(given) : blankPackage,
    version: given?.version ?? 0,
  });
  const { value: input } = kept;
  const create = useChange(createPackage, touches);
  const change = useChange(changePackage, touches);
  const publish = useChange(publishPackage, touches);
  const isAssociation = me?.actingFor?.kind === 'association';
  const taxonomy = useCall(getTaxonomy, {}, { enabled: isAssociation });
  const error = publish.error ?? change.error ?? create.error;
  const verified = me?.actingFor?.verification === 'verified';
  const set = (patch: Partial<Written>): void => kept.change({ ...input, ...patch });
  const conflict = useConflict<Written>(usePackageFields(), async () => {
    const newest = await api().call(getPackage, { params: { packageId: pack?.id ?? '' } });
    return { value: writtenOf(newest), version: newest.version };
  });
  const save = (): Promise<PackageView> =>
    pack
      ? conflict.save(
          kept.seen,
          input,
          (body, ifMatch) => change.mutateAsync({ params: { packageId: pack.id }, body, ifMatch }),
          (chosen) => kept.change(chosen),
        )
      : create.mutateAsync({ body: input });
  const submit = async (publishes: boolean): Promise<void> => {
    publish.reset();
    try {
      const saved = await save();
      setMade(saved);
      kept.settle({ value: writtenOf(saved), version: saved.version });
      if (!given && !publishes) void navigate(`/packages/${saved.id}/edit`, { replace: true });
      if (publishes) {
        await publish.mutateAsync({ params: { packageId: saved.id }, ifMatch: saved.version });
        void navigate(`/packages/${saved.id}`);
      }
      void message.success(t(publishes ? 'published' : 'saved'));
    } catch {
      // Shown at the fields, by `error`.
      document.getElementById(`${id}-top`)?.scrollIntoView();
    }
  };
  const busy = create.isPending || change.isPending || publish.isPending;
  const draft = pack === null || pack.state === 'draft';
  const core = (taxonomy.data?.coreServices ?? []).flatMap((one) => (one.state === 'entered' ? [one] : []));
  return (
    <div className="package-columns">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(draft && verified);
        }}
      >
        {conflict.dialog}
        <div id={`${id}-top`} style={{ scrollMarginTop: 60 }} />
        {kept.restored ? (
          <Alert
            type="info"
            showIcon
            style={{ marginBottom: 12 }}
            title={t('restored')}
            action={
              <Button
                size="small"
                onClick={() =>
                  kept.settle(
                    given ? { value: writtenOf(given), version: given.version } : { value: blankPackage, version: 0 },
                  )
                }
              >
                {t('drop')}
              </Button>
            }
          />
        ) : null}
        {verified ? null : <Alert type="info" showIcon title={t('pending')} style={{ marginBottom: 12 }} />}
        <FormProblem error={error} fields={fields} />
        {pack && !draft ? <PackageLifecycle pack={pack} /> : null}
        <Section title={t('what')}>
          <Field label={t('title')} htmlFor={`${id}-title`} hint={t('titleHint')} error={error} pointer="/title">
            <Input
              id={`${id}-title`}
              maxLength={80}
              value={input.title}
              onChange={({ target }) => set({ title: target.value })}
            />
          </Field>
          <Field
            label={t('description')}
            htmlFor={`${id}-text`}
            hint={t('descriptionHint')}
            error={error}
            pointer="/description"
          >
            <Input.TextArea
              id={`${id}-text`}
              autoSize={{ minRows: 5, maxRows: 20 }}
              maxLength={5000}
              value={input.description}
              onChange={({ target }) => set({ description: target.value })}
            />
          </Field>
          <Field label={t('categories')} htmlFor={`${id}-leaves`} error={error} pointer="/categories">
            <LeafTree
              id={`${id}-leaves`}
              value={input.categories}
              onChange={(categories) => set({ categories: categories.filter((code) => !code.startsWith('group:')) })}
            />
          </Field>
          {isAssociation ? (
            <Field label={t('core')} htmlFor={`${id}-core`} error={error} pointer="/coreService">
              <Select<string>
                id={`${id}-core`}
                style={{ width: '100%' }}
                value={input.coreService ?? ''}
                onChange={(leaf) => set({ coreService: leaf === '' ? null : leaf })}
                options={[
                  { value: '', label: t('notCore') },
                  ...core.map(({ leaf, zh }) => ({ value: leaf, label: zh })),
                ]}
              />
            </Field>
          ) : null}
        </Section>
        <Section title={t('where')}>
          <Field label={t('area')} error={error} pointer="/serviceArea">
            <AreaField value={input.serviceArea} onChange={(serviceArea) => set({ serviceArea })} />
          </Field>
          <Field label={t('price')} error={error} pointer="/price">
            <PriceField value={input.price} onChange={(price) => set({ price })} />
          </Field>
          <Field label={t('capacity')} htmlFor={`${id}-capacity`} error={error} pointer="/capacity">
            <InputNumber
              id={`${id}-capacity`}
              min={0}
              max={10_000}
              precision={0}
              value={input.capacity}
              onChange={(capacity) => set({ capacity: capacity ?? 0 })}
            />
          </Field>
          <Field label={t('lead')} htmlFor={`${id}-lead`} error={error} pointer="/leadTimeDays">
            <InputNumber
              id={`${id}-lead`}
              min={0}
              max={730}
              precision={0}
              suffix={t('days')}
              value={input.leadTimeDays}
              onChange={(leadTimeDays) => set({ leadTimeDays: leadTimeDays ?? 0 })}
            />
          </Field>
          <Field label={t('hours')} htmlFor={`${id}-hours`} error={error} pointer="/contactHours">
            <Input
              id={`${id}-hours`}
              maxLength={100}
              value={input.contactHours ?? ''}
              onChange={({ target }) => set({ contactHours: target.value.trim() === '' ? null : target.value })}
            />
          </Field>
        </Section>
        {pack ? (
          <Section title={t('evidence')}>
            <EvidencePart pack={pack} edits />
          </Section>
        ) : null}
        <div className="kit-actions">
          {pack ? <LinkButton to={`/packages/${pack.id}?as=others`}>{t('preview')}</LinkButton> : null}
          {draft ? (
            <>
              {verified ? (
                <Button type="primary" htmlType="submit" loading={busy}>
                  {t('publish')}
                </Button>
              ) : null}
              <Button type={verified ? 'default' : 'primary'} loading={busy} onClick={() => void submit(false)}>
                {t('save')}
              </Button>
            </>
          ) : (
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('saveChange')}
            </Button>
          )}
        </div>
      </form>
      <aside>
        <WouldFit pack={pack} />
      </aside>
    </div>
  );
}
