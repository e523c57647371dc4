import { NoAnswer, ProblemError } from '@duijie/api-client';
import { problems } from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';

const useWords = defineWords('problem', {
  zh: { offline: '没有连上服务器，请检查网络后重试', again: '重试', number: '编号 {{id}}' },
  en: {
    offline: 'The server cannot be reached. Check the network and try again',
    again: 'Try again',
    number: 'No. {{id}}',
  },
});

/** Tells what went wrong in the user's words, with the faults one by one. @param again asked for when it may help */
export function ProblemAlert({ error, again }: { readonly error: Error | null; readonly again?: () => void }) {
  const t = useWords();
  const { say } = useLanguage();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  const title = problem
    ? (problem.detail ?? say(problems[problem.code]))
    : error instanceof NoAnswer
      ? t('offline')
      : error.message;
  const faults = problem?.errors ?? [];
  // What came from no service of ours, as from a proxy that found none, has no number.
  const number = problem && problem.status >= 500 ? problem.requestId : '';
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        faults.length > 0 || number ? (
          <>
            {faults.map(({ pointer, detail }) => (
              <div key={pointer + detail}>{detail}</div>
            ))}
            {number ? <div>{t('number', { id: number })}</div> : null}
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
