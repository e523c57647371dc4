import { changeOrganisation, getMe, getOrganisation } from '@duijie/contracts';
import { Button, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { useAct } from '../../kit/use-act';
import { Field, FormProblem } from '../../kit/form-problem';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('set-up-name', {
  zh: {
    name: '协会全称',
    hint: '出现在推介、文书和所有人看到的页面上',
    save: '保存名称',
    saved: '名称已保存',
  },
  en: {
    name: 'Full name',
    hint: 'Stands in introductions, on papers, and on every page',
    save: 'Save the name',
    saved: 'The name is saved',
  },
});

/** The association's own name, which the first start could not know. */
export function NamePart() {
  const t = useWords();
  const id = useId();
  const { me } = useSession();
  const organisationId = me?.actingFor?.organisationId ?? '';
  const own = useCall(getOrganisation, { params: { organisationId } });
  const save = useAct(changeOrganisation, [getOrganisation, getMe], t('saved'), true);
  const [typed, setTyped] = useState<string | null>(null);
  if (!own.data) return <Skeleton active paragraph={{ rows: 1 }} />;
  const { name, version } = own.data;
  const known = name.includes('待命名') ? '' : name;
  const value = typed ?? known;
  return (
    <form
      className="set-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.act({ params: { organisationId }, ifMatch: version, body: { name: value } }, () => setTyped(null));
      }}
    >
      <Field label={t('name')} htmlFor={id} hint={t('hint')} pointer="/name" error={save.error}>
        <Input id={id} maxLength={80} value={value} onChange={({ target }) => setTyped(target.value)} />
      </Field>
      <FormProblem error={save.error} fields={['/name']} />
      <div>
        <Button
          type="primary"
          htmlType="submit"
          loading={save.pending}
          disabled={value.trim().length < 2 || value === name}
        >
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
