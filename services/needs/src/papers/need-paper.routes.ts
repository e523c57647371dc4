import { needsRoutes, type NeedView } from '@duijie/contracts';
import { docxMediaType, needGroupText, needNotice, needPoster, type PaperHead } from '@duijie/documents';
import { dayOf, type Clock, type Label } from '@duijie/domain-kit';
import { bind, bytesDownload, Conflict, type AnswerOf, type BoundRoute, type Context } from '@duijie/service-kit';
import type { Reference } from '../reference';
import type { NeedAddress } from './need-address';

/** A need on paper and in a chat, made of its page as the caller sees it. */
export function needPaperRoutes(deps: {
  readonly answer: AnswerOf;
  readonly address: NeedAddress;
  readonly reference: Reference;
  readonly clock: Clock;
  readonly letterhead: () => Promise<PaperHead | null>;
}): BoundRoute[] {
  const { answer, address, clock, letterhead, reference } = deps;

  async function published(ctx: Context, needId: string) {
    const need: NeedView = await answer(ctx, needsRoutes.getNeed, { needId });
    if (need.publishedAt === null)
      throw new Conflict('need.not-published', {
        zh: '需求发布后才能生成海报、公告和群通知',
        en: 'Poster, notice and text are made once the need is published',
      });
    const understanding = await reference.understanding(ctx);
    const services = need.components.map(({ code }): Label => understanding.leafWords(code) ?? { zh: code, en: code });
    return { need, services, url: address(needId) };
  }

  return [
    bind(needsRoutes.downloadNeedPoster, async (ctx, { params }) => {
      const { need, services, url } = await published(ctx, params.needId);
      const bytes = await needPoster({ need, services: services.map(({ zh }) => zh), url, head: await letterhead() });
      return bytesDownload(bytes, docxMediaType, `需求海报-${need.title}`, '.docx');
    }),
    bind(needsRoutes.downloadNeedNotice, async (ctx, { params }) => {
      const { need, services, url } = await published(ctx, params.needId);
      const issuedOn = dayOf(clock.now());
      const bytes = await needNotice({ need, services: services.map(({ zh }) => zh), url, issuedOn });
      return bytesDownload(bytes, docxMediaType, `需求公告-${need.title}`, '.docx');
    }),
    bind(needsRoutes.getNeedGroupText, async (ctx, { params }) => needGroupText(await published(ctx, params.needId))),
  ];
}
