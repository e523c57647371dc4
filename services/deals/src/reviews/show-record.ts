import type { providerRecordView } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import type { Context } from '@duijie/service-kit';
import type { z } from 'zod';
import { reviewViewOf } from './present-review';
import { recordMethod } from './record-line';
import type { ReviewDeps } from './review-deps';

const latest = 5;
const words = {
  zh: '各服务类别的评分是贝叶斯平均：先按 5 条 4.20 分的评价起算，评价越多越接近实际得分；评价每过两年影响减半，评分随之向 4.20 靠拢。只统计本平台完成的协议。',
  en: 'The rating of each line of service is a Bayesian average: it starts from five ratings of 4.20 and comes closer to the actual ratings the more there are; a rating counts half after two years, so that the mean drifts back to 4.20. Only agreements completed here count.',
};

/** What a provider has done here, by line of service, with how that is worked out and the latest reviews. */
export const showRecord =
  ({ records, reviews, clock }: ReviewDeps) =>
  async (ctx: Context, organisationId: string): Promise<z.input<typeof providerRecordView>> => {
    const record = await records.find(ctx, organisationId);
    const rows = await reviews.page(ctx, organisationId, null, latest);
    return {
      organisationId,
      version: record?.version ?? 0,
      lines: record?.lines ?? [],
      asOf: record?.asOf ?? dayOf(clock.now()),
      method: { ...recordMethod, words },
      latestReviews: rows.map(reviewViewOf),
    };
  };
