import type { Page } from 'playwright-core';
import type { Order } from './contestant';

export interface Bench {
  page(isolated: boolean): Promise<Page>;
  /** The workers of all pages, nested ones too. */
  targets(): Promise<{ list(): Promise<string[]> }>;
  close(): Promise<void>;
}
export function openBrowser(): Promise<Bench>;
export function ask(page: Page, name: string, order: Order | { kind: string }): Promise<unknown>;
