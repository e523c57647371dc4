import {
  addAwardDocument,
  cancelAward,
  downloadAwardDocument,
  downloadResultNotice,
  draftAgreement,
  listAwards,
  type AwardView,
  type LotView,
} from '@duijie/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Deadline } from '../../../kit/deadline';
import { DescriptionList } from '../../../kit/description-list';
import { FilePick } from '../../../kit/file-pick';
import { awardStates } from '../../../kit/lot-states';
import { Moment } from '../../../kit/moment';
import { Money } from '../../../kit/money';
import { ReasonModal } from '../../../kit/reason-modal';
import { SaveFile } from '../../../kit/save-file';
import { StateTag } from '../../../kit/state-tag';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { touchedByDeal, touchedByMatching } from '../touched';
import { seesInside, type Standing } from '../use-standing';

const useWords = defineWords('need-award-part', {
  zh: {
    title: '确定结果',
    who: '承接方',
    amount: '金额',
    reason: '理由',
    at: '确定时间',
    notice: '公示到',
    document: '依据文件',
    earlier: '以前的结果（已取消）',
    cancelled: '取消原因：{{text}}',
    paper: '结果公示 Word',
    upload: '上传依据',
    uploaded: '已上传',
    cancel: '取消承接方',
    cancelTitle: '取消“{{name}}”的承接',
    cancelWhy: '协议签订前可以取消，之后按排序递补或重新确定。',
    cancelDone: '已取消，可以重新确定',
    draft: '拟定协议',
    drafted: '已拟定协议，内容取自响应和结果',
  },
  en: {
    title: 'Result',
    who: 'Awarded to',
    amount: 'Amount',
    reason: 'Reason',
    at: 'Decided',
    notice: 'Posted until',
    document: 'Document',
    earlier: 'Earlier results (cancelled)',
    cancelled: 'Cancelled because: {{text}}',
    paper: 'Notice of the result (Word)',
    upload: 'Add a document',
    uploaded: 'Uploaded',
    cancel: 'Cancel the award',
    cancelTitle: 'Cancel the award to “{{name}}”',
    cancelWhy: 'Possible until an agreement is signed; the next in rank follows, or it is decided again.',
    cancelDone: 'Cancelled: it may be decided again',
    draft: 'Draft the agreement',
    drafted: 'Drafted from the response and the result',
  },
});

function Cancelled({ award }: { readonly award: AwardView }) {
  const t = useWords();
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <span>{award.organisationName}</span>
        <StateTag vocabulary={awardStates} code={award.state} />
      </div>
      {award.cancelled ? <div className="muted">{t('cancelled', { text: award.cancelled.because })}</div> : null}
    </li>
  );
}

/** Who takes the lot, why, until when it is posted, and what follows. */
export function AwardPart({ lot, standing }: { readonly lot: LotView; readonly standing: Standing }) {
  const t = useWords();
  const awards = useCall(listAwards, { params: { lotId: lot.id }, query: { limit: 10 } });
  const [cancelling, setCancelling] = useState(false);
  const cancel = useAct(cancelAward, [...touchedByDeal, ...touchedByMatching], t('cancelDone'), true);
  const upload = useAct(addAwardDocument, touchedByDeal, t('uploaded'));
  const draft = useAct(draftAgreement, touchedByDeal, t('drafted'));
  const items = awards.data?.items ?? [];
  const current = items.find(({ id }) => id === lot.award?.id);
  const earlier = items.filter(({ state }) => state === 'cancelled');
  if (!lot.award && earlier.length === 0) return null;
  const mayCancel = standing.poster && lot.state === 'awarded';
  const mayDraft = standing.poster && lot.award?.state === 'effective' && lot.agreementId === null;
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      {lot.award ? (
        <>
          <DescriptionList
            facts={[
              {
                name: t('who'),
                value: (
                  <span className="kit-row">
                    <b>{lot.award.organisationName}</b>
                    <StateTag vocabulary={awardStates} code={lot.award.state} />
                  </span>
                ),
              },
              lot.award.amountFen === null ? null : { name: t('amount'), value: <Money fen={lot.award.amountFen} /> },
              { name: t('at'), value: <Moment at={lot.award.decidedAt} /> },
              lot.award.noticeUntil && lot.award.state === 'notice'
                ? { name: t('notice'), value: <Deadline at={lot.award.noticeUntil} /> }
                : null,
              { name: t('reason'), value: lot.award.reason, wide: true },
              current?.documentNote ? { name: t('document'), value: current.documentNote, wide: true } : null,
            ]}
          />
          <div className="kit-actions" style={{ marginTop: 8 }}>
            {mayDraft && lot.award ? (
              <Button
                type="primary"
                loading={draft.pending}
                onClick={() => draft.act({ body: { awardId: lot.award?.id ?? '' } })}
              >
                {t('draft')}
              </Button>
            ) : null}
            <SaveFile
              size="small"
              contract={downloadResultNotice}
              input={{ params: { lotId: lot.id } }}
              label={t('paper')}
            />
            {seesInside(standing)
              ? current?.documents.map((file) => (
                  <SaveFile
                    key={file.id}
                    size="small"
                    contract={downloadAwardDocument}
                    input={{ params: { awardId: current.id, documentId: file.id } }}
                    label={file.title}
                    fileName={file.fileName}
                  />
                ))
              : null}
            {standing.poster && current ? (
              <FilePick
                size="small"
                label={t('upload')}
                loading={upload.pending}
                onPick={(file) =>
                  upload.act({
                    params: { awardId: current.id },
                    body: {},
                    file: { name: file.name, content: file },
                  })
                }
              />
            ) : null}
            {mayCancel ? (
              <Button size="small" type="text" danger onClick={() => setCancelling(true)}>
                {t('cancel')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {earlier.length > 0 ? (
        <details className="need-parts">
          <summary>{t('earlier')}</summary>
          <ul className="kit-plain-list">
            {earlier.map((award) => (
              <Cancelled key={award.id} award={award} />
            ))}
          </ul>
        </details>
      ) : null}
      {cancelling && lot.award ? (
        <ReasonModal
          title={t('cancelTitle', { name: lot.award.organisationName })}
          explanation={t('cancelWhy')}
          confirm={t('cancel')}
          danger
          pending={cancel.pending}
          error={cancel.error}
          onCancel={() => setCancelling(false)}
          onConfirm={(reason) =>
            cancel.act({ params: { lotId: lot.id }, ifMatch: lot.version, body: { reason } }, () =>
              setCancelling(false),
            )
          }
        />
      ) : null}
    </>
  );
}
