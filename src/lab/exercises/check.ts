import * as tf from '@tensorflow/tfjs';
import { locale, type Locale } from '../../words';
import type { VerdictOutput } from '../../protocol';
import { describeFully } from '../values/describe';
import { attempt } from '../values/attempt';
import { commonMistake } from './common-mistake';
import { firstDifference, writeMarked } from './difference';
import { randomFrom, type Random } from './random';
import { plainOf, same } from './same';
import { stage } from '../stage';

/** A sentence in the languages of the book; where one is missing, English stands in. */
export type Sentence = { en: string } & Partial<Record<Locale, string>>;

/** One call of the reader's code, and what must come of it. */
export interface Case<Given extends unknown[]> {
  /** The arguments of the call. */
  given: Given;
  /** The expected answer, or a function of the arguments that computes it; tensors and typed arrays are read. Default: the exercise's `want`. */
  want?: unknown;
  /**
   * Judges an answer that `want` cannot describe: true, or a sentence that says what is wrong with it. Default: the exercise's
   * `test`, and if it has none, the answer must be the same as `want`.
   */
  test?: Judge<Given>;
}

/** Judges an answer (tensors are read): true, or a sentence that says what is wrong with it. An answer for which it throws has an odd form and is wrong. */
export type Judge<Given extends unknown[]> = (
  got: never,
  ...given: Given
) => boolean | Sentence | Promise<boolean | Sentence>;

/** What `when` may look at, as plain data: tensors have been read. */
export interface Facts<Given extends unknown[]> {
  /** The answer of the reader's code, as `read` gives it. */
  got: unknown;
  /** The expected answer. */
  want: unknown;
  /** The arguments of the call, as they are. */
  given: Given;
  /** Name and message of the error that the reader's code threw; undefined if it threw none. */
  error?: string;
}

/** How to test the reader's code. */
export interface Exercise<Given extends unknown[]> {
  /** Calls the reader's code. What it returns is awaited, with every promise in its lists and objects. */
  run: (...given: Given) => unknown;
  /** The calls to try, the most telling first. */
  cases: Case<Given>[];
  /** Draws the arguments of a case anew at each run, so that a table of the answers to `cases` does not pass. Default: none. */
  fresh?: (random: Random) => [...Given];
  /** How many fresh cases are tried after the `cases`. Default: 4. */
  draws?: number;
  /** Computes the expected answer of a fresh case, and of each case that has none of its own. Default: none. */
  want?: (...given: Given) => unknown;
  /** Judges the fresh cases, and each case that has no `test` of its own. Default: the answer must be the same as `want`. */
  test?: Judge<Given>;
  /** Brings an answer (plain data) of any form that is as good into the form of `want`, for example with `numbersIn`. Default: as it came. */
  read?: (got: unknown, ...given: Given) => unknown;
  /** Likely mistakes: of those that fit the first failing case, the one that fits most failing cases is named to the reader. Default: none. */
  wrong?: ({ when: (facts: Facts<Given>) => boolean } & Sentence)[];
  /** Hints, shown one by one when the reader asks. Default: none. */
  hints?: Sentence[];
  /** What a reader who has passed now knows, or could try next. Default: none. */
  learnt?: Sentence;
  /** The largest difference between two numbers, absolute up to 1 and relative above. Default: 1e-4. */
  tolerance?: number;
}

/**
 * Tests the reader's code on every case of an exercise and reports how it went: for the first case that fails, what was
 * expected, what came, and the likely mistake.
 *
 * ```ts
 * await check({
 *   run: (n, k) => outSize(n, k),
 *   want: (n, k) => n - k + 1,
 *   cases: [{ given: [5, 3] }],
 *   fresh: (random) => [random.whole(10, 90), random.whole(1, 9)],
 * })
 * ```
 *
 * @param exercise see `Exercise`; an error that `run` throws counts as a wrong answer
 * @throws whatever `want` or `fresh` throws
 */
export async function check<Run extends (...given: never[]) => unknown>(
  exercise: Exercise<Parameters<Run>> & { run: Run },
): Promise<void> {
  const own = stage();
  const fresh = freshCases(exercise, Date.now());
  const cases = [...exercise.cases, ...fresh];
  let passed = 0;
  const failing: Failing<Parameters<Run>>[] = [];
  for (const one of cases) {
    if (own.stopped()) break;
    const facts = await ask(exercise, one);
    const verdict = await judge(exercise, one, facts);
    if (verdict === true) passed += 1;
    else failing.push({ facts, verdict });
  }
  const failure = describeFailure(exercise, failing);
  own.emit({
    kind: 'verdict',
    passed,
    total: cases.length,
    ...(fresh.length > 0 && { fresh: fresh.length }),
    hints: (exercise.hints ?? []).map(inLanguage),
    ...(failure && { failure }),
    ...(!failure && exercise.learnt && { learnt: inLanguage(exercise.learnt) }),
  });
}

function freshCases<Given extends unknown[]>({ fresh, draws = 4 }: Exercise<Given>, seed: number): { given: Given }[] {
  if (!fresh) return [];
  const random = randomFrom(seed);
  return Array.from({ length: draws }, () => ({ given: fresh(random) }));
}

async function ask<Given extends unknown[]>(
  exercise: Exercise<Given>,
  { given, want = exercise.want }: Case<Given>,
): Promise<Facts<Given>> {
  const facts = { want: await plainOf(typeof want === 'function' ? want(...given) : want), given };
  tf.engine().startScope('case');
  try {
    const got = await plainOf(exercise.run(...given));
    return { ...facts, got: readAs(exercise, got, given) };
  } catch (error) {
    return {
      ...facts,
      got: undefined,
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  } finally {
    tf.engine().endScope();
  }
}

/** An answer so odd that it cannot be brought into another form is judged as it is. */
function readAs<Given extends unknown[]>({ read }: Exercise<Given>, got: unknown, given: Given): unknown {
  return attempt(() => (read ? read(got, ...given) : got), got);
}

async function judge<Given extends unknown[]>(
  exercise: Exercise<Given>,
  { given, test = exercise.test }: Case<Given>,
  { got, want, error }: Facts<Given>,
): Promise<Verdict> {
  if (error !== undefined) return false;
  if (!test) return same(got, want, toleranceOf(exercise));
  try {
    return await test(got as never, ...given);
  } catch {
    return 'odd';
  }
}

/** `odd`: the answer has a form that the exercise's own `test` could not read. */
type Verdict = boolean | Sentence | 'odd';

interface Failing<Given extends unknown[]> {
  facts: Facts<Given>;
  verdict: Verdict;
}

/** The first failing case in words; undefined if there is none. */
function describeFailure<Given extends unknown[]>(
  exercise: Exercise<Given>,
  failing: Failing<Given>[],
): VerdictOutput['failure'] {
  const [first] = failing;
  if (!first) return undefined;
  const { facts, verdict } = first;
  const { got, want, given, error } = facts;
  const tolerance = toleranceOf(exercise);
  const sentence = typeof verdict === 'object' ? verdict : likelyMistake(exercise, failing);
  const says = sentence ? inLanguage(sentence) : commonMistake(facts, tolerance, verdict === 'odd');
  const path = error === undefined ? firstDifference(got, want, tolerance) : undefined;
  const mine = error === undefined ? writeMarked(got, path) : { text: error };
  const theirs = want === undefined ? undefined : writeMarked(want, path);
  return {
    given: given.map(describeFully).join(', '),
    got: mine.text,
    ...(mine.mark && { gotMark: mine.mark }),
    ...(theirs && { want: theirs.text }),
    ...(theirs?.mark && { wantMark: theirs.mark }),
    ...(says !== undefined && { says }),
  };
}

/** Of the mistakes that fit the first failing case the one that fits most of the others too: two mistakes often agree on one case. */
function likelyMistake<Given extends unknown[]>(
  { wrong = [] }: Exercise<Given>,
  failing: Failing<Given>[],
): Sentence | undefined {
  // A guess about a wrong answer may throw for an answer of another form: then it does not fit.
  const fitting = wrong.map((mistake) => failing.map(({ facts }) => attempt(() => mistake.when(facts), false)));
  const counts = fitting.map((fits) => (fits[0] ? fits.filter(Boolean).length : 0));
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : wrong[counts.indexOf(most)];
}

const toleranceOf = ({ tolerance = 1e-4 }: { tolerance?: number }): number => tolerance;

const inLanguage = (sentence: Sentence): string => sentence[locale()] ?? sentence.en;
