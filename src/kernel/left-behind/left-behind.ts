/** One run of one cell, as the owner of what it started. */
export interface Owner {
  cell: string;
  run: number;
}

/** Something that an owner has started and that can be ended. */
export interface Held {
  /** It has ended by itself. */
  release(): void;
}

/** Of what an owner had too much. */
export type Flood = 'held' | 'failures';

/** Timers, listeners and channels that cells started. Each belongs to the run that started it, until that is ended. */
export interface LeftBehind {
  /** A run begins: what the cell's run before it left behind ends. */
  begin(owner: Owner): void;
  /** Ends what a cell left behind; without a name all of it, except what belongs to the run `but`. */
  end(cell?: string, but?: number): void;
  /** The owner whose code calls the function that calls this; undefined for code that is not a cell's. */
  caller(): Owner | undefined;
  /** The owner whose callback runs now. */
  entered(): Owner | undefined;
  /** The owner whose code is the outermost in the calls that lead here. */
  outermost(): Owner | undefined;
  /** Keeps `end` for later; undefined if the owner has been ended, and must not start anything. */
  hold(owner: Owner, end: () => void): Held | undefined;
  /** Runs a callback of the owner's, whose errors are the owner's. */
  enter(owner: Owner, callback: () => void): void;
}

interface Account {
  ended: boolean;
  endings: Set<() => void>;
  failures: number;
}

/** Things that one run can have waiting at once, and errors that its callbacks can throw, before all of them are ended. */
export const mostHeld = 10_000;
const mostFailures = 50;

/** As it was before any cell ran. */
const { Error } = globalThis;

const framePattern = /cell\/(.+?)\/(\d+)\.js:\d+:\d+/;
const positionPattern = /:\d+:\d+\)?$/;
/** Frames above the caller's: of this file two, and the function that calls `caller`. */
const ownFrames = 3;
/** Frames that are enough to see who called: the stacks of errors are longer, and cost more. */
const framesRead = 6;
const allFrames = 200;

/** The calls that lead here, innermost first. */
function framesNow(most: number): string[] {
  const before: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', most);
  const { stack } = new Error('');
  Reflect.set(Error, 'stackTraceLimit', before);
  return String(stack)
    .split('\n')
    .filter((line) => positionPattern.test(line));
}

/**
 * @param fail shows an error that a callback of the owner's has thrown
 * @param flooded says that an owner had too much going on, and that it was ended
 */
export function keepLeftBehind(
  fail: (error: unknown, owner: Owner) => void,
  flooded: (owner: Owner, by: Flood) => void,
): LeftBehind {
  const accounts = new Map<string, Account>();
  const newest = new Map<string, Owner>();
  let active: Owner | undefined;

  const keyOf = ({ cell, run }: Owner): string => `${cell}/${run}`;

  function ownerIn(frame: string): Owner | undefined {
    const match = framePattern.exec(frame);
    const owner = match && { cell: match[1] ?? '', run: Number(match[2]) };
    return owner && accounts.has(keyOf(owner)) ? owner : undefined;
  }

  function close(owner: Owner): void {
    const account = accounts.get(keyOf(owner));
    if (!account) return;
    account.ended = true;
    const endings = [...account.endings];
    account.endings.clear();
    for (const end of endings) end();
  }

  function giveUp(owner: Owner, by: Flood): void {
    close(owner);
    flooded(owner, by);
  }

  return {
    begin(owner) {
      const before = newest.get(owner.cell);
      if (before) close(before);
      newest.set(owner.cell, owner);
      accounts.set(keyOf(owner), { ended: false, endings: new Set(), failures: 0 });
    },
    end(cell, but) {
      for (const owner of newest.values())
        if ((cell === undefined || owner.cell === cell) && owner.run !== but) close(owner);
    },
    caller() {
      const frame = framesNow(framesRead)[ownFrames];
      // Called by the platform, with no code of anyone's in between.
      return frame === undefined ? active : ownerIn(frame);
    },
    entered: () => active,
    outermost() {
      for (const frame of framesNow(allFrames).reverse()) {
        const owner = ownerIn(frame);
        if (owner) return owner;
      }
      return undefined;
    },
    hold(owner, end) {
      const account = accounts.get(keyOf(owner));
      if (!account || account.ended) return undefined;
      account.endings.add(end);
      if (account.endings.size > mostHeld) giveUp(owner, 'held');
      return { release: () => void account.endings.delete(end) };
    },
    enter(owner, callback) {
      const account = accounts.get(keyOf(owner));
      if (!account || account.ended) return;
      const outer = active;
      active = owner;
      try {
        callback();
      } catch (error) {
        account.failures += 1;
        if (account.failures > mostFailures) giveUp(owner, 'failures');
        else fail(error, owner);
      } finally {
        active = outer;
      }
    },
  };
}
