import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { Field } from '../../kit/form-problem';
import { defineWords } from '../../words/define-words';
import type { OrganisationProfile } from './organisation-profile';

const useWords = defineWords('qualifications-field', {
  zh: {
    label: '资质',
    hint: '按证书名称填写；没有有效期的，日期留空',
    name: '第 {{n}} 项资质的名称',
    until: '第 {{n}} 项资质有效至',
    remove: '删去第 {{n}} 项资质',
    add: '加一项资质',
  },
  en: {
    label: 'Qualifications',
    hint: 'As the certificate names them; leave the day empty where there is no expiry',
    name: 'Name of qualification {{n}}',
    until: 'Qualification {{n}} valid until',
    remove: 'Remove qualification {{n}}',
    add: 'Add a qualification',
  },
});
const most = 60;
type Qualifications = OrganisationProfile['qualifications'];

/** What an organisation is certified for, each with its last day. */
export function QualificationsField({
  value,
  error,
  onChange,
}: {
  readonly value: Qualifications;
  readonly error: Error | null;
  readonly onChange: (value: Qualifications) => void;
}) {
  const t = useWords();
  const put = (at: number, patch: Partial<Qualifications[number]>): void =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <Field label={t('label')} hint={t('hint')} error={error} pointer="/qualifications">
      <ul className="kit-plain-list">
        {value.map((one, at) => (
          // Rows have no identity but their place: their names are being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="admin-qualification">
            <Input
              aria-label={t('name', { n: at + 1 })}
              maxLength={80}
              value={one.name}
              onChange={({ target }) => put(at, { name: target.value })}
            />
            <Input
              type="date"
              aria-label={t('until', { n: at + 1 })}
              value={one.expiresOn ?? ''}
              onChange={({ target }) => put(at, { expiresOn: target.value === '' ? null : target.value })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('remove', { n: at + 1 })}
              onClick={() => onChange(value.filter((_one, index) => index !== at))}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={<PlusOutlined aria-hidden />}
        disabled={value.length >= most}
        onClick={() => onChange([...value, { name: '', expiresOn: null }])}
      >
        {t('add')}
      </Button>
    </Field>
  );
}
