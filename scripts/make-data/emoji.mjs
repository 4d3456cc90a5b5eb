import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { groupAlike } from './alike.mjs';
import { compose } from './compose.mjs';
import { emojiClasses } from './emoji-classes.mjs';
import { npmPackage } from './packages.mjs';
import { mulberry32, shuffledOrder } from './shuffle.mjs';
import { writeLabelled } from './split.mjs';

const side = 64;
const perClass = { train: 200, test: 50 };
const smallest = 50;
const seed = 2014;

const about = `# emoji

1,500 pictures of Google's Noto emoji in colour, ${side} × ${side}, in six classes: ${perClass.train} of each to train, ${perClass.test} to test.

Source: the npm package \`emoji-datasource-google\` 16.0.0. Its images are Google's Noto Color Emoji (Apache License 2.0, see LICENCE); its list gives each emoji a
subcategory, from which \`scripts/make-data/emoji-classes.mjs\` makes the classes. \`scripts/make-data/emoji.mjs\` puts each emoji, ${smallest} to ${side} pixels large, somewhere on a
pale background of one colour, of two that run into each other, or white. Where there are skin tones, one is chosen.

A quarter of the emoji of each class is for the test only; emoji that look alike (a woman and a man in the same coat, a fist from either side) are never in
both parts. Classes with few emoji show the same one several times, each time at another place and on another background. Every six pictures in
a row are one of each class.`;

/** Whose images these are and what was changed, with the text of the licence as TypeScript's package has it. */
function licence() {
  const text = readFileSync(createRequire(import.meta.url).resolve('typescript/LICENSE.txt'), 'utf8');
  return `The images are Noto Color Emoji 2.048, copyright Google LLC (https://github.com/googlefonts/noto-emoji), licensed under the Apache License 2.0 below, taken
from the npm package emoji-datasource-google 16.0.0 (copyright 2013 Cal Henderson, MIT License). Changed: scaled and put on backgrounds.

${text}`;
}

/** Makes public/data/emoji/. */
export async function makeEmoji(workshop, tools) {
  const source = npmPackage(workshop, 'emoji-datasource-google', '16.0.0');
  const list = JSON.parse(readFileSync(join(source, 'emoji.json'), 'utf8'));
  const open = (image) => tools.decodePng(readFileSync(join(source, 'img/google/64', image)));
  const random = mulberry32(seed);
  const parts = { train: [], test: [] };
  emojiClasses.forEach(({ subcategories, without }, label) => {
    const members = list
      .filter((emoji) => subcategories.includes(emoji.subcategory) && !without.includes(emoji.short_name))
      .sort((a, b) => a.sort_order - b.sort_order);
    const cut = cutInTwo(
      members,
      members.map((emoji) => open(emoji.image)),
      seed + label,
    );
    for (const [part, emojis] of Object.entries(cut)) {
      for (let index = 0; index < perClass[part]; index += 1) {
        const emoji = emojis[index % emojis.length];
        const tones = [emoji, ...Object.values(emoji.skin_variations ?? {}).filter((tone) => tone.has_img_google)];
        const tone = tones[Math.floor(random() * tones.length)];
        parts[part].push({ index, label, pixels: compose(open(tone.image), arrangement(random)) });
      }
    }
  });
  for (const [part, examples] of Object.entries(parts)) parts[part] = inTurns(examples, seed);
  const classes = emojiClasses.map(({ title }) => title);
  await writeLabelled(
    { name: 'emoji', shape: [side, side, 3], chunk: 200, classes, ...parts, about, licence: licence() },
    tools,
  );
}

/**
 * A quarter of `members`, in whole groups of similar pictures, for testing; the rest, with every group too large for a fair test, for
 * training. Both are shuffled.
 */
function cutInTwo(members, pictures, seed) {
  const groups = groupAlike(pictures, 8);
  const mixed = shuffledOrder(groups.length, seed).map((index) => groups[index]);
  const wanted = Math.round(members.length / 4);
  const cut = { test: [], train: [] };
  for (const group of mixed) {
    const fits = group.length <= wanted / 2 && cut.test.length < wanted;
    cut[fits ? 'test' : 'train'].push(...group);
  }
  const shuffle = (indices) => shuffledOrder(indices.length, seed + 1).map((place) => members[indices[place]]);
  return { train: shuffle(cut.train), test: shuffle(cut.test) };
}

/** One example of each class, in random order, then the next of each. */
function inTurns(examples, seed) {
  const order = shuffledOrder(examples.length, seed);
  return examples
    .map((example, index) => ({ ...example, turn: order[index] }))
    .sort((a, b) => a.index - b.index || a.turn - b.turn);
}

/** The position, size and background of an emoji. */
function arrangement(random) {
  const size = smallest + Math.floor(random() * (side - smallest + 1));
  const place = () => Math.floor(random() * (side - size + 1));
  const pale = () => [0, 1, 2].map(() => 185 + Math.floor(random() * 71));
  const kind = random();
  const top = kind < 0.2 ? [255, 255, 255] : pale();
  const bottom = kind < 0.6 ? top : pale();
  return { side, size, x: place(), y: place(), top, bottom };
}
