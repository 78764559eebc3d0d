import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { COMMODITY_PATHS, isCommodityKey } from './commodity-glyphs.ts';
import styles from './Glyph.module.css';
import { Glyph } from './Glyph.tsx';

/** A crate: contraband, rare items and whatever else has no sign of its own. */
const CRATE = 'M2.5 4.5h11v8h-11zM2.5 4.5l5.5 4 5.5-4';

export interface CommodityGlyphProps {
  /** Commodity key of the rules; anything without a sign of its own is a crate. */
  readonly commodity: string;
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** Sign and hue of a commodity; the hue alone never means anything. */
export function CommodityGlyph({ commodity, label, className }: CommodityGlyphProps): ReactElement {
  if (!isCommodityKey(commodity)) return <Glyph path={CRATE} label={label} className={className} />;
  return (
    <Glyph path={COMMODITY_PATHS[commodity]} label={label} className={clsx(styles[commodity], className)} />
  );
}
