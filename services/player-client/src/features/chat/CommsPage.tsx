import type { PanelState } from '@sw/ui';
import { Button, formatClock, formatDateTime, Panel } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries, useCurrentSector, usePlayerState } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useKeyLayer } from '../../keyboard/use-key-layer.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { ContactsPanel } from '../navigation/index.ts';
import styles from './CommsPage.module.css';
import { FAILED_PREFIX, PENDING_PREFIX, sendChat } from './send-chat.ts';
import { CHAT_LIMIT, useChatDraft } from './use-chat-draft.ts';

/** P-17 of this slice: what is said in the sector. */
export function CommsPage(): ReactElement {
  const t = useText();
  const services = useGame();
  const { data: state } = usePlayerState();
  const sectorQuery = useCurrentSector();
  const chat = useQuery(gameQueries.chat(services.api));
  const draft = useChatDraft();
  const items = chat.data?.items ?? [];
  const list = useRef<HTMLOListElement>(null);
  const loaded = usePanelState(chat, t('game:screen.comms'));
  const panel: PanelState =
    loaded.kind === 'ready' && items.length === 0 ? { kind: 'empty', text: t('game:comms.empty') } : loaded;
  const number = sectorQuery.data?.number ?? 0;

  useKeyLayer('comms', { reply: () => draft.field.current?.focus() });

  useEffect(() => {
    if (items.length > 0) list.current?.lastElementChild?.scrollIntoView({ block: 'end' });
  }, [items.length]);

  return (
    <Screen
      title={t('game:comms.title', { number })}
      hideTitle
      contextLabel={t('game:contacts.title')}
      context={
        <ContactsPanel
          state={usePanelState(sectorQuery, t('game:contacts.title'))}
          sector={sectorQuery.data}
          selection={null}
          onSelect={({ id }) => {
            const contact = sectorQuery.data?.contacts?.items.find(({ playerId }) => playerId === id);
            if (contact !== undefined) draft.address(contact.name);
          }}
        />
      }
      stage={
        <>
          <Panel
            title={t('game:comms.title', { number })}
            note={
              <>
                {t('game:comms.note')} <HelpMark topic="comms" about={t('game:screen.comms')} />
              </>
            }
            state={panel}
            scroll
            className={styles.panel}
          >
            <ol ref={list} className={styles.list} aria-live="polite" aria-label={t('game:screen.comms')}>
              {items.map((line) => (
                <ChatLine
                  key={line.id}
                  line={line}
                  isOwn={line.sender.playerId === state?.player.id}
                  onRetry={() => void sendChat(services, line.text, line.clientId ?? undefined)}
                />
              ))}
            </ol>
          </Panel>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              const text = draft.take();
              if (text !== null) void sendChat(services, text);
            }}
          >
            <input
              ref={draft.field}
              className={styles.input}
              value={draft.text}
              onChange={(event) => draft.setText(event.target.value)}
              maxLength={CHAT_LIMIT}
              aria-label={t('game:comms.write')}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.blur();
              }}
              placeholder={t('game:comms.write')}
              autoComplete="off"
              enterKeyHint="send"
              dir="auto"
            />
            <span className={styles.count} aria-hidden="true">
              {CHAT_LIMIT - draft.text.length}
            </span>
            <Button type="submit" variant="next">
              {t('game:comms.send')}
            </Button>
          </form>
        </>
      }
    />
  );
}

interface ChatLineProps {
  readonly line: {
    readonly id: string;
    readonly text: string;
    readonly ts: string;
    readonly sender: { readonly name: string };
  };
  readonly isOwn: boolean;
  readonly onRetry: () => void;
}

function ChatLine({ line, isOwn, onRetry }: ChatLineProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const atMs = Date.parse(line.ts);
  const failed = line.id.startsWith(FAILED_PREFIX);
  return (
    <li className={clsx(line.id.startsWith(PENDING_PREFIX) && styles.pending)}>
      <time dateTime={line.ts} title={formatDateTime(atMs, locale)}>
        {formatClock(atMs, locale)}
      </time>
      <bdi className={clsx(styles.sender, isOwn && styles.own)}>{line.sender.name}</bdi>
      <span className={styles.text} dir="auto">
        {line.text}
        {failed && (
          <span className="loss">
            {' '}
            {t('game:comms.failed')}{' '}
            <button type="button" className={styles.retry} onClick={onRetry}>
              {t('common:action.retry')}
            </button>
          </span>
        )}
      </span>
    </li>
  );
}
