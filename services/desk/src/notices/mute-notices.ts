import type { NoticeSettings, NoticeTopic } from '@duijie/contracts';
import { personOf, requireVersion, type Context, type Database } from '@duijie/service-kit';
import type { NoticeSettingRepository } from './persistence/notice-setting.repository';

/** Sets what this person does not want to be told. Not audited: it concerns nobody else. */
export const muteNotices =
  ({ database, settings }: { readonly database: Database; readonly settings: NoticeSettingRepository }) =>
  (ctx: Context, muted: readonly NoticeTopic[], ifMatch: number): Promise<NoticeSettings> =>
    database.run(ctx, async (inner) => {
      const { personId } = personOf(inner);
      const before = await settings.lock(inner, personId);
      requireVersion(ifMatch, before.version);
      const after = { version: before.version + 1, muted: [...new Set(muted)] };
      await settings.put(inner, personId, after);
      return after;
    });
