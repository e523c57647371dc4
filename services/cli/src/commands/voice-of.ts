import type { Command } from 'commander';
import { createVoice, type Voice } from '../terminal/voice';

/** The voice that the global options ask for. */
export function voiceOf(command: Command): Voice {
  const { lang, json } = command.optsWithGlobals<{ lang?: string; json?: boolean }>();
  return createVoice({ lang, json });
}
