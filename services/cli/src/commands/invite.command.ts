import { inviteCommunity } from '@duijie/contracts';
import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { toString as drawQr } from 'qrcode';
import { connect } from '../connection/connect';
import { urlOf } from '../connection/surroundings';
import { voiceOf } from './voice-of';

/** `duijie invite <communityCode>`: link, QR code and one-time code by which a community claims its account. */
export function addInvite(program: Command): void {
  program
    .command('invite')
    .description('邀请社区认领账号：链接、二维码、一次性码 · invite a community to claim its account')
    .argument('<communityCode>', '12 位社区代码 · 12-digit code of the community')
    .option('--qr-file <file>', '另存二维码为 SVG · also write the QR code as SVG')
    .action(async (communityCode: string, options: { qrFile?: string }, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      const invitation = await client.call(inviteCommunity, { params: { communityCode }, body: {} });
      const link = `${urlOf(command)}${invitation.path}`;
      if (options.qrFile !== undefined) {
        writeFileSync(options.qrFile, await drawQr(link, { type: 'svg' }));
      }
      if (voice.json) return voice.line(JSON.stringify({ ...invitation, link }));
      voice.line(`${invitation.name}  ${link}`);
      voice.line(
        voice.text({
          zh: `一次性码 ${invitation.code}，有效至 ${invitation.expiresAt}`,
          en: `one-time code ${invitation.code}, until ${invitation.expiresAt}`,
        }),
      );
      voice.line(await drawQr(link, { type: 'utf8' }));
    });
}
