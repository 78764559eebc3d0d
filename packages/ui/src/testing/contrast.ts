/** Reads the roles a style sheet gives a theme; what it leaves out stays as the caller has it. */
export function rolesIn(css: string, theme: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`\n  [data-theme='${theme}'] {`);
  const block = css.slice(start, css.indexOf('\n  }', start));
  const roles = new Map<string, string>();
  for (const [, role = '', value = ''] of block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g))
    roles.set(role, value.trim());
  return roles;
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
