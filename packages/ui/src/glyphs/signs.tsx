import type { ReactElement } from 'react';
import { Glyph } from './Glyph.tsx';
import type { ObjectKind } from './sector-glyphs.ts';
import { OBJECT_PATHS, sectorPath } from './sector-glyphs.ts';
import { shipPath } from './ship-glyphs.ts';

interface SignProps {
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** Silhouette of a ship type. */
export function ShipGlyph({ type, ...rest }: SignProps & { readonly type: string }): ReactElement {
  return <Glyph path={shipPath(type)} {...rest} />;
}

/** Sign of a sector type. */
export function SectorGlyph({ type, ...rest }: SignProps & { readonly type: string }): ReactElement {
  return <Glyph path={sectorPath(type)} {...rest} />;
}

/** Sign of a thing in a sector, of a warp, or of a small act. */
export function ObjectGlyph({ kind, ...rest }: SignProps & { readonly kind: ObjectKind }): ReactElement {
  return <Glyph path={OBJECT_PATHS[kind]} {...rest} />;
}
