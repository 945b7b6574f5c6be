// Thumbnails that a browser really shows, drawn from their names: nothing of them is stored.
import { drawFrom } from '../../util/random.ts';

const WIDTH = 640;
const HEIGHT = 360;

/** A 16:9 picture as SVG; the same name gives the same picture. */
export function drawThumbnail(name: string): string {
  const draw = drawFrom(`thumbnail ${name}`);
  const hue = draw.integer(0, 359);
  const hills = [0.55, 0.68, 0.8].map((top, depth) => {
    const [from, middle, to] = [0, 1, 2].map(() => Math.round(HEIGHT * top) - draw.integer(0, 70));
    const fill = `hsl(${(hue + 25 * (depth + 1)) % 360} 45% ${42 - depth * 11}%)`;
    return `<path fill="${fill}" d="M0 ${from}Q${WIDTH / 2} ${middle} ${WIDTH} ${to}V${HEIGHT}H0Z"/>`;
  });
  const sun = `<circle cx="${draw.integer(80, WIDTH - 80)}" cy="${draw.integer(60, 150)}" r="${draw.integer(25, 55)}" fill="#fff" opacity=".75"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="hsl(${hue} 60% 72%)"/>`,
    sun,
    ...hills,
    `<circle cx="${WIDTH / 2}" cy="${HEIGHT / 2}" r="44" opacity=".55"/>`,
    `<path fill="#fff" d="M${WIDTH / 2 - 14} ${HEIGHT / 2 - 24}l40 24l-40 24z"/>`,
    '</svg>',
  ].join('');
}
