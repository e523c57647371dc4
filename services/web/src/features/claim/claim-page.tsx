import { previewInvitation } from '@duijie/contracts';
import { Button, Input, Skeleton } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';
import { changeLanguage, useLanguage } from '../../words/language';
import { AcceptInvitation } from './accept-invitation';

const useWords = defineWords('claim', {
  zh: {
    title: '接受邀请',
    code: '邀请码（8 位，纸上或电话里告诉您的）',
    next: '下一步',
    other: 'English',
    again: '换一个邀请码',
  },
  en: {
    title: 'Accept an invitation',
    code: 'Invitation code (8 characters, from paper or a call)',
    next: 'Next',
    other: '中文',
    again: 'Another code',
  },
});

/** What an invitation's link or QR code opens; without one, asks for the code. */
export function ClaimPage() {
  const t = useWords();
  const { language } = useLanguage();
  const id = useId();
  const navigate = useNavigate();
  const { token } = useParams();
  const [code, setCode] = useState('');
  const { mutate, data, error, isPending, reset } = useChange(previewInvitation);
  const look = (secret: string): void => mutate({ body: { secret } });
  useEffect(() => {
    if (token !== undefined) mutate({ body: { secret: token } });
  }, [token, mutate]);
  const secret = token ?? code.trim();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1 className="page-title">{t('title')}</h1>
        {isPending ? <Skeleton active /> : null}
        <ProblemAlert error={error} />
        {data ? <AcceptInvitation secret={secret} invitation={data} /> : null}
        {error && token !== undefined ? (
          <Button
            style={{ marginTop: 12 }}
            onClick={() => {
              reset();
              void navigate('/claim', { replace: true });
            }}
          >
            {t('again')}
          </Button>
        ) : null}
        {!data && token === undefined ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              look(secret);
            }}
          >
            <label htmlFor={id}>{t('code')}</label>
            <Input
              id={id}
              autoComplete="off"
              maxLength={64}
              value={code}
              style={{ marginBlock: '4px 12px' }}
              onChange={({ target }) => setCode(target.value)}
            />
            <Button type="primary" htmlType="submit" block disabled={secret.length < 8} loading={isPending}>
              {t('next')}
            </Button>
          </form>
        ) : null}
        <Button type="link" style={{ padding: 0 }} onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh')}>
          {t('other')}
        </Button>
      </div>
    </main>
  );
}
