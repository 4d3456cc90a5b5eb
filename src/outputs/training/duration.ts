import { say } from '../../words';

/** A duration as in Keras's progress bar: `7s`, `1:05`, `2:03:04`; below one second in `ms`, both in the page's language. */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return say('outputs.duration.ms', { count: Math.max(0, Math.round(seconds * 1000)) });
  const whole = Math.round(seconds);
  if (whole < 60) return say('outputs.duration.s', { count: whole });
  const minutes = Math.floor(whole / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** Time left, in whole seconds (at least one), so that it looks like the estimate that it is. */
export function formatTimeLeft(seconds: number): string {
  return formatDuration(Math.max(1, Math.ceil(seconds)));
}
