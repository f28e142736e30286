import { PNG } from 'pngjs';
import type { Fault, RuleName } from './fault';

type Pixel = { readonly red: number; readonly green: number; readonly blue: number; readonly alpha: number };

const pixelsOf = ({ data }: PNG): readonly Pixel[] =>
  Array.from({ length: data.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(index * 4, index * 4 + 4);
    return { red, green, blue, alpha };
  });

const isWhite = ({ red, green, blue }: Pixel): boolean => red === 255 && green === 255 && blue === 255;

/** What Teams asks of each icon beside its size, seen in its pixels. */
const looks = {
  color: {
    side: 192,
    rule: 'icon-colour',
    faultOf: (pixels: readonly Pixel[]): string | undefined =>
      pixels.some(({ alpha }) => alpha < 255)
        ? 'is transparent somewhere: it must fill its square'
        : undefined,
  },
  outline: {
    side: 32,
    rule: 'icon-outline',
    faultOf: (pixels: readonly Pixel[]): string | undefined => {
      const visible = pixels.filter(({ alpha }) => alpha > 0);
      if (visible.length === 0) return 'shows nothing';
      if (visible.length === pixels.length) return 'has no transparent background';
      return visible.every(isWhite) ? undefined : 'has a colour: only white and transparent are allowed';
    },
  },
} as const satisfies Record<string, { side: number; rule: RuleName; faultOf: unknown }>;

const decoded = (bytes: Uint8Array): PNG | undefined => {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined;
  }
};

/** Looks at a PNG's own pixels. */
export const iconFaults = (kind: keyof typeof looks, name: string, bytes: Uint8Array): readonly Fault[] => {
  const { side, rule, faultOf } = looks[kind];
  const png = decoded(bytes);
  if (png === undefined) return [{ rule: 'icon-size', says: `${name} is no PNG` }];
  if (png.width !== side || png.height !== side) {
    return [{ rule: 'icon-size', says: `${name} is ${png.width} x ${png.height}, not ${side} x ${side}` }];
  }
  const fault = faultOf(pixelsOf(png));
  return fault === undefined ? [] : [{ rule, says: `${name} ${fault}` }];
};
