import { auditContract, auditedServices } from '@duijie/contracts';
import type { Command } from 'commander';
import { connect } from '../connection/connect';
import { voiceOf } from './voice-of';

/** `duijie verify`: walks every service's audit chain; exit code 1 when one does not fit. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('核验各服务的审计链 · walk the audit chains')
    .action(async (_options: object, command: Command) => {
      const voice = voiceOf(command);
      const client = await connect(command, voice.language);
      const reports = await Promise.all(
        auditedServices.map(async (service) => ({ service, ...(await client.call(auditContract(service))) })),
      );
      if (voice.json) voice.line(JSON.stringify(reports));
      else
        for (const { service, entries, unsealed, faults } of reports)
          voice.line(
            voice.text({
              zh: `${faults.length === 0 ? '✓' : '✗'} ${service}：${entries} 条已封存，${unsealed} 条待封存${faults.length > 0 ? `，第 ${faults.map((f) => f.position).join('、')} 条不符` : ''}`,
              en: `${faults.length === 0 ? '✓' : '✗'} ${service}: ${entries} sealed, ${unsealed} to be sealed${faults.length > 0 ? `, positions ${faults.map((f) => f.position).join(', ')} do not fit` : ''}`,
            }),
          );
      if (reports.some((r) => r.faults.length > 0)) process.exitCode = 1;
    });
}
