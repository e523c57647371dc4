import { dealsRoutes as r } from '@duijie/contracts';
import {
  acceptanceSheet,
  agreementDraft,
  awardNotice,
  docxMediaType,
  placeWords,
  responseReceiptPaper,
  type PaperHead,
} from '@duijie/documents';
import { dayOf, responseVerbs, type Clock } from '@duijie/domain-kit';
import { bind, bytesDownload, Conflict, type AnswerOf, type BoundRoute, type LeafWordsFor } from '@duijie/service-kit';

/** Papers of deals, each made of the page that the caller sees. */
export function documentRoutes(deps: {
  readonly answer: AnswerOf;
  readonly leafWords: LeafWordsFor;
  readonly letterhead: () => Promise<PaperHead | null>;
  readonly clock: Clock;
}): BoundRoute[] {
  const { answer, clock, leafWords, letterhead } = deps;
  return [
    bind(r.downloadResultNotice, async (ctx, { params }) => {
      const [lot, awards] = await Promise.all([answer(ctx, r.getLot, params), answer(ctx, r.listAwards, params)]);
      const award = awards.items.find(({ id }) => id === lot.award?.id);
      if (!award)
        throw new Conflict('lot.no-award', {
          zh: '尚未确定承接方，没有可公示的结果',
          en: 'Nobody was chosen for this lot yet',
        });
      const bytes = await awardNotice({
        lot: { ...lot, title: lot.title || lot.needTitle },
        award,
        place: placeWords(lot.need),
        ranking: (award.ranking ?? []).flatMap(({ rank, organisationName, total }) =>
          rank === null ? [] : [{ rank, organisationName, total }],
        ),
        issuedOn: dayOf(clock.now()),
      });
      const name = award.kind === 'emergency' ? '应急指定公示' : '结果公示';
      return bytesDownload(bytes, docxMediaType, `${name}-${lot.needTitle}`, '.docx');
    }),
    bind(r.downloadAgreementDraft, async (ctx, { params }) => {
      const agreement = await answer(ctx, r.getAgreement, params);
      const words = await leafWords(ctx);
      const bytes = await agreementDraft({ agreement, leafName: (code) => words(code)?.zh });
      return bytesDownload(bytes, docxMediaType, `协议草稿-${agreement.needTitle}`, '.docx');
    }),
    bind(r.downloadAcceptanceSheet, async (ctx, { params }) => {
      const agreement = await answer(ctx, r.getAgreement, params);
      const words = await leafWords(ctx);
      const codes = new Set(agreement.components.map(({ code }) => code));
      const services = [...codes].map((code) => words(code)?.zh ?? code);
      const bytes = await acceptanceSheet({ agreement, services });
      return bytesDownload(bytes, docxMediaType, `验收单-${agreement.needTitle}`, '.docx');
    }),
    bind(r.downloadResponseReceipt, async (ctx, { params }) => {
      const response = await answer(ctx, r.getResponse, params);
      const receipt = await answer(ctx, r.getResponseReceipt, params);
      const memberNames = response.parties
        .filter(({ leads, state }) => !leads && state === 'confirmed')
        .map(({ organisationName }) => organisationName);
      const bytes = await responseReceiptPaper({ receipt, response, memberNames, head: await letterhead() });
      return bytesDownload(bytes, docxMediaType, `${responseVerbs[response.mode].zh}回执-${receipt.number}`, '.docx');
    }),
  ];
}
