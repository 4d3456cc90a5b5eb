import { nameOfMark, turningMarks } from './turning-marks';

/**
 * Fills the places of a phrase (places.ts says how they are written). A place without a value stays in the text, where it is noticed.
 * No value turns the direction of the words after it.
 */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>, locale: string): string {
  return phrase.replace(/\{(\w+)(?::([^}]*))?\}/g, (place: string, name: string, forms?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return forms === undefined
      ? String(value).replace(turningMarks, nameOfMark)
      : inForm(Number(value), forms.split('|'), locale);
  });
}

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The forms are in the order of the language's plural categories (in English: one, other). A single form is for all counts. */
function inForm(count: number, forms: readonly string[], locale: string): string {
  const rules = new Intl.PluralRules(locale);
  const { pluralCategories } = rules.resolvedOptions();
  const at = categories.filter((one) => pluralCategories.includes(one)).indexOf(rules.select(count));
  return (forms[at] ?? forms.at(-1) ?? '').replace('#', count.toLocaleString(locale));
}
