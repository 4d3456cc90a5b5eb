/** Tells the other tabs that a cell's edit was written, and hears of theirs. */
export interface EditChannel {
  tell(chapter: string, cell: string, source: string | undefined): void;
  close(): void;
}

/**
 * Opens the channel. A message is only a hint that the store has something new: anything may come over a channel, so `onWritten` reads the
 * store itself and believes no text but that.
 */
export function openEditChannel(onWritten?: (chapter: string, cell: string) => void): EditChannel {
  if (typeof BroadcastChannel !== 'function') return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel('receptive-edits');
  if (onWritten)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null) return;
      const { chapter, cell, source } = data as Record<string, unknown>;
      const sound = source === undefined || typeof source === 'string';
      if (typeof chapter === 'string' && typeof cell === 'string' && sound) onWritten(chapter, cell);
    });
  return {
    // The text is for tabs that were opened before this version of the book came out.
    tell: (chapter, cell, source) => channel.postMessage({ chapter, cell, ...(source !== undefined && { source }) }),
    close: () => channel.close(),
  };
}
