import { fromBase64Url, toBase64Url } from './base64';
import { readControls, type ControlRecord } from './control-store';

/** The record as JSON, with drawings and photographs as text; files are left out. */
export function writeControlRecord({ chapter, cell, controls }: ControlRecord): object {
  const entries = Object.entries(controls).flatMap(([label, value]): [string, unknown][] => {
    if (typeof value !== 'object') return [[label, value]];
    return 'values' in value ? [[label, { ...value, values: toBase64Url(value.values) }]] : [];
  });
  return { chapter, cell, controls: Object.fromEntries(entries) };
}

/** The record in JSON of unknown origin; undefined where it holds none. */
export function readControlRecord(value: unknown): ControlRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { chapter, cell, controls } = value as Record<string, unknown>;
  if (typeof chapter !== 'string' || typeof cell !== 'string') return undefined;
  if (typeof controls !== 'object' || controls === null || Array.isArray(controls)) return undefined;
  const entries = Object.entries(controls).map(([label, one]) => [label, withBytes(one)] as const);
  return { chapter, cell, controls: readControls(Object.fromEntries(entries)) };
}

function withBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('values' in value)) return value;
  return { ...value, values: typeof value.values === 'string' ? fromBase64Url(value.values) : undefined };
}
