import { Color, ColorManagement } from 'three';

/** A colour of the theme as the shaders need it: as on screen, not linear. */
export function screenColour(css: string): Color {
  const isManaged = ColorManagement.enabled;
  ColorManagement.enabled = false;
  const colour = new Color(css === '' ? 'black' : css);
  ColorManagement.enabled = isManaged;
  return colour;
}
