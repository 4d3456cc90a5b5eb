import { say } from '../../words';
import { make } from '../kit/make-element';

/**
 * Shows the camera in `host` with a button that takes a picture and then turns the camera off. Aborting `signal` turns it off too,
 * even while the browser still asks the reader for permission. Rejects if the reader or the device refuses.
 */
export async function openCamera(
  host: HTMLElement,
  take: (source: HTMLVideoElement, width: number, height: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const video = make('video', { class: 'rc-camera', playsinline: true, muted: true, autoplay: true });
  const shutter = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.control.shutter'));
  const box = make('div', { class: 'rc-camera-box' }, video, shutter);
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop();
    box.remove();
  };
  if (signal.aborted) return close();
  signal.addEventListener('abort', close, { once: true });
  shutter.addEventListener('click', () => {
    take(video, video.videoWidth, video.videoHeight);
    close();
  });
  video.srcObject = stream;
  host.append(box);
  shutter.focus();
  await video.play();
}
