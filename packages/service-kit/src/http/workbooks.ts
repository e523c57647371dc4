import { xlsxMediaType, type ExcelSheet, type RouteContract } from '@duijie/contracts';
import { listWorkbook, type LeafWords } from '@duijie/documents/workbook';
import { dayOf, type Clock } from '@duijie/domain-kit';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../context';
import { RateLimited } from '../errors';

/** Names of the taxonomy's leaves, as a service knows them. */
export type LeafWordsFor = (ctx: Context) => Promise<LeafWords>;
type Query = Readonly<Record<string, unknown>>;

/** Lists as workbooks (.xlsx). */
export interface Workbooks {
  /** @returns the sheet where this request asks for a workbook, by `?format=xlsx` or by Accept, and there is one */
  asked(req: Request, contract: RouteContract): ExcelSheet | undefined;
  /**
   * Walks the list to its end or to 10,000 rows and sends each page as it comes. `limit`, `cursor` and `offset` of the
   * request do not count. What is refused is refused on the first page, before the head of the answer.
   * @param pageOf answers the list with this query, as anybody would be answered
   * @throws RateLimited while too many workbooks are under way
   */
  send(
    req: Request,
    res: Response,
    ctx: Context,
    contract: RouteContract,
    sheet: ExcelSheet,
    pageOf: (query: Query) => Promise<unknown>,
  ): Promise<void>;
}

const rowLimit = 10_000;
/** Each keeps a connection of the database busy. */
const atOnce = 3;

interface ListPage {
  readonly items: readonly unknown[];
  readonly nextCursor?: string | null;
  readonly nextOffset?: number | null;
}
const nextOf = ({ nextCursor, nextOffset }: ListPage): Query | undefined =>
  typeof nextCursor === 'string'
    ? { cursor: nextCursor }
    : typeof nextOffset === 'number'
      ? { offset: String(nextOffset) }
      : undefined;

/** @param leafWords leaves are shown by their codes without it */
export function createWorkbooks(deps: {
  readonly sheets: Readonly<Record<string, ExcelSheet>>;
  readonly clock: Clock;
  readonly leafWords: LeafWordsFor | undefined;
}): Workbooks {
  let underWay = 0;

  async function sendNow(...[req, res, ctx, contract, sheet, pageOf]: Parameters<Workbooks['send']>): Promise<void> {
    const { format: _format, limit: _limit, cursor: _cursor, offset: _offset, ...filters } = req.query;
    const query = { ...filters, limit: String(sheet.pageSize) };
    const first = (await pageOf(query)) as ListPage;
    async function* pages(): AsyncGenerator<readonly unknown[]> {
      let page = first;
      for (;;) {
        yield page.items;
        const next = nextOf(page);
        if (next === undefined) return;
        page = (await pageOf({ ...query, ...next })) as ListPage;
      }
    }
    const leaf = await deps.leafWords?.(ctx);
    const title = contract.summary[ctx.locale];
    const fileName = `${title.replaceAll(/[\\/:*?"<>|]/g, ' ')}-${dayOf(deps.clock.now())}.xlsx`;
    res.status(200).set({
      'Content-Type': xlsxMediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'X-Content-Type-Options': 'nosniff',
    });
    if (req.method === 'HEAD') return void res.end();
    const words = { locale: ctx.locale, ...(leaf ? { leaf } : {}) };
    const bytes = listWorkbook(pages(), { title, columns: sheet.columns, words, rowLimit });
    await pipeline(Readable.from(bytes, { objectMode: false }), res);
  }

  return {
    asked(req, contract) {
      const sheet = deps.sheets[contract.id];
      if (sheet === undefined) return undefined;
      return req.query['format'] === 'xlsx' || req.accepts(['application/json', xlsxMediaType]) === xlsxMediaType
        ? sheet
        : undefined;
    },
    async send(...request) {
      if (underWay >= atOnce)
        throw new RateLimited(3, {
          zh: '正在导出的表格较多，请稍后再试',
          en: 'Too many workbooks at once; try again shortly',
        });
      underWay += 1;
      try {
        await sendNow(...request);
      } finally {
        underWay -= 1;
      }
    },
  };
}
