import { say } from '../../words';
import { text, type Rules, type Rule } from '../values/check-options';
import { isLayer } from '../values/kinds';
import { checkNames, findClass, type ClassChoice, type ClassNames } from './classifier';

export interface ClassOptions {
  /** The class that is asked for: its index from 0, or its name in `classes`. Without it, the model's first guess. */
  class?: ClassChoice;
  /** Names of the classes, in the order of the model's outputs. */
  classes?: ClassNames;
  /** A line above the output. */
  title?: string;
}

export const names: Rule = {
  test: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string' || typeof name === 'number'),
  wanted: () => say('lab.want.names'),
};

export const layerRule: Rule = {
  test: (value) => typeof value === 'string' || typeof value === 'number' || isLayer(value),
  wanted: () => say('lab.want.layer'),
};

export const classRules: Rules<ClassOptions> = {
  class: {
    test: (value) => typeof value === 'string' || typeof value === 'number',
    wanted: () => say('lab.want.class'),
  },
  classes: names,
  title: text,
};

/** The index of the class asked for, where one is. */
export function chosenClass(verb: string, options: ClassOptions, count: number): number | undefined {
  checkNames(verb, options.classes, count);
  return findClass(verb, options.class, options.classes, count);
}
