import type { Locale } from '../words';

/** One cell of a chapter as the build wrote it into the page. */
export interface SourceText {
  name: string;
  source: string;
  /** Part of an exercise. */
  onDemand?: true;
}

/** What the build wrote into the page for its script. */
function readJson(selector: string): unknown {
  const text = document.querySelector(`script[type="application/json"]${selector}`)?.textContent;
  if (text === undefined || text === null) throw new Error(`notebook: the page has no data ${selector}`);
  return JSON.parse(text);
}

/** Every phrase in the page's language. */
export function readWords(): Record<string, string> {
  return readJson('[data-words]') as Record<string, string>;
}

/** All cells of a chapter, including those that this page does not show. */
export function readCells(chapter: string): SourceText[] {
  return readJson(`[data-cells="${chapter}"]`) as SourceText[];
}

/** The language of the page's phrases. */
export function pageLocale(): Locale {
  return document.querySelector<HTMLElement>('[data-words]')?.dataset['locale'] as Locale;
}

/** Absolute address of the site's root, with a trailing slash. */
export function siteBase(): string {
  return new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/`, location.href).href;
}
