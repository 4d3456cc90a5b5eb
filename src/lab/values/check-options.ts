import { listed, say } from '../../words';
import { describe } from './describe';
import { isPlain } from './kinds';

/** What an option may be: a test, and a phrase that says what passes it. */
export interface Rule {
  test(value: unknown): boolean;
  wanted: () => string;
}
/** A rule for each option of a verb. */
export type Rules<Options> = { [Name in keyof Required<Options>]: Rule };

/** Any text, the empty one included. */
export const text: Rule = { test: (value) => typeof value === 'string', wanted: () => say('lab.want.text') };
/** Any number but NaN and the infinities. */
export const finite: Rule = { test: (value) => Number.isFinite(value), wanted: () => say('lab.want.number') };

/** A finite number from `min` on. */
export function atLeast(min: number): Rule {
  return {
    test: (value) => Number.isFinite(value) && Number(value) >= min,
    wanted: () => say('lab.want.atLeast', { least: min }),
  };
}

/** An integer from `min` on. */
export function whole(min: number): Rule {
  return {
    test: (value) => Number.isSafeInteger(value) && Number(value) >= min,
    wanted: () => say('lab.want.whole', { least: min }),
  };
}

/** One of these texts. */
export function oneOf(...allowed: string[]): Rule {
  return {
    test: (value) => typeof value === 'string' && allowed.includes(value),
    wanted: () => say('lab.want.oneOf', { allowed: listed(allowed.map((one) => `'${one}'`)) }),
  };
}

/** Two numbers, the smaller one first. */
export const ends: Rule = {
  test: (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) && value[0] < value[1],
  wanted: () => say('lab.want.ends'),
};

/**
 * Checks a reader's options against the verb's rules. An option that is undefined counts as not given.
 * @throws TypeError for an unknown option or a wrong value: it names the verb, the option, what it may be and what was given
 */
export function checkOptions(verb: string, options: object, rules: Record<string, Rule>): void {
  if (!isPlain(options)) throw new TypeError(say('lab.options', { verb, value: describe(options) }));
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new TypeError(say('lab.option.unknown', { verb, name, known: listed(Object.keys(rules)) }));
    if (value !== undefined && !rule.test(value)) {
      throw new TypeError(say('lab.option', { verb, name, wanted: rule.wanted(), value: describe(value) }));
    }
  }
}
