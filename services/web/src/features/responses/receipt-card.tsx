import { downloadResponseReceipt, listResponseReceipts, type ResponseReceipt } from '@duijie/contracts';
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { usePages } from '../../api/use-call';
import { CopyText } from '../../kit/copy-text';
import { Moment, momentText } from '../../kit/moment';
import { ProblemAlert } from '../../kit/problem-alert';
import { SaveFile } from '../../kit/save-file';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './receipt-card.css';

const useWords = defineWords('receipt-card', {
  zh: {
    title: '回执',
    number: '回执编号',
    at: '提交时间（服务器）',
    hash: '内容指纹 SHA-256',
    files: '材料 {{n}} 份',
    copyHash: '复制指纹',
    copyAll: '复制回执',
    print: '打印',
    word: '下载 Word 回执',
    why: '提交的内容改动一个字，指纹就会不同；开启后任何人都能据此核对。',
    former: '以前的回执（已被替换）',
    text: '回执 {{number}}\n提交时间（北京时间）{{at}}\nSHA-256 {{hash}}',
  },
  en: {
    title: 'Receipt',
    number: 'Number',
    at: 'Handed in (server time)',
    hash: 'SHA-256 of the content',
    files: '{{n}} files',
    copyHash: 'Copy the hash',
    copyAll: 'Copy the receipt',
    print: 'Print',
    word: 'Receipt as Word file',
    why: 'A single changed character gives another hash; after the opening anybody can check it.',
    former: 'Earlier receipts (replaced)',
    text: 'Receipt {{number}}\nHanded in {{at}} (Beijing time)\nSHA-256 {{hash}}',
  },
});

/** The receipt that counts, to copy, print or keep; and those it took the place of. */
export function ReceiptCard({ responseId }: { readonly responseId: string }) {
  const t = useWords();
  const { language } = useLanguage();
  const list = usePages<typeof listResponseReceipts, ResponseReceipt>(listResponseReceipts, {
    params: { responseId },
    query: { limit: 20 },
  });
  const [now, ...former] = list.items;
  return (
    <div className="receipt-print">
      <Section title={t('title')}>
        <ProblemAlert error={list.error} />
        {list.isPending ? <Skeleton active /> : null}
        {now ? (
          <>
            <dl className="receipt-facts">
              <dt>{t('number')}</dt>
              <dd className="receipt-number">{now.number}</dd>
              <dt>{t('at')}</dt>
              <dd>
                <Moment at={now.submittedAt} />
              </dd>
              <dt>{t('hash')}</dt>
              <dd>
                <code className="receipt-hash">{now.sha256}</code>
              </dd>
            </dl>
            {now.documentSha256s.length > 0 ? <p>{t('files', { n: now.documentSha256s.length })}</p> : null}
            <p className="muted">{t('why')}</p>
            <div className="kit-actions receipt-actions">
              <CopyText text={now.sha256} label={t('copyHash')} />
              <CopyText
                text={t('text', { number: now.number, at: momentText(now.submittedAt, language), hash: now.sha256 })}
                label={t('copyAll')}
              />
              <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
                {t('print')}
              </Button>
              <SaveFile contract={downloadResponseReceipt} input={{ params: { responseId } }} label={t('word')} />
            </div>
          </>
        ) : null}
        {former.length > 0 ? (
          <details className="receipt-actions">
            <summary>{t('former')}</summary>
            <ul className="kit-plain-list">
              {former.map(({ number, submittedAt }) => (
                <li key={number} className="kit-row muted">
                  {number} <Moment at={submittedAt} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Section>
    </div>
  );
}
