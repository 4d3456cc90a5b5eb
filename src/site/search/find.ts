import type { BookIndex, IndexedPage, IndexedSection } from './book-index';
import { matchesOf } from './matches';
import type { Query, Term } from './query';

/** The sections of a page that hold the whole query, best first. */
export interface FoundPage {
  page: IndexedPage;
  sections: readonly IndexedSection[];
}

/** The pages with sections that hold every term of the query, best first; equally good ones in the order of the book. */
export function findInBook({ pages }: BookIndex, query: Query): FoundPage[] {
  const usual = usualHeadings(pages);
  return pages
    .map((page) => rated(page, query, usual))
    .filter(({ sections }) => sections.length > 0)
    .toSorted((a, b) => b.score - a.score);
}

/** Headings that page after page has, as “Summary”: their sections name everything and explain nothing. */
function usualHeadings(pages: readonly IndexedPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const heading of pages.flatMap(({ sections }) => [...new Set(sections.map((section) => section.heading))]))
    counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([heading]) => heading));
}

function rated(page: IndexedPage, query: Query, usual: ReadonlySet<string>): FoundPage & { score: number } {
  const found = page.sections
    .map((section) => ({ section, score: scoreOf(section, query) / (usual.has(section.heading) ? 2 : 1) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const all = found.reduce((sum, { score }) => sum + score, 0);
  return {
    page,
    sections: found.map(({ section }) => section),
    score: (found[0]?.score ?? 0) + 2 * Math.log2(1 + all),
  };
}

/** 0 for a section that lacks a term. */
function scoreOf(section: IndexedSection, { terms, phrase }: Query): number {
  let apart = 0;
  for (const term of terms) {
    const score = termScore(section, term);
    if (score === 0) return 0;
    apart += score / terms.length;
  }
  return terms.length > 1 ? (apart + termScore(section, phrase)) / 2 : apart;
}

/** A term in the heading outweighs all that a long section collects below; there, what is explained comes before prose, prose before code. */
function termScore({ heading, terms, prose, code }: IndexedSection, term: Term): number {
  const [title, explained, told, coded] = [[heading], terms, prose, code.map(({ text }) => text)].map((texts) =>
    placesIn(texts, term),
  ) as [Places, Places, Places, Places];
  return (
    title.best * (title.share === 1 ? 28 : 12 + 8 * title.share) +
    explained.best * (explained.share === 1 ? 8 : 5) +
    told.best * 3 +
    Math.min(3, Math.log2(1 + told.count)) +
    coded.best
  );
}

interface Places {
  /** 1 if the term stands there as a whole word, less if words only begin with it. */
  best: number;
  count: number;
  /** How much of a text the term is, at most: 1 if there is nothing else in it. */
  share: number;
}

function placesIn(texts: readonly string[], term: Term): Places {
  const all: Places = { best: 0, count: 0, share: 0 };
  for (const text of texts) {
    let letters = 0;
    for (const { start, end, whole } of matchesOf(text, term)) {
      all.best = Math.max(all.best, whole ? 1 : 0.5);
      all.count++;
      letters += end - start;
    }
    if (letters > 0) all.share = Math.max(all.share, letters / text.length);
  }
  return all;
}
