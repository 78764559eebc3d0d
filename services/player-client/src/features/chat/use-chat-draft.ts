import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** Longest line of chat; the server refuses more (rule book, platform 6.2). */
export const CHAT_LIMIT = 300;

const KEY = 'sw.chat-draft';

const read = (): string => {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
};

export interface ChatDraft {
  readonly text: string;
  readonly field: RefObject<HTMLInputElement | null>;
  setText(text: string): void;
  /** Begins the line with a name. */
  address(name: string): void;
  /** The line to send, or null when there is none; empties the field. */
  take(): string | null;
}

/** What is being written: it survives leaving the screen and losing the link. */
export function useChatDraft(): ChatDraft {
  const [text, setText] = useState(read);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, text);
    } catch {
      // Storage is closed to us: the draft lasts as long as the screen.
    }
  }, [text]);
  return {
    text,
    field,
    setText,
    address: (name) => {
      setText((typed) => (typed.startsWith('@') ? typed : `@${name} ${typed}`).slice(0, CHAT_LIMIT));
      field.current?.focus();
    },
    take: () => {
      const line = text.trim();
      if (line === '') return null;
      setText('');
      return line;
    },
  };
}
