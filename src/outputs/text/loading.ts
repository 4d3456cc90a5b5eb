import type { LoadingOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { formatMegabytes } from '../kit/number-format';
import type { Shown } from '../kit/shown';

/** The progress of a download; when it has arrived, one quiet line. */
export function showLoading(output: LoadingOutput): Shown<'loading'> {
  const text = make('span', { class: 'rc-loading-text' });
  const bar = make('progress', { max: 1 });
  const element = make('div', { 'data-output': 'loading' }, text, bar);
  const update = ({ what, received, total, done }: LoadingOutput): void => {
    const values = { what, received: formatMegabytes(received), total: formatMegabytes(total) };
    // The last report of a load that failed says less than the whole.
    const failed = done && received < total;
    text.textContent = say(
      failed
        ? 'outputs.loading.failed'
        : done
          ? 'outputs.loading.done'
          : total > 0
            ? 'outputs.loading.part'
            : 'outputs.loading.bytes',
      values,
    );
    bar.setAttribute('aria-label', say('outputs.loading.label', { what }));
    bar.hidden = done;
    if (total > 0) bar.value = Math.min(1, received / total);
    else bar.removeAttribute('value');
  };
  update(output);
  return { element, update, remove: () => element.remove() };
}
