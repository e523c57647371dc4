import { Conflict, type HostFacts } from '@duijie/service-kit';

/** Public page of a need. @throws Conflict `origin.unknown` */
export type NeedAddress = (needId: string) => string;

/**
 * Where people find a need. Without an address of one's own it is that of this host, which only this machine reaches: good
 * for a demo, refused in production, where a poster that leads nowhere would be printed and hung up.
 * @param origin as people type it, e.g. `https://duijie.example.cn`
 */
export function needAddress(origin: string | undefined, host: HostFacts): NeedAddress {
  return (needId) => {
    const local = host.isLocal('gateway') && !host.production ? host.urlOf('gateway') : undefined;
    const base = origin ?? local;
    if (base === undefined)
      throw new Conflict('origin.unknown', {
        zh: '尚未设置本平台的网址（DUIJIE_ORIGIN），无法生成二维码和链接，请联系管理员',
        en: 'DUIJIE_ORIGIN is not set, so that neither code nor link can be made; ask an administrator',
      });
    return `${base}/needs/${needId}`;
  };
}
