import {
  changeCompound,
  createCompound,
  getCompound,
  listCompounds,
  providerKinds,
  type CompoundView,
} from '@duijie/contracts';
import type { CallInput } from '@duijie/api-client';
import { App, Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useConflict } from '../../kit/conflict/use-conflict';
import { Field, FormProblem } from '../../kit/form-problem';
import { PlaceSelects } from '../../kit/place-selects';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { CommunitiesSelect } from './communities-select';
import { blankEntry, changedEntry, entryOf, type CompoundEntry, type EntryPlace } from './compound-entry';
import { useFactWords } from './fact-words';
import { choiceFacts, FactFields, numberFacts } from './fact-fields';
import { PartySelect } from './party-select';

const useWords = defineWords('compound-form', {
  zh: {
    name: '小区（院落）名称',
    place: '地区',
    communities: '涉及的村（社区）',
    communitiesHint: '可选多个，最多 8 个；先选街道（镇）',
    firm: '物业服务企业',
    committee: '业委会或自管组织',
    committeeOwn: '登记后即由你们单位作为业委会或自管组织',
    partyHint: '只能选已在平台登记并通过核验的机构',
    save: '保存',
    enter: '登记小区',
    cancel: '不改了',
    back: '返回',
    saved: '已保存',
    entered: '小区已登记',
  },
  en: {
    name: 'Name',
    place: 'Where',
    communities: 'Communities it touches',
    communitiesHint: 'Several may be chosen, 8 at most; choose the subdistrict first',
    firm: 'Property firm',
    committee: "Owners' committee or self-management",
    committeeOwn: 'Your organisation becomes its committee when it is entered',
    partyHint: 'Only organisations that are on the platform and verified',
    save: 'Save',
    enter: 'Enter the compound',
    cancel: 'Leave as it was',
    back: 'Back',
    saved: 'Saved',
    entered: 'Entered',
  },
});
const nowhere: EntryPlace = { district: null, subdistrict: null, communities: [] };
const committeeKinds = ['owners_committee', 'self_management'] as const;
type Entered = NonNullable<CallInput<typeof createCompound>['body']>;
type Changed = NonNullable<CallInput<typeof changeCompound>['body']>;

/** Enters a compound, or changes what is known of one. @param one null where it is new @param home where a new one likely lies */
export function CompoundForm({
  one,
  home = nowhere,
  onDone,
  onCancel,
}: {
  readonly one: CompoundView | null;
  readonly home?: EntryPlace;
  readonly onDone: (saved: CompoundView) => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const fact = useFactWords();
  const id = useId();
  const { message } = App.useApp();
  const acting = useSession().me?.actingFor ?? null;
  const [seen] = useState(() => ({
    value: one ? entryOf(one) : blankEntry(home),
    version: one?.version ?? 0,
  }));
  const [value, setValue] = useState<CompoundEntry>(seen.value);
  const known = useRef(seen.value);
  const set = (patch: Partial<CompoundEntry>): void => setValue((now) => ({ ...now, ...patch }));
  const create = useChange(createCompound, [listCompounds]);
  const change = useChange(changeCompound, [getCompound, listCompounds]);
  const error = one ? change.error : create.error;
  const labels: readonly { readonly key: keyof CompoundEntry; readonly label: string }[] = [
    { key: 'name', label: t('name') },
    { key: 'type', label: fact('type') },
    { key: 'district', label: t('place') },
    { key: 'subdistrict', label: t('place') },
    { key: 'communities', label: t('communities') },
    ...[...numberFacts, ...choiceFacts].map(({ key, label }) => ({ key, label: fact(label) })),
    { key: 'contractEndsOn', label: fact('ends') },
    { key: 'firmId', label: t('firm') },
    { key: 'committeeId', label: t('committee') },
  ];
  const params = { compoundId: one?.id ?? '' };
  const conflict = useConflict<CompoundEntry>(labels, async () => {
    const newest = await api().call(getCompound, { params });
    known.current = entryOf(newest);
    return { value: known.current, version: newest.version };
  });
  const send = (): Promise<CompoundView> =>
    one
      ? conflict.save(
          seen,
          value,
          (now, ifMatch) =>
            change.mutateAsync({
              params,
              ifMatch,
              body: changedEntry(known.current, now) as Changed,
            }),
          setValue,
        )
      : // What is not chosen yet goes as null: the service says so at its field.
        create.mutateAsync({ body: value as Entered });
  const save = async (): Promise<void> => {
    try {
      const saved = await send();
      void message.success(t(one ? 'saved' : 'entered'));
      onDone(saved);
    } catch {
      // Shown at the fields, by `error`.
    }
  };
  const ownCommittee = one === null && committeeKinds.some((kind) => kind === acting?.kind);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {conflict.dialog}
      <FormProblem error={error} fields={labels.map(({ key }) => `/${key}`)} />
      <Field label={t('name')} htmlFor={`${id}-name`} error={error} pointer="/name">
        <Input
          id={`${id}-name`}
          required
          maxLength={80}
          value={value.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <PlaceSelects
        value={{ ...value, community: null }}
        depth={2}
        disabled={false}
        hint={undefined}
        error={error}
        onChange={({ district, subdistrict }) =>
          set({
            district,
            subdistrict,
            ...(district === value.district && subdistrict === value.subdistrict ? {} : { communities: [] }),
          })
        }
      />
      <Field
        label={t('communities')}
        htmlFor={`${id}-communities`}
        hint={t('communitiesHint')}
        error={error}
        pointer="/communities"
      >
        <CommunitiesSelect
          id={`${id}-communities`}
          district={value.district}
          subdistrict={value.subdistrict}
          value={value.communities}
          onChange={(communities) => set({ communities })}
        />
      </Field>
      <FactFields value={value} error={error} onChange={set} />
      <div className="kit-fields">
        <Field label={t('firm')} htmlFor={`${id}-firm`} hint={t('partyHint')} error={error} pointer="/firmId">
          <PartySelect
            id={`${id}-firm`}
            label={t('firm')}
            kinds={providerKinds}
            value={value.firmId}
            onChange={(firmId) => set({ firmId })}
          />
        </Field>
        {ownCommittee ? (
          <p className="kit-hint">{t('committeeOwn')}</p>
        ) : (
          <Field
            label={t('committee')}
            htmlFor={`${id}-committee`}
            hint={t('partyHint')}
            error={error}
            pointer="/committeeId"
          >
            <PartySelect
              id={`${id}-committee`}
              label={t('committee')}
              kinds={committeeKinds}
              value={value.committeeId}
              onChange={(committeeId) => set({ committeeId })}
            />
          </Field>
        )}
      </div>
      <div className="kit-actions">
        <Button type="primary" htmlType="submit" loading={create.isPending || change.isPending}>
          {t(one ? 'save' : 'enter')}
        </Button>
        <Button onClick={onCancel}>{t(one ? 'cancel' : 'back')}</Button>
      </div>
    </form>
  );
}
