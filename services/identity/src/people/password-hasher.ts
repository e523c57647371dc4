import { Unavailable } from '@duijie/service-kit';
import { hash, verify } from '@node-rs/argon2';

/** @see OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each costs about 100 ms of a core and 19 MiB: more at once would only wait for each other. */
const mostAtOnce = 4;
/** Of a password that nobody has: an unknown login takes as long as a wrong password. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$xwa3yYEet6OSEzpcM7OZUw$zGBF+TGOeNCBvsqxSdEjI7k9130TEbw+qvqgx+R0Cpc';

export interface PasswordHasher {
  /**
   * Runs work in one of the few places.
   * @throws Unavailable when all are taken; nothing was done then
   */
  run<T>(
    work: (argon: {
      /** @returns a PHC string */
      readonly hash: (password: string) => Promise<string>;
      /** @param phc null for a person who does not exist, which takes as long and is false */
      readonly verify: (phc: string | null, password: string) => Promise<boolean>;
    }) => Promise<T>,
  ): Promise<T>;
}

export function createPasswordHasher(): PasswordHasher {
  let running = 0;
  const argon = {
    hash: (password: string) => hash(password, cost),
    async verify(phc: string | null, password: string) {
      const right = await verify(phc ?? nobodysHash, password);
      return right && phc !== null;
    },
  };
  return {
    async run(work) {
      if (running >= mostAtOnce)
        throw new Unavailable(
          { zh: '登录的人太多，请稍候再试', en: 'Too many sign-ins at once; try again shortly' },
          1,
        );
      running += 1;
      try {
        return await work(argon);
      } finally {
        running -= 1;
      }
    },
  };
}
