import { NoAnswer, ProblemError } from '@duijie/api-client';
import {
  addResponseDocument,
  changeResponse,
  createResponse,
  getResponse,
  removeResponseDocument,
  submitResponse,
  type LotView,
  type ResponseAck,
  type ResponseView,
} from '@duijie/contracts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../../../api/client';
import { keptDraftOf, type KeptDraft } from './kept-draft';
import { blankDraft, draftOf, inputOf, type ResponseDraft } from './response-draft';

const restMs = 1200;
/** `local` is kept in this browser only; `behind` somebody of the own organisation changed it meanwhile. */
export type SaveState = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'local' | 'refused' | 'behind';
type Known = Pick<ResponseAck, 'id' | 'version' | 'state' | 'unconfirmed'>;
type Documents = KeptDraft['documents'];

const knownOf = (own: ResponseView | null): Known | null =>
  own && {
    id: own.id,
    version: own.version,
    state: own.state,
    unconfirmed: own.parties.filter(({ state }) => state !== 'confirmed').length,
  };

/**
 * A response as it is written: saves itself while it is a draft, on the server, or in this browser where it is sealed.
 * What was handed in already changes only when it is handed in again, since that makes a new receipt.
 */
export function useResponseDraft(lot: LotView, own: ResponseView | null, organisationId: string) {
  const kept = useMemo(() => keptDraftOf(organisationId, lot.id, lot.attempt), [organisationId, lot.id, lot.attempt]);
  const [first] = useState(() => {
    const local = lot.sealed ? kept.read() : null;
    return {
      draft: local?.draft ?? draftOf(lot, own) ?? blankDraft(lot),
      documents: local?.documents ?? (own?.documents ?? []).map(({ id, fileName }) => ({ id, fileName })),
      lost: lot.sealed && own !== null && local === null,
    };
  });
  const [draft, setDraft] = useState<ResponseDraft>(first.draft);
  const [documents, setDocuments] = useState<Documents>(first.documents);
  const [known, setKnown] = useState<Known | null>(() => knownOf(own));
  const [saved, setSaved] = useState<SaveState>('untouched');
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef({ draft, documents, known });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const revision = useRef(0);

  const learn = (ack: ResponseAck): ResponseAck => {
    const { id, version, state, unconfirmed } = ack;
    latest.current.known = { id, version, state, unconfirmed };
    setKnown(latest.current.known);
    return ack;
  };
  /** One thing after the other, so that each names the version that the one before made. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.current.then(work);
    queue.current = turn.catch(() => undefined);
    return turn;
  };
  const refuse = (reason: unknown): void => {
    setError(reason instanceof Error ? reason : new Error(String(reason)));
    setSaved(reason instanceof ProblemError && reason.status === 412 ? 'behind' : 'refused');
  };
  const send = async (): Promise<ResponseAck> => {
    const before = latest.current.known;
    const body = inputOf(latest.current.draft);
    return learn(
      before
        ? await api().call(changeResponse, { params: { responseId: before.id }, body, ifMatch: before.version })
        : await api().call(createResponse, { params: { lotId: lot.id }, body: { ...body, submit: false } }),
    );
  };
  /** A member's answer makes a new version, too, and is no reason to stop: goes on from it. @returns whether that is it */
  const takeAnswer = (view: ResponseView): boolean => {
    const before = latest.current.known;
    const now = knownOf(view);
    if (!before || now?.id !== before.id || now.version <= before.version) return false;
    if (now.unconfirmed === before.unconfirmed) return false;
    latest.current.known = now;
    setKnown(now);
    return true;
  };
  const memberAnswered = async (reason: unknown): Promise<boolean> => {
    const before = latest.current.known;
    if (!before || !(reason instanceof ProblemError && reason.status === 412)) return false;
    return takeAnswer(await api().call(getResponse, { params: { responseId: before.id } }));
  };
  const keep = (): void => {
    if (lot.sealed) kept.write({ draft: latest.current.draft, documents: latest.current.documents });
  };
  const save = (): Promise<ResponseAck> =>
    inTurn(async () => {
      const at = revision.current;
      setSaved('saving');
      try {
        const ack = await send().catch(async (reason: unknown) => {
          if (!(await memberAnswered(reason))) throw reason;
          return send();
        });
        setError(null);
        setSaved(at === revision.current ? 'saved' : 'unsaved');
        return ack;
      } catch (reason) {
        refuse(reason);
        throw reason;
      }
    });

  const drafted = known === null || known.state === 'draft';
  useEffect(() => {
    if (saved !== 'unsaved') return undefined;
    const timer = setTimeout(() => {
      if (lot.sealed || !drafted) {
        keep();
        setSaved(lot.sealed ? 'local' : 'unsaved');
      } else void save().catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
    // Each change sets `draft` anew, which begins the wait again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, saved]);

  // Whoever leaves before the pause is over, or was without a network, loses nothing of a draft.
  const leaving = useRef<() => void>(() => undefined);
  useEffect(() => {
    leaving.current = () => {
      if (saved === 'unsaved' && drafted && !lot.sealed) void save().catch(() => undefined);
    };
  });
  useEffect(() => () => leaving.current(), []);
  useEffect(() => {
    if (saved !== 'refused' || !(error instanceof NoAnswer)) return undefined;
    const again = (): void => setSaved('unsaved');
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [saved, error]);

  const change = (patch: Partial<ResponseDraft>): void => {
    revision.current += 1;
    latest.current.draft = { ...latest.current.draft, ...patch };
    setDraft(latest.current.draft);
    setSaved('unsaved');
    keep();
  };
  const withBusy = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    try {
      return await work();
    } catch (reason) {
      refuse(reason);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const setFiles = (files: Documents): void => {
    latest.current.documents = files;
    setDocuments(files);
    keep();
  };
  return {
    draft,
    documents,
    known,
    saved,
    error,
    busy,
    /** What was written elsewhere cannot be shown here: it is sealed. */
    lost: first.lost,
    change,
    /** The page has read the response again: what members answered meanwhile is gone on from. */
    heard: (view: ResponseView) => void inTurn(async () => takeAnswer(view)),
    saveNow: () => withBusy(save),
    /** @returns the receipt's response, null when it was refused */
    submit: () =>
      withBusy(async () => {
        const ack = await save();
        if (ack.state !== 'draft') return ack;
        return inTurn(async () =>
          learn(await api().call(submitResponse, { params: { responseId: ack.id }, ifMatch: ack.version })),
        );
      }),
    addFile: (file: File) =>
      withBusy(async () => {
        const responseId = latest.current.known?.id ?? (await save()).id;
        const ack = await inTurn(() =>
          api().call(addResponseDocument, {
            params: { responseId },
            body: {},
            file: { name: file.name, content: file },
          }),
        );
        learn(ack);
        setError(null);
        setFiles([...latest.current.documents, { id: ack.documentId, fileName: file.name }]);
        return ack;
      }),
    removeFile: (documentId: string) =>
      withBusy(async () => {
        const before = latest.current.known;
        if (!before) return null;
        const params = { responseId: before.id, documentId };
        const ack = await inTurn(() => api().call(removeResponseDocument, { params, ifMatch: before.version }));
        learn(ack);
        setFiles(latest.current.documents.filter(({ id }) => id !== documentId));
        return ack;
      }),
    /** After `behind`: goes on with what is written here, over what somebody else saved. */
    overwrite: () =>
      withBusy(async () => {
        const before = latest.current.known;
        if (!before) return null;
        const now = await api().call(getResponse, { params: { responseId: before.id } });
        latest.current.known = knownOf(now);
        return save();
      }),
    forget(): void {
      kept.clear();
      latest.current.documents = [];
      change(blankDraft(lot));
      setDocuments([]);
      setSaved('untouched');
      kept.clear();
    },
  };
}
export type ResponseDrafting = ReturnType<typeof useResponseDraft>;
