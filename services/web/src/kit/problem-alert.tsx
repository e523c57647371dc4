import { NoAnswer, ProblemError } from '@duijie/api-client';
import { Alert, Button } from 'antd';
import { defineWords } from '../words/define-words';

const useWords = defineWords('problem', {
  zh: { offline: '没有连上服务器,请检查网络后重试', again: '重试', number: '编号 {{id}}' },
  en: {
    offline: 'The server cannot be reached. Check the network and try again',
    again: 'Try again',
    number: 'No. {{id}}',
  },
});

/** Tells what went wrong in the user's words, with the faults one by one. @param again asked for when it may help */
export function ProblemAlert({ error, again }: { readonly error: Error | null; readonly again?: () => void }) {
  const t = useWords();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  const title = problem ? (problem.detail ?? problem.title) : error instanceof NoAnswer ? t('offline') : error.message;
  const faults = problem?.errors ?? [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        faults.length > 0 || (problem && problem.status >= 500) ? (
          <>
            {faults.map(({ pointer, detail }) => (
              <div key={pointer + detail}>{detail}</div>
            ))}
            {problem && problem.status >= 500 ? <small>{t('number', { id: problem.requestId })}</small> : null}
          </>
        ) : undefined
      }
      action={
        again ? (
          <Button size="small" onClick={again}>
            {t('again')}
          </Button>
        ) : undefined
      }
    />
  );
}
