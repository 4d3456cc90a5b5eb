/** An SVG path of M, L, C, A and Z with each point told from the one before: a curve of many points takes half the characters. */
export function shortPath(d: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let last = '';
  let text = '';
  const from = (value: number, origin: number): string => String(Math.round((value - origin) * 10) / 10);
  const say = (command: string, numbers: readonly string[]): void => {
    const given = numbers.reduce(
      (list, number) => list + (list === '' || number.startsWith('-') ? '' : ' ') + number,
      '',
    );
    const goesOn = command === last && command !== 'm';
    text += goesOn ? (given.startsWith('-') ? given : ` ${given}`) : command + given;
    last = command;
  };
  for (const [, command = '', given = ''] of d.matchAll(/([MLCAZ])([^MLCAZ]*)/g)) {
    const numbers = given.split(' ').filter(Boolean).map(Number);
    if (command === 'Z') {
      say('z', []);
      [x, y] = [startX, startY];
      continue;
    }
    const [toX = 0, toY = 0] = numbers.slice(-2);
    if (command === 'L' && toX === x && toY === y) continue;
    const points = command === 'A' ? numbers.slice(-2) : numbers;
    const size = command === 'A' ? numbers.slice(0, 5).map(String) : [];
    if (command === 'L' && toY === y) say('h', [from(toX, x)]);
    else if (command === 'L' && toX === x) say('v', [from(toY, y)]);
    else say(command.toLowerCase(), [...size, ...points.map((value, at) => from(value, at % 2 === 0 ? x : y))]);
    [x, y] = [toX, toY];
    if (command === 'M') [startX, startY] = [x, y];
  }
  return text;
}
