import type { Words } from './phrase';

/** Simplified Chinese. */
export const zhCn: Words = {
  // kernel
  'kernel.stopped': '已停止。',
};
