// The status of a file, and of an answer: a word and a sign, never a colour alone.

import { Icon, type IconName } from './icon.tsx';

const SIGNS: Record<string, IconName> = {
  pending: 'circle',
  processing: 'half',
  completed: 'tick',
  failed: 'cross',
  not_applicable: 'dash',
  delivered: 'tick',
  refused: 'cross',
  cancelled: 'dash',
};

export const wordsOf = (status: string): string => status.replaceAll('_', ' ');

export function Status({ status }: { status: string }) {
  return (
    <span class="status" data-status={status}>
      <Icon name={SIGNS[status] ?? 'dot'} /> {wordsOf(status)}
    </span>
  );
}

const kindOf = (status: number) =>
  status === 0 || status >= 500 ? 'failed' : status >= 400 ? 'warned' : 'completed';

/** 0 stands for a connection that was broken instead. */
export function HttpStatus({ status, text = '' }: { status: number; text?: string }) {
  return (
    <span class="status" data-status={kindOf(status)}>
      {status === 0 ? 'no answer' : `${status} ${text}`.trim()}
    </span>
  );
}
