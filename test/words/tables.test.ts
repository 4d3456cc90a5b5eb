import { describe, expect, it, test } from 'vitest';
import { fill } from '../../src/words';
import { en } from '../../src/words/en';
import { locales } from '../../src/words/locales';
import { orEnglish } from '../../src/words/or-english';
import { site } from '../../src/words/zh-cn/site';

const phrases: [key: string, phrase: string][] = Object.entries(en);
const places = (phrase: string): RegExpExecArray[] => [...phrase.matchAll(/\{(\w+)(?::([^}]*))?\}/g)];
/** Every place by its name, counts marked. */
const signature = (phrase: string): string[] =>
  [...new Set(places(phrase).map(([, name = '', forms]) => (forms === undefined ? name : `${name}:`)))].sort();

describe.each(Object.entries(locales))('the table of %s', (locale, { lang, words }) => {
  it('is for a language that browsers know', () => {
    expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
    expect(new Intl.PluralRules(locale).resolvedOptions().locale.split('-')[0]).toBe(locale.split('-')[0]);
  });

  it('has the phrases of English, and in each the same places', () => {
    const own: Record<string, string> = words;
    expect(Object.keys(own).sort()).toEqual(Object.keys(en).sort());
    const odd = phrases.filter(([key, phrase]) => `${signature(own[key] ?? '')}` !== `${signature(phrase)}`);
    expect(odd.map(([key, phrase]) => [key, phrase, own[key]])).toEqual([]);
  });

  it('has one form for all counts, or one for each category of the language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.length;
    const odd = Object.entries(words).filter(([, phrase]) =>
      places(phrase).some(([, , forms]) => forms !== undefined && ![1, categories].includes(forms.split('|').length)),
    );
    expect(odd).toEqual([]);
  });

  it('has no brace that does not belong to a place or to code', () => {
    const rest = (phrase: string): string => phrase.replace(/\{\w+(?::[^{}]*)?\}|\{ [^}]* \}/g, '');
    expect(Object.entries(words).filter(([, phrase]) => /[{}]/.test(rest(phrase)))).toEqual([]);
  });
});

test('a table that is translated in part says its own phrases, and English where it has none', () => {
  expect(orEnglish(site)).toEqual({ ...en, ...site });
  expect(orEnglish(site)['site.title']).toBe(site['site.title']);
  expect(orEnglish(site)['notebook.run']).toBe('Run');
});

/** Words that end like a plural and are none. */
const singular =
  /^(?:is|its|this|has|was|does|as|across|less|class|bias|Keras|TensorFlow\.js|axis|chart\.js|series|ms)$/;
/** Verbs of the third person, which an English phrase puts behind a name that it fills in. */
const verbs =
  /^(?:holds|takes|wants|asks|needs|gives|multiplies|reads|explains|works|ends|shows|belongs|makes|stays|computes|runs|decides|weighs)$/;
/** The plural noun that a number would stand before: the next word, or the one after an adjective. */
function nounAfter(text: string): string | undefined {
  const words = /^(?: ([\w.-]+))(?: ([\w.-]+))?/.exec(text)?.slice(1) ?? [];
  if (verbs.test(words[0] ?? '')) return undefined;
  return words.find((word) => /[a-z]s$/.test(word ?? '') && !singular.test(word) && !verbs.test(word));
}

describe('English', () => {
  it('counts what it names: no plain place is followed by a plural', () => {
    const wrong = phrases.flatMap(([key, phrase]) =>
      places(phrase).flatMap(({ 0: place, 2: forms, index }) => {
        // Of sizes, `1 × 1 pixels` is right; so is a share, `1 % zeros`.
        const size = / × $/.test(phrase.slice(0, index));
        const noun = nounAfter(phrase.slice(index + place.length));
        return forms === undefined && !size && noun ? [`${key}: ${place} … ${noun}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('agrees with 0, 1 and 2', () => {
    const wrong = phrases.flatMap(([key, phrase]) =>
      places(phrase).flatMap(({ 0: place, 1: name = '', 2: forms, index }) => {
        if (!forms?.includes('|')) return [];
        const text = place + phrase.slice(index + place.length).replaceAll('{', '<');
        const [none = '', one = '', two = ''] = [0, 1, 2].map((count) => fill(text, { [name]: count }, 'en'));
        const same = none.replace('0', '2') === two && one.replace('1', '2') !== two;
        const noun = one.includes('1') ? nounAfter(one.slice(one.indexOf('1') + 1)) : undefined;
        return same && !noun ? [] : [`${key}: ${one}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has two forms where a noun follows a count', () => {
    const wrong = phrases.filter(([, phrase]) =>
      places(phrase).some(({ 0: place, 2: forms, index }) => {
        if (forms === undefined || forms.includes('|')) return false;
        return nounAfter(phrase.slice(index + place.length)) !== undefined;
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it('lets a language begin with a part of its phrases: what it lacks is English', () => {
  const begun = orEnglish({ 'site.title': 'Rezeptiv' });
  expect(begun).toEqual({ ...en, 'site.title': 'Rezeptiv' });
});
