import {
  changeReview,
  listProviderReviews,
  replyToReview,
  writePayerReview,
  writeReview,
  type AgreementView,
  type ReviewView,
} from '@duijie/contracts';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { usePages } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { ReviewCard } from '../../kit/review-card';
import { Section } from '../../kit/section';
import { Stars } from '../../kit/stars';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('agreement-reviews', {
  zh: {
    title: '评价',
    payer: '评价服务方（公开）',
    payerHint: '打个星就行；14 天内可以修改。',
    provider: '反馈付款方合作情况（仅协会可见）',
    rating: '总体',
    quality: '质量',
    timeliness: '及时',
    communication: '沟通',
    cost: '性价比',
    paidOnTime: '付款及时',
    cooperation: '配合程度',
    text: '想说的（可不填）',
    send: '提交评价',
    tell: '反馈给协会',
    change: '修改评价',
    cancel: '取消',
    sent: '评价已发布',
    told: '已反馈给协会，对方看不到',
    reply: '回应评价（一次，公开）',
    replySend: '公开回应',
    replied: '已回应',
    none: '需求方还没有评价',
  },
  en: {
    title: 'Reviews',
    payer: 'Review the provider (public)',
    payerHint: 'Stars are enough; it can be changed for 14 days.',
    provider: 'Tell the association about the payer (it alone sees it)',
    rating: 'Overall',
    quality: 'Quality',
    timeliness: 'In time',
    communication: 'Communication',
    cost: 'Worth the price',
    paidOnTime: 'Paid in time',
    cooperation: 'Cooperation',
    text: 'In words (optional)',
    send: 'Publish',
    tell: 'Tell the association',
    change: 'Change',
    cancel: 'Cancel',
    sent: 'Published',
    told: 'The association has it; the other side does not see it',
    reply: 'Reply (once, in public)',
    replySend: 'Reply in public',
    replied: 'Replied',
    none: 'The poster has not reviewed it yet',
  },
});
const aspects = ['quality', 'timeliness', 'communication', 'cost'] as const;

function ReviewForm({
  agreement,
  former,
  onDone,
}: {
  readonly agreement: AgreementView;
  readonly former: ReviewView | null;
  readonly onDone: () => void;
}) {
  const t = useWords();
  const id = useId();
  const [rating, setRating] = useState(former?.rating ?? 0);
  const [apart, setApart] = useState<ReviewView['aspects']>(former?.aspects ?? {});
  const [text, setText] = useState(former?.text ?? '');
  const write = useAct(writeReview, [listProviderReviews], t('sent'), true);
  const change = useAct(changeReview, [listProviderReviews], t('sent'), true);
  const error = write.error ?? change.error;
  const body = { rating, text, aspects: apart };
  return (
    <>
      <h3 className="kit-subheading">{t('payer')}</h3>
      <p className="muted">{t('payerHint')}</p>
      <FormProblem error={error} fields={['/rating', '/text']} />
      <Field label={t('rating')} error={error} pointer="/rating">
        <Stars value={rating} onChange={setRating} />
      </Field>
      <div className="kit-facts" style={{ marginBottom: 12 }}>
        {aspects.map((aspect) => (
          <Field key={aspect} label={t(aspect)} error={error} pointer={`/aspects/${aspect}`}>
            <Stars
              value={apart[aspect] ?? 0}
              onChange={(stars) => {
                const { [aspect]: _former, ...rest } = apart;
                setApart(stars === 0 ? rest : { ...rest, [aspect]: stars });
              }}
            />
          </Field>
        ))}
      </div>
      <Field label={t('text')} htmlFor={id} error={error} pointer="/text">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <div className="kit-actions">
        <Button
          type="primary"
          disabled={rating === 0}
          loading={write.pending || change.pending}
          onClick={() =>
            former
              ? change.act({ params: { reviewId: former.id }, body, ifMatch: former.version }, onDone)
              : write.act({ params: { agreementId: agreement.id }, body }, onDone)
          }
        >
          {t('send')}
        </Button>
        {former ? <Button onClick={onDone}>{t('cancel')}</Button> : null}
      </div>
    </>
  );
}

function PayerForm({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const id = useId();
  const [told, setTold] = useState(false);
  const [cooperation, setCooperation] = useState(0);
  const [paidOnTime, setPaidOnTime] = useState(0);
  const [text, setText] = useState('');
  const write = useAct(writePayerReview, [], t('told'), true);
  if (told) return <Alert type="success" showIcon title={t('told')} />;
  return (
    <>
      <h3 className="kit-subheading">{t('provider')}</h3>
      <FormProblem error={write.error} fields={['/text']} />
      <div className="kit-facts">
        <Field label={t('cooperation')} error={write.error} pointer="/cooperation">
          <Stars value={cooperation} onChange={setCooperation} />
        </Field>
        {agreement.priceFen === null ? null : (
          <Field label={t('paidOnTime')} error={write.error} pointer="/paidOnTime">
            <Stars value={paidOnTime} onChange={setPaidOnTime} />
          </Field>
        )}
      </div>
      <Field label={t('text')} htmlFor={id} error={write.error} pointer="/text">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <Button
        disabled={cooperation === 0}
        loading={write.pending}
        onClick={() =>
          write.act(
            {
              params: { agreementId: agreement.id },
              body: { cooperation, paidOnTime: paidOnTime === 0 ? null : paidOnTime, text },
            },
            () => setTold(true),
          )
        }
      >
        {t('tell')}
      </Button>
    </>
  );
}

function Reply({ review }: { readonly review: ReviewView }) {
  const t = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const reply = useAct(replyToReview, [listProviderReviews], t('replied'), true);
  return (
    <>
      <FormProblem error={reply.error} fields={['/text']} />
      <Field label={t('reply')} htmlFor={id} error={reply.error} pointer="/text">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2 }}
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <Button
        disabled={text.trim().length < 2}
        loading={reply.pending}
        onClick={() => reply.act({ params: { reviewId: review.id }, body: { text }, ifMatch: review.version })}
      >
        {t('replySend')}
      </Button>
    </>
  );
}

/** After completion: the poster rates in public and the provider replies; what the provider says of the payer stays inside. */
export function ReviewsSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const now = useNow();
  const [changing, setChanging] = useState(false);
  const list = usePages<typeof listProviderReviews, ReviewView>(listProviderReviews, {
    params: { organisationId: agreement.leadId },
    query: { limit: 100 },
  });
  const review = list.items.find(({ agreementId }) => agreementId === agreement.id) ?? null;
  const payer = agreement.you === 'payer';
  return (
    <Section title={t('title')}>
      {list.isPending ? <Skeleton active /> : null}
      {review && !changing ? <ReviewCard review={review} /> : null}
      {list.isSuccess && review === null && !payer ? <p className="muted">{t('none')}</p> : null}
      {list.isSuccess && payer && (review === null || changing) ? (
        <ReviewForm agreement={agreement} former={review} onDone={() => setChanging(false)} />
      ) : null}
      {review && payer && !changing && Date.parse(review.changeableUntil) > now ? (
        <Button onClick={() => setChanging(true)}>{t('change')}</Button>
      ) : null}
      {review && agreement.you === 'provider' && review.reply === null ? <Reply review={review} /> : null}
      {agreement.you === 'provider' ? <PayerForm agreement={agreement} /> : null}
    </Section>
  );
}
