import { z } from 'zod';
import { day, fen, id, instant, version } from '../primitives';
import { lotState } from '../state/lot';
import { mode } from '../state/need';
import { conflictOutcome, responseState } from '../state/response';
import { offeredContent } from './response-content';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Proof of what was handed in (回执). `sha256` is over the canonical JSON of `{attempt, content, documents, lotId,
 * responseId}`, where `content` is `contentSha256` and `documents` lists `documentSha256s`. Each of these is over the
 * canonical JSON of what it stands for with a random salt, so that nobody finds the content by trying; salts are shown
 * with the content, to everybody who may see it, and anybody can then check the receipt. Canonical JSON has sorted keys
 * and no blanks (RFC 8785 for the values that occur).
 */
export const responseReceipt = z.strictObject({
  responseId: id,
  lotId: id,
  /** Printable, unique, e.g. `HZ-20261201-7K3M9Q2P`. */
  number: z.string(),
  /** Time of the database server, inside the transaction that took it in. */
  submittedAt: instant,
  /** Counts the contents of this response, from 1. */
  contentVersion: version,
  contentSha256: sha256,
  documentSha256s: z.array(sha256),
  sha256,
});
export type ResponseReceipt = z.infer<typeof responseReceipt>;

/**
 * Answer to whatever is done to a response. Holds nothing of what is offered, since answers are kept for repetitions.
 * Of a sealed one it says `clear` whatever was found, until it is opened.
 */
export const responseAck = z.strictObject({
  id,
  version,
  lotId: id,
  state: responseState,
  conflict: conflictOutcome,
  /** Members that have not answered yet: it cannot be submitted before. */
  unconfirmed: z.int().min(0),
  receipt: responseReceipt.nullable(),
});
export type ResponseAck = z.infer<typeof responseAck>;

/** A member of a consortium as it stands; the leader comes first. */
export const responseParty = z.strictObject({
  organisationId: id,
  organisationName: z.string(),
  leads: z.boolean(),
  state: z.enum(['invited', 'confirmed', 'declined']),
});
export type ResponseParty = z.infer<typeof responseParty>;

/** A response in a list: who, to what, how far; nothing of what is offered. */
export const responseSummary = z.strictObject({
  id,
  version,
  lotId: id,
  attempt: z.int().min(1),
  /** Version of the need that it answers (see `getNeedVersion`); null where that was not kept. */
  needVersion: version.nullable(),
  needId: id,
  needTitle: z.string(),
  lotTitle: z.string(),
  lotState,
  mode,
  posterId: id,
  posterName: z.string(),
  responsesDueAt: instant.nullable(),
  organisationId: id,
  organisationName: z.string(),
  /** How the caller's organisation takes part; null for those who decide or watch. */
  you: z.enum(['leader', 'invited', 'confirmed', 'declined']).nullable(),
  state: responseState,
  sealed: z.boolean(),
  /** Whether what is offered may be read by the caller now. */
  readable: z.boolean(),
  conflict: conflictOutcome,
  /** Null while sealed, and where no price counts. */
  priceFen: fen.nullable(),
  submittedAt: instant.nullable(),
  openedAt: instant.nullable(),
  /** Why it went as it did, else null. */
  because: words.nullable(),
  updatedAt: instant,
});
export type ResponseSummary = z.infer<typeof responseSummary>;

/** A file of a response. `documentSha256` is what the receipt counts: over `{fileName, mediaType, salt, sha256, size}`. */
export const responseDocument = z.strictObject({
  id,
  /** 1, and one more for each that replaces another. */
  version,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  /** Of the file itself. */
  sha256,
  salt: z.string(),
  documentSha256: sha256,
  addedAt: instant,
});

/** What the conflict wall found, for those who decide; the provider reads words that do not tell who stands behind it. */
export const responseFinding = z.strictObject({
  /** Null for the provider, who would know by its own ties who stands behind the wall. */
  code: z.string().nullable(),
  organisationId: id.nullable(),
  words,
});

export const responseView = responseSummary.extend({
  parties: z.array(responseParty),
  /** Null while it may not be read: sealed ones until they are opened, also by their sender. */
  content: offeredContent.nullable(),
  documents: z.array(responseDocument),
  findings: z.array(responseFinding),
  /** A broker's decision on a flag. */
  clearance: z.strictObject({ allow: z.boolean(), reason: z.string(), organisationId: id, at: instant }).nullable(),
});
export type ResponseView = z.infer<typeof responseView>;

/**
 * Record of an opening (开启记录): every response that was in by the deadline, by its receipt, in the order of their
 * receipts. Public, since anybody may check it.
 */
export const openingRecord = z.strictObject({
  lotId: id,
  attempt: z.int().min(1),
  needTitle: z.string(),
  lotTitle: z.string(),
  dueAt: instant.nullable(),
  openedAt: instant,
  openedOn: day,
  /** By the clock at the deadline, or by the poster who closed the lot. */
  by: z.enum(['deadline', 'poster']),
  responses: z.array(
    z.strictObject({
      responseId: id,
      organisationName: z.string(),
      memberNames: z.array(z.string()),
      receiptNumber: z.string(),
      submittedAt: instant,
      sha256,
      valid: z.boolean(),
      because: words.nullable(),
    }),
  ),
});
export type OpeningRecord = z.infer<typeof openingRecord>;
