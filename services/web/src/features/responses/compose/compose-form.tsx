import {
  getLot,
  getResponse,
  listLotResponses,
  listOwnPackages,
  listOwnResponses,
  listResponseReceipts,
  type LotView,
  type PackageSummary,
  type ResponseView,
} from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCall, usePages } from '../../../api/use-call';
import { Field, FormProblem } from '../../../kit/form-problem';
import { Section } from '../../../kit/section';
import { defineWords } from '../../../words/define-words';
import './compose.css';
import { ConsortiumPart } from './consortium-part';
import { DocumentsPart } from './documents-part';
import { PlanPart } from './plan-part';
import { PricePart } from './price-part';
import { priceCounts } from './response-draft';
import { SealedNote } from './sealed-note';
import { useResponseDraft, type SaveState } from './use-response-draft';

const useWords = defineWords('compose', {
  zh: {
    package: '以哪个服务包响应',
    noPackage: '不指定服务包',
    price: '分项与报价',
    parts: '分项',
    plan: '方案与团队',
    documents: '材料',
    submit: '提交响应',
    again: '重新提交（换新回执）',
    untouched: '',
    unsaved: '有改动',
    saving: '正在保存…',
    saved: '草稿已保存',
    local: '草稿已存在本机',
    refused: '未保存，请看上面的提示',
    behind: '本机构的其他人刚改过',
    behindText: '本机构的其他人刚保存过这份响应。可以用这里写的覆盖，或载入对方保存的。',
    overwrite: '用这里的覆盖',
    load: '载入对方的',
    lost: '这份密封响应之前已保存，但内容谁也读不回来（包括您）。要修改就在这里重新填写，提交后整体替换。',
    waiting: '还有 {{n}} 家成员没有确认，确认后才能提交。',
    clear: '清除本机草稿',
    clearSure: '清除这台设备上的草稿？已提交的不受影响。',
    yes: '清除',
    no: '不清除',
    changed: '已提交。改动后要再点“重新提交”才生效。',
  },
  en: {
    package: 'With which package',
    noPackage: 'No particular package',
    price: 'Components and prices',
    parts: 'Components',
    plan: 'Plan and team',
    documents: 'Documents',
    submit: 'Hand in',
    again: 'Hand in again (new receipt)',
    untouched: '',
    unsaved: 'Changed',
    saving: 'Saving…',
    saved: 'Draft saved',
    local: 'Draft kept on this device',
    refused: 'Not saved: see above',
    behind: 'Changed by a colleague',
    behindText: 'Somebody of your organisation has just saved this response. Overwrite it, or load what they saved.',
    overwrite: 'Overwrite',
    load: 'Load theirs',
    lost: 'This sealed response was saved before, and nobody can read it back, not even you. To change it, write it anew here; handing in replaces it as a whole.',
    waiting: '{{n}} members have not confirmed yet; it can be handed in once they have.',
    clear: 'Clear the draft on this device',
    clearSure: 'Clear the draft on this device? What was handed in stays.',
    yes: 'Clear',
    no: 'Keep',
    changed: 'Handed in. Changes count once you hand in again.',
  },
});
const fields = ['/packageId', '/components', '/plan', '/team', '/milestones', '/note', '/memberIds'];
const showsState = (saved: SaveState): boolean => saved !== 'untouched';

/** Writes a response to a contest: saves itself, then is handed in for a receipt. */
export function ComposeForm({
  lot,
  own,
  organisationId,
}: {
  readonly lot: LotView;
  readonly own: ResponseView | null;
  readonly organisationId: string;
}) {
  const t = useWords();
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const drafting = useResponseDraft(lot, own, organisationId);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(
    () => new Map((own?.parties ?? []).map((party) => [party.organisationId, party.organisationName])),
  );
  const packages = usePages<typeof listOwnPackages, PackageSummary>(listOwnPackages, {
    query: { state: 'published', limit: 100 },
  });
  const { draft, change, saved, error, known, busy } = drafting;
  const live = useCall(
    getResponse,
    { params: { responseId: known?.id ?? '' } },
    { enabled: known !== null && draft.memberIds.length > 0, everyMs: 5000 },
  );
  const { heard } = drafting;
  useEffect(() => {
    if (live.data) heard(live.data);
    // `heard` is new in each render; only what was read matters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [live.data]);
  const parties = live.data?.parties ?? own?.parties ?? [];
  const waiting = live.data
    ? parties.filter(
        ({ state, organisationId: memberId }) => state !== 'confirmed' && draft.memberIds.includes(memberId),
      ).length
    : (known?.unconfirmed ?? 0);
  const drafted = known === null || known.state === 'draft';
  const submit = async (): Promise<void> => {
    const ack = await drafting.submit();
    if (!ack) return document.getElementById(`${id}-top`)?.scrollIntoView();
    for (const contract of [listOwnResponses, listLotResponses, listResponseReceipts, getResponse, getLot])
      void queries.invalidateQueries({ queryKey: [contract.id] });
    void navigate(`/responses/${ack.id}`, { state: { submitted: true } });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div id={`${id}-top`} style={{ scrollMarginTop: 60 }} />
      <SealedNote lot={lot} />
      {drafting.lost ? <Alert type="warning" showIcon title={t('lost')} style={{ marginBottom: 12 }} /> : null}
      {drafted ? null : <Alert type="info" showIcon title={t('changed')} style={{ marginBottom: 12 }} />}
      {saved === 'behind' ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('behindText')}
          action={
            <div className="kit-actions">
              <Button size="small" onClick={() => void drafting.overwrite()}>
                {t('overwrite')}
              </Button>
              <Button size="small" onClick={() => location.reload()}>
                {t('load')}
              </Button>
            </div>
          }
        />
      ) : (
        <FormProblem error={error} fields={fields} />
      )}
      <Section title={t(priceCounts(lot) ? 'price' : 'parts')}>
        <Field label={t('package')} htmlFor={`${id}-package`} error={error} pointer="/packageId">
          <Select<string>
            id={`${id}-package`}
            style={{ width: '100%', maxWidth: 420 }}
            value={draft.packageId ?? ''}
            onChange={(value) => change({ packageId: value === '' ? null : value })}
            options={[
              { value: '', label: t('noPackage') },
              ...packages.items.map((one) => ({ value: one.id, label: one.title })),
            ]}
          />
        </Field>
        <ConsortiumPart
          drafting={drafting}
          parties={parties}
          leaderId={organisationId}
          names={names}
          onName={(memberId, name) => setNames(new Map([...names, [memberId, name]]))}
        />
        <Field label={t('parts')} error={null} pointer="">
          <PricePart lot={lot} drafting={drafting} nameOf={(memberId) => names.get(memberId) ?? memberId} />
        </Field>
      </Section>
      <Section title={t('plan')}>
        <PlanPart drafting={drafting} paid={lot.need.money.kind !== 'none'} />
      </Section>
      <Section title={t('documents')}>
        <DocumentsPart drafting={drafting} />
      </Section>
      {waiting > 0 ? <Alert type="warning" showIcon title={t('waiting', { n: waiting })} /> : null}
      <div className="compose-bar">
        <span className="kit-row">
          <output className="muted">{showsState(saved) ? t(saved) : null}</output>
          {lot.sealed ? (
            <Popconfirm
              title={t('clearSure')}
              okText={t('yes')}
              cancelText={t('no')}
              onConfirm={() => drafting.forget()}
            >
              <Button type="text" size="small">
                {t('clear')}
              </Button>
            </Popconfirm>
          ) : null}
        </span>
        <Button type="primary" htmlType="submit" loading={busy} disabled={waiting > 0}>
          {t(drafted ? 'submit' : 'again')}
        </Button>
      </div>
    </form>
  );
}
