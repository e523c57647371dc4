/** Who looks: a role of `.local/sign-ins.json`, or nobody signed in. */
export type Viewer = 'nobody' | 'community' | 'provider' | 'broker' | 'officer' | 'administrator';

/** One page of the console as one person sees it. */
export interface Look {
  /** Names the picture, and the row of the table. */
  readonly name: string;
  /** The address in the router. */
  readonly pattern: string;
  readonly viewer: Viewer;
  /** The address with real ids. */
  readonly path: string;
}

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
export const widths = [360, 768, 1440] as const;
