import {
  createResponse,
  getLot,
  listLotResponses,
  listOwnPackages,
  listOwnResponses,
  submitResponse,
  type LotView,
  type PackageSummary,
  type ResponseSummary,
} from '@duijie/contracts';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePages } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('light-response', {
  zh: {
    title: '承接这个需求',
    claim: '认领这个需求',
    respond: '报名承接',
    hint: '点一下就好，不用写方案。',
    package: '以哪个服务包（可不选）',
    none: '不指定',
    note: '想对需求方说的话（可不填）',
    drafted: '之前存过一份草稿，点下面即提交。',
  },
  en: {
    title: 'Take this on',
    claim: 'Claim this need',
    respond: 'Offer to take it on',
    hint: 'One tap is enough; no plan is asked for.',
    package: 'With which package (optional)',
    none: 'No particular one',
    note: 'Words to the poster (optional)',
    drafted: 'A draft was kept; one tap hands it in.',
  },
});
const touched = [listOwnResponses, listLotResponses, getLot];

/** The light way: one tap, and nothing else is asked. */
export function LightResponse({ lot, drafted }: { readonly lot: LotView; readonly drafted: ResponseSummary | null }) {
  const t = useWords();
  const id = useId();
  const navigate = useNavigate();
  const [packageId, setPackageId] = useState('');
  const [note, setNote] = useState('');
  const packages = usePages<typeof listOwnPackages, PackageSummary>(listOwnPackages, {
    query: { state: 'published', limit: 100 },
  });
  const create = useAct(createResponse, touched, undefined, true);
  const submit = useAct(submitResponse, touched, undefined, true);
  const error = create.error ?? submit.error;
  const toReceipt = ({ id: responseId }: { readonly id: string }): void =>
    void navigate(`/responses/${responseId}`, { state: { submitted: true } });
  const go = (): void =>
    drafted
      ? submit.act({ params: { responseId: drafted.id }, ifMatch: drafted.version }, toReceipt)
      : create.act(
          { params: { lotId: lot.id }, body: { submit: true, note, packageId: packageId === '' ? null : packageId } },
          toReceipt,
        );
  return (
    <Section title={t('title')}>
      <p className="muted">{t(drafted ? 'drafted' : 'hint')}</p>
      <FormProblem error={error} fields={drafted ? [] : ['/packageId', '/note']} />
      {drafted ? null : (
        <>
          {packages.items.length > 0 ? (
            <Field label={t('package')} htmlFor={`${id}-package`} error={error} pointer="/packageId">
              <Select<string>
                id={`${id}-package`}
                style={{ width: '100%', maxWidth: 420 }}
                value={packageId}
                onChange={setPackageId}
                options={[
                  { value: '', label: t('none') },
                  ...packages.items.map((one) => ({ value: one.id, label: one.title })),
                ]}
              />
            </Field>
          ) : null}
          <Field label={t('note')} htmlFor={`${id}-note`} error={error} pointer="/note">
            <Input.TextArea
              id={`${id}-note`}
              autoSize={{ minRows: 2 }}
              maxLength={2000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </Field>
        </>
      )}
      <Button type="primary" size="large" loading={create.pending || submit.pending} onClick={go}>
        {t(lot.mode === 'claim' ? 'claim' : 'respond')}
      </Button>
    </Section>
  );
}
