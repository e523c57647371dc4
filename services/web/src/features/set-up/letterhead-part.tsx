import { changeSetUp, getSetUp } from '@duijie/contracts';
import { Button, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { useAct } from '../../kit/use-act';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('set-up-letterhead', {
  zh: {
    how: '印在协会出具的回执、会面纪要页眉和需求海报下方。',
    name: '抬头名称',
    address: '地址（可不填）',
    phone: '电话（可不填）',
    preview: '样子',
    save: '保存抬头',
    saved: '抬头已保存',
  },
  en: {
    how: 'Printed at the head of receipts and minutes that the association issues, and below posters.',
    name: 'Name',
    address: 'Address (optional)',
    phone: 'Telephone (optional)',
    preview: 'As it looks',
    save: 'Save the letterhead',
    saved: 'The letterhead is saved',
  },
});
interface Typed {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

/** What stands at the head of the association's papers, shown as it is typed. */
export function LetterheadPart() {
  const t = useWords();
  const id = useId();
  const { me } = useSession();
  const setUp = useCall(getSetUp, {});
  const save = useAct(changeSetUp, [getSetUp], t('saved'), true);
  const [typed, setTyped] = useState<Typed | null>(null);
  if (!setUp.data) return <Skeleton active />;
  const { letterhead, version } = setUp.data;
  const own = me?.actingFor?.organisationName ?? '';
  const value: Typed = typed ?? {
    name: letterhead?.name ?? (own.includes('待命名') ? '' : own),
    address: letterhead?.address ?? '',
    phone: letterhead?.phone ?? '',
  };
  const field = (key: keyof Typed, maxLength: number) => (
    <Field label={t(key)} htmlFor={id + key} pointer={`/letterhead/${key}`} error={save.error}>
      <Input
        id={id + key}
        maxLength={maxLength}
        value={value[key]}
        onChange={({ target }) => setTyped({ ...value, [key]: target.value })}
      />
    </Field>
  );
  const reach = [value.address && `地址：${value.address}`, value.phone && `电话：${value.phone}`].filter(Boolean);
  return (
    <form
      className="set-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          letterhead: {
            name: value.name.trim(),
            address: value.address.trim() || null,
            phone: value.phone.trim() || null,
          },
        };
        save.act({ ifMatch: version, body }, () => setTyped(null));
      }}
    >
      <p className="muted">{t('how')}</p>
      {field('name', 60)}
      {field('address', 100)}
      {field('phone', 30)}
      {value.name ? (
        <figure className="set-up-letterhead">
          <figcaption className="muted">{t('preview')}</figcaption>
          <div lang="zh-CN">{value.name}</div>
          {reach.length > 0 ? <small lang="zh-CN">{reach.join('　')}</small> : null}
        </figure>
      ) : null}
      <FormProblem error={save.error} fields={['/letterhead']} />
      <div>
        <Button type="primary" htmlType="submit" loading={save.pending} disabled={value.name.trim().length < 2}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
