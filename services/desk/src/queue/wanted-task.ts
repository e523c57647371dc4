import type { DeskTaskDetails, DeskTaskKind, DeskTaskSubject } from '@duijie/contracts';

/** A task that there should be now. */
export interface WantedTask {
  readonly kind: DeskTaskKind;
  readonly subject: { readonly type: DeskTaskSubject; readonly id: string };
  readonly needId: string | null;
  /** Whose alone it is; null of every association. */
  readonly associationId: string | null;
  readonly title: string;
  readonly poster: { readonly organisationId: string; readonly name: string } | null;
  readonly provider: { readonly organisationId: string; readonly name: string } | null;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly details: DeskTaskDetails;
  /** What it is for, at most 64 ASCII characters: finished by hand, it comes back only for another one. */
  readonly occasion: string;
  readonly dueAt: Date;
  /** Shown only from `dueAt` on. */
  readonly hidden: boolean;
  readonly demo: boolean;
}
