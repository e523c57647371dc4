import { ProblemError } from '@duijie/api-client';
import { useEffect, type ReactNode } from 'react';
import './kit.css';
import { currentLanguage, semicolonOf } from '../words/language';
import { ProblemAlert } from './problem-alert';

type Faults = readonly { readonly pointer: string; readonly detail: string }[];
const faultsOf = (error: Error | null): Faults => (error instanceof ProblemError ? (error.problem.errors ?? []) : []);
const under = (pointer: string, field: string): boolean => pointer === field || pointer.startsWith(`${field}/`);

/** What a problem says of one field, e.g. `/money` (with what lies below it); null when nothing. */
export const faultAt = (error: Error | null, field: string): string | null =>
  faultsOf(error)
    .filter(({ pointer }) => under(pointer, field))
    .map(({ detail }) => detail)
    .join(semicolonOf(currentLanguage())) || null;

/** A field with its label, its explanation, and what is wrong with it. @param pointer JSON pointer of the field */
export function Field({
  label,
  htmlFor,
  hint,
  error,
  pointer,
  children,
}: {
  readonly label: string;
  /** Id of the control; left out where the field is a group. */
  readonly htmlFor?: string;
  readonly hint?: ReactNode;
  readonly error: Error | null;
  readonly pointer: string;
  readonly children: ReactNode;
}) {
  const fault = faultAt(error, pointer);
  const inside = (
    <>
      {children}
      {hint ? <div className="kit-hint">{hint}</div> : null}
      {fault ? (
        <div className="kit-fault" role="alert">
          {fault}
        </div>
      ) : null}
    </>
  );
  return htmlFor === undefined ? (
    <fieldset className={fault ? 'kit-field kit-field-wrong' : 'kit-field'} data-pointer={pointer}>
      <legend>{label}</legend>
      {inside}
    </fieldset>
  ) : (
    <div className={fault ? 'kit-field kit-field-wrong' : 'kit-field'} data-pointer={pointer}>
      <label htmlFor={htmlFor}>{label}</label>
      {inside}
    </div>
  );
}

const focusable = 'input, textarea, button, select, [tabindex]:not([tabindex="-1"])';
/** Leads to the first field at fault, so that neither eye nor keyboard has to look for it. */
function goToFirstFault(): void {
  const field = document.querySelector<HTMLElement>('.kit-field-wrong');
  if (!field) return;
  field.scrollIntoView({ block: 'center' });
  if (field.contains(document.activeElement)) return;
  field.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
}

/**
 * A problem that no field of the form shows by itself; and the focus goes to the first field that does.
 * @param fields pointers of the fields that show theirs @param focus false while nobody has asked for anything
 */
export function FormProblem({
  error,
  fields,
  focus = true,
}: {
  readonly error: Error | null;
  readonly fields: readonly string[];
  readonly focus?: boolean;
}) {
  useEffect(() => {
    if (error && focus) goToFirstFault();
    // Only a new error moves the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);
  const faults = faultsOf(error);
  const shown = faults.length > 0 && faults.every(({ pointer }) => fields.some((field) => under(pointer, field)));
  return shown ? null : <ProblemAlert error={error} />;
}
