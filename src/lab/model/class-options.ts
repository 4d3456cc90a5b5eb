import { say } from '../../words';
import { text, type Rules, type Rule } from '../values/check-options';
import { isLayer } from '../values/kinds';
import { checkNames, findClass, type ClassChoice, type ClassNames } from './classifier';

/** Which class of a classifier to explain. */
export interface ClassOptions {
  /** The class to explain: its index from 0, or its name in `classes`. Default: the model's first guess. */
  class?: ClassChoice;
  /** Names of the classes, in the order of the model's outputs. Default: their indices. */
  classes?: ClassNames;
  /** A line above the output. Default: the method and the name of the class. */
  title?: string;
}

/** A list of class names. */
export const names: Rule = {
  test: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string' || typeof name === 'number'),
  wanted: () => say('lab.want.names'),
};

/** A layer: its name, its index or the layer itself. */
export const layerRule: Rule = {
  test: (value) => typeof value === 'string' || typeof value === 'number' || isLayer(value),
  wanted: () => say('lab.want.layer'),
};

/** The rules of `ClassOptions`. */
export const classRules: Rules<ClassOptions> = {
  class: {
    test: (value) => typeof value === 'string' || typeof value === 'number',
    wanted: () => say('lab.want.class'),
  },
  classes: names,
  title: text,
};

/** The index of the class to explain; undefined if the reader left it to the model. */
export function chosenClass(verb: string, options: ClassOptions, count: number): number | undefined {
  checkNames(verb, options.classes, count);
  return findClass(verb, options.class, options.classes, count);
}
