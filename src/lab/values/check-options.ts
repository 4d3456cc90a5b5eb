import { say } from '../../words';
import { describe } from './describe';
import { isPlain } from './kinds';

/** What an option may be: a test, and the words that say it. */
export interface Rule {
  test(value: unknown): boolean;
  wanted: () => string;
}
export type Rules<Options> = { [Name in keyof Required<Options>]: Rule };

export const text: Rule = { test: (value) => typeof value === 'string', wanted: () => say('lab.want.text') };
export const finite: Rule = { test: (value) => Number.isFinite(value), wanted: () => say('lab.want.number') };

export function atLeast(least: number): Rule {
  return {
    test: (value) => Number.isFinite(value) && Number(value) >= least,
    wanted: () => say('lab.want.atLeast', { least }),
  };
}

export function whole(least: number): Rule {
  return {
    test: (value) => Number.isSafeInteger(value) && Number(value) >= least,
    wanted: () => say('lab.want.whole', { least }),
  };
}

export function oneOf(...allowed: string[]): Rule {
  return {
    test: (value) => typeof value === 'string' && allowed.includes(value),
    wanted: () => say('lab.want.oneOf', { allowed: allowed.map((one) => `'${one}'`).join(', ') }),
  };
}

/** Two numbers, the smaller one first. */
export const ends: Rule = {
  test: (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isFinite) && value[0] < value[1],
  wanted: () => say('lab.want.ends'),
};

/**
 * Refuses options that a verb does not know and values that they cannot have.
 * @throws TypeError that names the verb, the option, what it may be and what was given
 */
export function checkOptions(verb: string, options: object, rules: Record<string, Rule>): void {
  if (!isPlain(options)) throw new TypeError(say('lab.options', { verb, value: describe(options) }));
  for (const [name, value] of Object.entries(options)) {
    const rule = rules[name];
    if (!rule) throw new TypeError(say('lab.option.unknown', { verb, name, known: Object.keys(rules).join(', ') }));
    if (value !== undefined && !rule.test(value)) {
      throw new TypeError(say('lab.option', { verb, name, wanted: rule.wanted(), value: describe(value) }));
    }
  }
}
