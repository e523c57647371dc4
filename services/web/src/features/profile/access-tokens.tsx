import { createAccessToken, listAccessTokens, revokeAccessToken, type MembershipView } from '@duijie/contracts';
import { Alert, Button, Input, Popconfirm, Select, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { CopyText } from '../../kit/copy-text';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('access-tokens', {
  zh: {
    title: '访问令牌',
    why: '给命令行和程序使用，等同您本人登录，请妥善保管。',
    name: '用途',
    example: '例：命令行',
    organisation: '代表机构',
    days: '{{n}} 天有效',
    valid: '有效期',
    make: '新建令牌',
    once: '令牌只显示这一次，请立即复制：',
    copy: '复制令牌',
    revoke: '吊销',
    revoked: '已吊销',
    sure: '吊销后使用它的程序立即失效',
    keep: '保留',
    until: '到期',
    used: '上次使用',
    never: '未使用过',
    none: '没有令牌',
  },
  en: {
    title: 'Access tokens',
    why: 'For the command line and programs. A token is as good as your sign-in: keep it safe.',
    name: 'What for',
    example: 'e.g. command line',
    organisation: 'Acting for',
    days: 'Valid {{n}} days',
    valid: 'Valid for',
    make: 'Make a token',
    once: 'It is shown this once. Copy it now:',
    copy: 'Copy the token',
    revoke: 'Revoke',
    revoked: 'Revoked',
    sure: 'Programs that use it stop working at once',
    keep: 'Keep it',
    until: 'expires',
    used: 'last used',
    never: 'never used',
    none: 'No tokens',
  },
});
const lengths = [30, 90, 180, 365];

/** Personal access tokens: made once, shown once, revoked at will. */
export function AccessTokens({ organisations }: { readonly organisations: readonly MembershipView[] }) {
  const t = useWords();
  const id = useId();
  const tokens = useCall(listAccessTokens, {});
  const [name, setName] = useState('');
  const [validDays, setValidDays] = useState(90);
  const [organisationId, setOrganisationId] = useState(organisations[0]?.organisationId ?? null);
  const [made, setMade] = useState<string | null>(null);
  const make = useAct(createAccessToken, [listAccessTokens], undefined, true);
  const revoke = useAct(revokeAccessToken, [listAccessTokens], t('revoked'));
  return (
    <Section title={t('title')}>
      <p className="muted">{t('why')}</p>
      <form
        className="kit-row"
        onSubmit={(event) => {
          event.preventDefault();
          make.act({ body: { name: name.trim(), validDays, organisationId } }, ({ token }) => {
            setMade(token);
            setName('');
          });
        }}
      >
        <Input
          id={id}
          style={{ flex: '1 1 140px' }}
          aria-label={t('name')}
          placeholder={`${t('name')} · ${t('example')}`}
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {organisations.length > 1 ? (
          <Select
            aria-label={t('organisation')}
            style={{ flex: '1 1 160px' }}
            value={organisationId}
            options={organisations.map((o) => ({ value: o.organisationId, label: o.organisationName }))}
            onChange={setOrganisationId}
          />
        ) : null}
        <Select
          aria-label={t('valid')}
          style={{ width: 130 }}
          value={validDays}
          options={lengths.map((n) => ({ value: n, label: t('days', { n }) }))}
          onChange={setValidDays}
        />
        <Button htmlType="submit" loading={make.pending} disabled={name.trim() === ''}>
          {t('make')}
        </Button>
      </form>
      <ProblemAlert error={make.error ?? tokens.error} />
      {made === null ? null : (
        <Alert
          type="success"
          style={{ marginTop: 8 }}
          title={t('once')}
          description={
            <span className="kit-row">
              <code style={{ overflowWrap: 'anywhere' }}>{made}</code>
              <CopyText size="small" label={t('copy')} text={made} />
            </span>
          }
        />
      )}
      {tokens.isPending ? <Skeleton active /> : null}
      {tokens.data?.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {tokens.data?.items.map((token) => (
          <li key={token.id} className="kit-row kit-row-spread" style={{ padding: '6px 0' }}>
            <span>
              <b>{token.name}</b>{' '}
              <span className="muted">
                {t('until')} <When at={token.expiresAt} /> ·{' '}
                {token.lastUsedAt === null ? (
                  t('never')
                ) : (
                  <>
                    {t('used')} <When at={token.lastUsedAt} />
                  </>
                )}
              </span>
            </span>
            <Popconfirm
              title={t('sure')}
              okText={t('revoke')}
              cancelText={t('keep')}
              onConfirm={() => revoke.act({ params: { tokenId: token.id } })}
            >
              <Button size="small" type="text" danger>
                {t('revoke')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
