import { getOpeningRecord } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../../api/use-call';
import { Moment } from '../../../kit/moment';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Scroll } from '../../../kit/scroll';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('need-opening', {
  zh: {
    title: '开启记录',
    deadline: '到截止时间开启：',
    poster: '由发布方截止后开启：',
    who: '响应方',
    receipt: '回执编号',
    submitted: '提交时间',
    hash: '内容指纹 SHA-256',
    valid: '有效',
    invalid: '无效',
    outcome: '是否有效',
    none: '没有收到响应',
  },
  en: {
    title: 'Record of the opening',
    deadline: 'Opened at the deadline: ',
    poster: 'Opened when the poster closed it: ',
    who: 'Who',
    receipt: 'Receipt',
    submitted: 'Handed in',
    hash: 'SHA-256 of the content',
    valid: 'valid',
    invalid: 'not valid',
    outcome: 'Valid',
    none: 'No response was handed in',
  },
});

function Record({ lotId, linked }: { readonly lotId: string; readonly linked: boolean }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { data, error, refetch } = useCall(getOpeningRecord, { params: { lotId } });
  if (!data) return error ? <ProblemAlert error={error} again={() => void refetch()} /> : <Skeleton active />;
  return (
    <>
      <p className="muted">
        {t(data.by)}
        <Moment at={data.openedAt} />
      </p>
      {data.responses.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <Scroll label={t('title')}>
          <table className="kit-table" aria-label={t('title')}>
            <thead>
              <tr>
                {(['who', 'submitted', 'receipt', 'outcome', 'hash'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.responses.map((one) => (
                <tr key={one.responseId}>
                  <th scope="row">
                    {linked ? (
                      <Link to={`/responses/${one.responseId}`}>{one.organisationName}</Link>
                    ) : (
                      one.organisationName
                    )}
                    {one.memberNames.length > 0 ? <div className="muted">{one.memberNames.join(comma)}</div> : null}
                  </th>
                  <td>
                    <Moment at={one.submittedAt} />
                  </td>
                  <td>{one.receiptNumber}</td>
                  <td>
                    {t(one.valid ? 'valid' : 'invalid')}
                    {one.because ? <div className="muted">{say(one.because)}</div> : null}
                  </td>
                  <td>
                    <code>{one.sha256}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}

/** Who had handed in what when a lot was opened; read only when somebody wants to see it. @param linked responses may be read */
export function OpeningRecord({ lotId, linked }: { readonly lotId: string; readonly linked: boolean }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('title')}</summary>
      {open ? <Record lotId={lotId} linked={linked} /> : null}
    </details>
  );
}
