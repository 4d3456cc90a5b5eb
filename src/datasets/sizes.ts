/** Bytes of each file below public/data/. Written by scripts/make-data.mjs. */
export const sizes: Readonly<Record<string, number>> = {
  'digits/test-images-0.idx.gz': 149965,
  'digits/test-images-1.idx.gz': 151894,
  'digits/test-labels.idx.gz': 960,
  'digits/train-images-0.idx.gz': 152319,
  'digits/train-images-1.idx.gz': 153033,
  'digits/train-images-2.idx.gz': 153107,
  'digits/train-images-3.idx.gz': 153496,
  'digits/train-images-4.idx.gz': 152444,
  'digits/train-images-5.idx.gz': 152688,
  'digits/train-images-6.idx.gz': 152898,
  'digits/train-images-7.idx.gz': 152710,
  'digits/train-labels.idx.gz': 3770,
};
