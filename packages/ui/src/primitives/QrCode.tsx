import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './QrCode.module.css';

export interface QrCodeProps {
  readonly text: string;
  /** What a screen reader says instead; the text itself must stand beside it. */
  readonly label: string;
}

/** Free modules around a code, which readers need to find it. */
const QUIET = 2;

/** A text as a QR code, dark on light in every theme, because that is what cameras read. */
export function QrCode({ text, label }: QrCodeProps): ReactElement {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: QUIET });
    const cells = code.data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
    return { path: cells.join(''), size: code.size };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={styles.code}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
