import {
  changeOrganisation,
  getMe,
  getOrganisation,
  listOrganisations,
  type OrganisationView,
} from '@duijie/contracts';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useConflict } from '../../kit/conflict/use-conflict';
import { Field, FormProblem } from '../../kit/form-problem';
import { PlaceSelects } from '../../kit/place-selects';
import { defineWords } from '../../words/define-words';
import { changedOf, hasField, profileOf, vouchedOf, type OrganisationProfile } from './organisation-profile';
import { QualificationsField } from './qualifications-field';

const useWords = defineWords('organisation-form', {
  zh: {
    name: '名称',
    creditCode: '统一社会信用代码',
    codeHint: '18 位；没有登记的不填',
    contactName: '联系人',
    contactPhone: '联系电话',
    contactHint: '只给协会工作人员和经推介的对方看',
    place: '地区',
    foundedYear: '成立年份',
    grade: '社会组织等级',
    gradeNone: '未评',
    gradeUntil: '等级有效至',
    businessScope: '业务范围',
    scopeHint: '照登记证书抄写',
    description: '简介',
    descriptionHint: '做过什么、擅长什么，别人打开你们的页面先看到这里',
    qualifications: '资质',
    vouched: '已经核验，由协会修改',
    save: '保存资料',
    cancel: '不改了',
    saved: '机构资料已保存',
  },
  en: {
    name: 'Name',
    creditCode: 'Unified social credit code',
    codeHint: '18 characters; empty where there is no registration',
    contactName: 'Contact',
    contactPhone: 'Telephone',
    contactHint: 'Seen by association staff and by those you are introduced to',
    place: 'Where',
    foundedYear: 'Founded in',
    grade: 'Grade',
    gradeNone: 'None',
    gradeUntil: 'Grade valid until',
    businessScope: 'Business scope',
    scopeHint: 'As the certificate of registration has it',
    description: 'About',
    descriptionHint: 'What you have done and are good at: the first thing that others read on your page',
    qualifications: 'Qualifications',
    vouched: 'Verified: changed by the association',
    save: 'Save',
    cancel: 'Leave as it was',
    saved: 'Saved',
  },
});
const shown = [
  'name',
  'creditCode',
  'district',
  'subdistrict',
  'community',
  'contact',
  'foundedYear',
  'grade',
  'qualifications',
  'businessScope',
  'description',
] as const;
const grades = ['1A', '2A', '3A', '4A', '5A'] as const;
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What is written of an organisation, changed by its own people, or by staff of the association. @param staff may also change what verification vouches for */
export function OrganisationForm({
  organisation,
  staff,
  onDone,
}: {
  readonly organisation: OrganisationView;
  readonly staff: boolean;
  readonly onDone: () => void;
}) {
  const t = useWords();
  const id = useId();
  const { message } = App.useApp();
  const { kind, verification } = organisation;
  const [seen] = useState({ value: profileOf(organisation), version: organisation.version });
  const [value, setValue] = useState<OrganisationProfile>(seen.value);
  const known = useRef(seen.value);
  const change = useChange(changeOrganisation, [getOrganisation, listOrganisations, getMe]);
  const { error } = change;
  const params = { organisationId: organisation.id };
  const label = (key: (typeof shown)[number]): string =>
    key === 'contact'
      ? t('contactName')
      : ['district', 'subdistrict', 'community'].includes(key)
        ? t('place')
        : t(key as 'name');
  const conflict = useConflict<OrganisationProfile>(
    shown.map((key) => ({ key, label: label(key) })),
    async () => {
      const newest = await api().call(getOrganisation, { params });
      known.current = profileOf(newest);
      return { value: known.current, version: newest.version };
    },
  );
  const set = (patch: Partial<OrganisationProfile>): void => setValue({ ...value, ...patch });
  const closed = !staff && (verification === 'verified' || verification === 'suspended') ? vouchedOf(kind) : [];
  const vouched = (field: string): boolean => closed.includes(field);
  const hint = (field: string, text?: string): string | undefined => (vouched(field) ? t('vouched') : text);
  const save = async (): Promise<void> => {
    try {
      await conflict.save(
        seen,
        value,
        (now, ifMatch) => change.mutateAsync({ params, ifMatch, body: changedOf(known.current, now) }),
        setValue,
      );
      void message.success(t('saved'));
      onDone();
    } catch {
      // Shown at the fields, by `error`.
    }
  };
  return (
    <form
      className="admin-organisation-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {conflict.dialog}
      <FormProblem error={error} fields={shown.map((key) => `/${key}`)} />
      <Field label={t('name')} htmlFor={`${id}-name`} hint={hint('name')} error={error} pointer="/name">
        <Input
          id={`${id}-name`}
          required
          maxLength={80}
          disabled={vouched('name')}
          value={value.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <div className="kit-fields">
        <Field
          label={t('contactName')}
          htmlFor={`${id}-contact`}
          hint={t('contactHint')}
          error={error}
          pointer="/contact/name"
        >
          <Input
            id={`${id}-contact`}
            autoComplete="off"
            maxLength={60}
            value={value.contact?.name ?? ''}
            onChange={({ target }) => set({ contact: { phone: '', ...value.contact, name: target.value } })}
          />
        </Field>
        <Field label={t('contactPhone')} htmlFor={`${id}-phone`} error={error} pointer="/contact/phone">
          <Input
            id={`${id}-phone`}
            type="tel"
            autoComplete="off"
            maxLength={30}
            value={value.contact?.phone ?? ''}
            onChange={({ target }) => set({ contact: { name: '', ...value.contact, phone: target.value } })}
          />
        </Field>
      </div>
      <PlaceSelects
        value={value}
        depth={hasField(kind, 'community') ? 3 : hasField(kind, 'subdistrict') ? 2 : 1}
        disabled={vouched('district')}
        hint={hint('district')}
        error={error}
        onChange={set}
      />
      <div className="kit-fields">
        <Field
          label={t('creditCode')}
          htmlFor={`${id}-code`}
          hint={hint('creditCode', t('codeHint'))}
          error={error}
          pointer="/creditCode"
        >
          <Input
            id={`${id}-code`}
            maxLength={40}
            disabled={vouched('creditCode')}
            value={value.creditCode ?? ''}
            onChange={({ target }) => set({ creditCode: orNull(target.value) })}
          />
        </Field>
        {hasField(kind, 'foundedYear') ? (
          <Field label={t('foundedYear')} htmlFor={`${id}-founded`} error={error} pointer="/foundedYear">
            <InputNumber
              id={`${id}-founded`}
              style={{ width: '100%' }}
              min={1900}
              max={2100}
              precision={0}
              value={value.foundedYear}
              onChange={(foundedYear) => set({ foundedYear })}
            />
          </Field>
        ) : null}
        {hasField(kind, 'grade') ? (
          <>
            <Field label={t('grade')} htmlFor={`${id}-grade`} error={error} pointer="/grade/level">
              <Select<string>
                id={`${id}-grade`}
                style={{ width: '100%' }}
                value={value.grade?.level ?? ''}
                options={[
                  { value: '', label: t('gradeNone') },
                  ...grades.map((level) => ({ value: level, label: level })),
                ]}
                onChange={(level) => {
                  const chosen = grades.find((one) => one === level);
                  set({ grade: chosen ? { expiresOn: value.grade?.expiresOn ?? null, level: chosen } : null });
                }}
              />
            </Field>
            {value.grade ? (
              <Field label={t('gradeUntil')} htmlFor={`${id}-until`} error={error} pointer="/grade/expiresOn">
                <Input
                  id={`${id}-until`}
                  type="date"
                  value={value.grade.expiresOn ?? ''}
                  onChange={({ target }) => {
                    if (value.grade) set({ grade: { ...value.grade, expiresOn: orNull(target.value) } });
                  }}
                />
              </Field>
            ) : null}
          </>
        ) : null}
      </div>
      {hasField(kind, 'qualifications') ? (
        <QualificationsField
          value={value.qualifications}
          error={error}
          onChange={(qualifications) => set({ qualifications })}
        />
      ) : null}
      {hasField(kind, 'businessScope') ? (
        <Field
          label={t('businessScope')}
          htmlFor={`${id}-scope`}
          hint={hint('businessScope', t('scopeHint'))}
          error={error}
          pointer="/businessScope"
        >
          <Input.TextArea
            id={`${id}-scope`}
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={4000}
            disabled={vouched('businessScope')}
            value={value.businessScope ?? ''}
            onChange={({ target }) => set({ businessScope: orNull(target.value) })}
          />
        </Field>
      ) : null}
      <Field
        label={t('description')}
        htmlFor={`${id}-text`}
        hint={t('descriptionHint')}
        error={error}
        pointer="/description"
      >
        <Input.TextArea
          id={`${id}-text`}
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={4000}
          value={value.description}
          onChange={({ target }) => set({ description: target.value })}
        />
      </Field>
      <div className="kit-actions">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
